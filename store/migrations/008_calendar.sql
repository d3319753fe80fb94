-- Working days of the office's own, excused periods, whose a refused file is, OPDs without an account, and what a target
-- sets apart. calendar_days.kind: libur, hari_kerja (one day), tujuh_hari, lima_hari (the week from that day on).
CREATE TABLE calendar_days (
    entry_id TEXT NOT NULL, day DATE NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    agency_id TEXT, agency_kind TEXT, entered_by TEXT NOT NULL, entered_at TIMESTAMP NOT NULL, sample BOOLEAN NOT NULL
);
CREATE TABLE dispensations (
    dispensation_id TEXT NOT NULL, agency_id TEXT NOT NULL, platform TEXT, first_day DATE NOT NULL,
    last_day DATE NOT NULL, reason TEXT NOT NULL, approver TEXT NOT NULL,
    entered_by TEXT NOT NULL, entered_at TIMESTAMP NOT NULL, sample BOOLEAN NOT NULL
);
CREATE TABLE refusal_agencies (
    sha256 TEXT NOT NULL, agency_id TEXT NOT NULL, first_day DATE NOT NULL, last_day DATE NOT NULL,
    said_by TEXT NOT NULL, said_at TIMESTAMP NOT NULL, sample BOOLEAN NOT NULL
);
ALTER TABLE agencies ADD COLUMN no_account BOOLEAN;
ALTER TABLE targets ADD COLUMN without_reposts BOOLEAN;
ALTER TABLE targets ADD COLUMN without_greetings BOOLEAN;
