-- The whole reading of a post, who decided otherwise, and what a reading needs to know: people, their roles, phases.
-- Columns that come later are nullable with a default: DuckDB adds no others.
ALTER TABLE records ADD COLUMN subject_detail TEXT DEFAULT '';
ALTER TABLE records ADD COLUMN bidang TEXT DEFAULT '';
ALTER TABLE records ADD COLUMN bidang_evidence TEXT DEFAULT '';
ALTER TABLE records ADD COLUMN neutrality TEXT DEFAULT 'none';
ALTER TABLE records ADD COLUMN neutrality_evidence TEXT DEFAULT '';
ALTER TABLE records ADD COLUMN caution TEXT DEFAULT 'none';
ALTER TABLE records ADD COLUMN caution_evidence TEXT DEFAULT '';
ALTER TABLE records ADD COLUMN findings TEXT DEFAULT '[]';
ALTER TABLE records ADD COLUMN weight BIGINT DEFAULT 0;
-- What the log itself said of a repost: `is_repost` may also come from the text.
ALTER TABLE records ADD COLUMN repost_said BOOLEAN;
ALTER TABLE posts ADD COLUMN subject_detail TEXT DEFAULT '';
ALTER TABLE posts ADD COLUMN bidang TEXT DEFAULT '';
ALTER TABLE posts ADD COLUMN bidang_evidence TEXT DEFAULT '';
ALTER TABLE posts ADD COLUMN neutrality TEXT DEFAULT 'none';
ALTER TABLE posts ADD COLUMN neutrality_evidence TEXT DEFAULT '';
ALTER TABLE posts ADD COLUMN caution TEXT DEFAULT 'none';
ALTER TABLE posts ADD COLUMN caution_evidence TEXT DEFAULT '';
ALTER TABLE posts ADD COLUMN findings TEXT DEFAULT '[]';
ALTER TABLE posts ADD COLUMN weight BIGINT DEFAULT 0;
-- Of a post alone: whether a person settled its bidang ('keputusan'), and how far each doubt has been looked into
-- ('' no doubt, terbuka, menunggu, dijawab, tindak_lanjut, selesai).
ALTER TABLE posts ADD COLUMN bidang_source TEXT DEFAULT 'aturan';
ALTER TABLE posts ADD COLUMN neutrality_review TEXT DEFAULT '';
ALTER TABLE posts ADD COLUMN caution_review TEXT DEFAULT '';
-- One person's word on one post; rows are only added. `takes_back` names the decision that a row takes back ('' none).
-- `rules`: the rules that the person was shown; by_agency: the person's own OPD, or 'kantor'.
CREATE TABLE decisions (
    decision_id TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, note TEXT NOT NULL, decided_by TEXT NOT NULL,
    by_agency TEXT NOT NULL, decided_at TIMESTAMP NOT NULL, rules TEXT NOT NULL, rules_version TEXT NOT NULL,
    takes_back TEXT NOT NULL, agency_id TEXT NOT NULL, platform TEXT NOT NULL, post_key TEXT NOT NULL,
    published_at TIMESTAMP NOT NULL, caption TEXT NOT NULL, sample BOOLEAN NOT NULL
);
-- The names by which a decision knows its post: those at the time first (`seq`), then those that the post got since.
CREATE TABLE decision_names (
    decision_id TEXT NOT NULL, seq INTEGER NOT NULL, name TEXT NOT NULL, strength TEXT NOT NULL, sample BOOLEAN NOT NULL
);
-- Where each decision stands now; none if its post is not in the store at present. Rebuilt with the posts.
CREATE TABLE decision_posts (decision_id TEXT NOT NULL, post_key TEXT NOT NULL, sample BOOLEAN NOT NULL);
CREATE TABLE people (
    person_id TEXT NOT NULL, name TEXT NOT NULL, nicknames TEXT NOT NULL, titles TEXT NOT NULL, sample BOOLEAN NOT NULL
);
CREATE TABLE people_roles (
    person_id TEXT NOT NULL, role TEXT NOT NULL, from_day DATE NOT NULL, to_day DATE, label TEXT NOT NULL,
    sample BOOLEAN NOT NULL
);
CREATE TABLE election_phases (
    code TEXT NOT NULL, first_day DATE NOT NULL, last_day DATE NOT NULL, label TEXT NOT NULL, sample BOOLEAN NOT NULL
);
-- The elections of 2024, as rules/lists/phases.toml names them with their sources; the office may change them.
INSERT INTO election_phases (code, first_day, last_day, label, sample)
SELECT phases.code, phases.first_day, phases.last_day, phases.label, sides.side FROM (VALUES
    ('pra-calon', DATE '2024-03-22', DATE '2024-09-21', 'Pilkada 2024: sebelum penetapan calon'),
    ('calon', DATE '2024-09-22', DATE '2024-09-24', 'Pilkada 2024: penetapan calon dan pengundian nomor urut'),
    ('kampanye', DATE '2024-09-25', DATE '2024-11-23', 'Pilkada 2024: masa kampanye'),
    ('tenang', DATE '2024-11-24', DATE '2024-11-26', 'Pilkada 2024: masa tenang'),
    ('pungut-hitung', DATE '2024-11-27', DATE '2024-12-16',
        'Pilkada 2024: pemungutan, penghitungan, dan rekapitulasi suara'),
    ('penetapan', DATE '2024-12-17', DATE '2025-02-19',
        'Pilkada 2024: penetapan pasangan calon terpilih sampai pelantikan'),
    ('kampanye', DATE '2023-11-28', DATE '2024-02-10', 'Pemilu 2024: masa kampanye'),
    ('tenang', DATE '2024-02-11', DATE '2024-02-13', 'Pemilu 2024: masa tenang'),
    ('pungut-hitung', DATE '2024-02-14', DATE '2024-03-20',
        'Pemilu 2024: pemungutan, penghitungan, dan rekapitulasi suara')
) AS phases (code, first_day, last_day, label) CROSS JOIN (VALUES (FALSE), (TRUE)) AS sides (side);
