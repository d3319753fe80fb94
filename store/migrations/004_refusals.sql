-- Files that a person handed in and that could not be read: received, not yet readable, which is not silence. Never a
-- report: no number counts them. `kept` says whether the bytes are in `files`.
CREATE TABLE refusals (
    sha256 TEXT NOT NULL, byte_size BIGINT NOT NULL, file_name TEXT NOT NULL, reason TEXT NOT NULL,
    refused_at TIMESTAMP NOT NULL, uploaded_by TEXT NOT NULL, kept BOOLEAN NOT NULL, sample BOOLEAN NOT NULL
);
