-- Meeting packs that were made, to be fetched again: the zip of all files, who made it when and of what. `agencies` are
-- the ids of the scope it was made in, sorted and joined by commas, '' for one that sees all; only such a scope may
-- fetch it. `chapters`: names of answers, joined by commas. data_version: as the store counted when it was made.
CREATE TABLE packs (
    pack_id TEXT NOT NULL, made_at TIMESTAMP NOT NULL, made_by TEXT NOT NULL, stem TEXT NOT NULL, period TEXT NOT NULL,
    filters TEXT NOT NULL, chapters TEXT NOT NULL, data_version BIGINT NOT NULL, byte_size BIGINT NOT NULL,
    content BYTEA NOT NULL, agencies TEXT NOT NULL, sample BOOLEAN NOT NULL
);
