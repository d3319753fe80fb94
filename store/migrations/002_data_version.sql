-- A number that grows with every write that changes what a page shows: the key under which answers are kept.
CREATE TABLE data_version (number BIGINT NOT NULL);
INSERT INTO data_version VALUES (0);
