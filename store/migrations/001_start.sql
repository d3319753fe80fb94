-- The first schema. One statement for both engines: DuckDB and PostgreSQL. Rows of the sample bear sample = true.
CREATE TABLE files (
    sha256 TEXT NOT NULL, byte_size BIGINT NOT NULL, content BYTEA NOT NULL, stored_at TIMESTAMP NOT NULL
);
CREATE TABLE uploads (
    upload_id TEXT NOT NULL, sha256 TEXT NOT NULL, file_name TEXT NOT NULL, source TEXT NOT NULL,
    clock TEXT NOT NULL, clock_proof TEXT NOT NULL, as_of DATE NOT NULL, first_day DATE, last_day DATE,
    accepted INTEGER NOT NULL, repeated INTEGER NOT NULL, rejected INTEGER NOT NULL, warnings TEXT NOT NULL,
    uploaded_by TEXT NOT NULL, uploaded_at TIMESTAMP NOT NULL, undone_by TEXT, undone_at TIMESTAMP,
    sample BOOLEAN NOT NULL
);
CREATE TABLE coverage (
    upload_id TEXT NOT NULL, agency_id TEXT NOT NULL, platform TEXT NOT NULL,
    first_day DATE NOT NULL, last_day DATE NOT NULL, complete BOOLEAN NOT NULL, sample BOOLEAN NOT NULL
);
CREATE TABLE records (
    record_id TEXT NOT NULL, upload_id TEXT NOT NULL, sheet TEXT NOT NULL, row_number INTEGER NOT NULL,
    agency_id TEXT NOT NULL, agency_text TEXT NOT NULL, platform TEXT NOT NULL, account TEXT NOT NULL,
    published_at TIMESTAMP NOT NULL, has_time BOOLEAN NOT NULL, caption TEXT NOT NULL, link TEXT NOT NULL,
    post_id TEXT NOT NULL, post_type TEXT NOT NULL, is_repost BOOLEAN NOT NULL,
    topic_said TEXT NOT NULL, subject_said TEXT NOT NULL, bidang_said TEXT NOT NULL,
    likes BIGINT, comments BIGINT, shares BIGINT, saves BIGINT, views BIGINT, reach BIGINT, impressions BIGINT,
    link_key TEXT NOT NULL, id_key TEXT NOT NULL, text_key TEXT NOT NULL, content_text TEXT NOT NULL,
    post_key TEXT NOT NULL,
    topic TEXT NOT NULL, topics TEXT NOT NULL, topic_source TEXT NOT NULL, topic_evidence TEXT NOT NULL,
    subject TEXT NOT NULL, subject_source TEXT NOT NULL, subject_evidence TEXT NOT NULL,
    rules_version TEXT NOT NULL, sample BOOLEAN NOT NULL
);
CREATE TABLE rejections (
    upload_id TEXT NOT NULL, sheet TEXT NOT NULL, row_number INTEGER NOT NULL, column_name TEXT NOT NULL,
    cell_value TEXT NOT NULL, reason TEXT NOT NULL, sample BOOLEAN NOT NULL
);
CREATE TABLE posts (
    post_key TEXT NOT NULL, record_id TEXT NOT NULL, upload_id TEXT NOT NULL, sheet TEXT NOT NULL,
    row_number INTEGER NOT NULL, agency_id TEXT NOT NULL, platform TEXT NOT NULL, account TEXT NOT NULL,
    published_at TIMESTAMP NOT NULL, day DATE NOT NULL, has_time BOOLEAN NOT NULL,
    caption TEXT NOT NULL, link TEXT NOT NULL, post_id TEXT NOT NULL, post_type TEXT NOT NULL,
    is_repost BOOLEAN NOT NULL, bidang_said TEXT NOT NULL,
    likes BIGINT, comments BIGINT, shares BIGINT, saves BIGINT, views BIGINT, reach BIGINT, impressions BIGINT,
    content_text TEXT NOT NULL, content_key TEXT NOT NULL, content_day DATE NOT NULL,
    topic TEXT NOT NULL, topics TEXT NOT NULL, topic_source TEXT NOT NULL, topic_evidence TEXT NOT NULL,
    subject TEXT NOT NULL, subject_source TEXT NOT NULL, subject_evidence TEXT NOT NULL,
    rules_version TEXT NOT NULL, records INTEGER NOT NULL, sample BOOLEAN NOT NULL
);
CREATE TABLE agencies (
    agency_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, parent_id TEXT,
    aliases TEXT NOT NULL, contact TEXT NOT NULL, active BOOLEAN NOT NULL, sample BOOLEAN NOT NULL
);
CREATE TABLE units (
    unit_id TEXT NOT NULL, agency_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    aliases TEXT NOT NULL, sample BOOLEAN NOT NULL
);
CREATE TABLE accounts (
    agency_id TEXT NOT NULL, platform TEXT NOT NULL, handle TEXT NOT NULL, sample BOOLEAN NOT NULL
);
CREATE TABLE targets (
    target_id TEXT NOT NULL, agency_id TEXT, kind TEXT, from_day DATE NOT NULL, number INTEGER NOT NULL,
    counts TEXT NOT NULL, days TEXT NOT NULL, basis TEXT, sample BOOLEAN NOT NULL
);
CREATE TABLE settings (
    name TEXT NOT NULL, value TEXT NOT NULL, version INTEGER NOT NULL, changed_by TEXT NOT NULL,
    changed_at TIMESTAMP NOT NULL
);
CREATE TABLE audit (
    "at" TIMESTAMP NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL
);
