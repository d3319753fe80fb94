-- Closed months. A closing keeps copies of the rows by which its month is judged; they are read in place of the live
-- ones (answers/closed.py) until the month is reopened. Rows of the copies are only added. `objection_id` is '' in the
-- copies of the closing itself; an accepted objection adds the rows of its OPD as they stand since, under its own id.
-- In closed_posts day or content_day is null where it lies outside the month: the row then counts there in one way only.
-- closed_accounts are the platforms expected of each OPD at the closing. A later step that adds a column to a table adds
-- it to its copy too.
CREATE TABLE closings (
    closing_id TEXT NOT NULL, month DATE NOT NULL, closed_at TIMESTAMP NOT NULL, closed_by TEXT NOT NULL,
    note TEXT NOT NULL, rules TEXT NOT NULL, objections_until DATE NOT NULL,
    reopened_at TIMESTAMP, reopened_by TEXT, reopen_reason TEXT, sample BOOLEAN NOT NULL
);
CREATE TABLE closed_posts AS
    SELECT CAST('' AS TEXT) AS closing_id, CAST('' AS TEXT) AS objection_id, posts.* FROM posts WHERE FALSE;
CREATE TABLE closed_coverage AS
    SELECT CAST('' AS TEXT) AS closing_id, CAST('' AS TEXT) AS objection_id, coverage.* FROM coverage WHERE FALSE;
CREATE TABLE closed_dispensations AS
    SELECT CAST('' AS TEXT) AS closing_id, CAST('' AS TEXT) AS objection_id, dispensations.*
    FROM dispensations WHERE FALSE;
CREATE TABLE closed_accounts AS SELECT CAST('' AS TEXT) AS closing_id, accounts.* FROM accounts WHERE FALSE;
CREATE TABLE closed_agencies AS SELECT CAST('' AS TEXT) AS closing_id, agencies.* FROM agencies WHERE FALSE;
CREATE TABLE closed_units AS SELECT CAST('' AS TEXT) AS closing_id, units.* FROM units WHERE FALSE;
CREATE TABLE closed_targets AS SELECT CAST('' AS TEXT) AS closing_id, targets.* FROM targets WHERE FALSE;
CREATE TABLE closed_calendar_days AS
    SELECT CAST('' AS TEXT) AS closing_id, calendar_days.* FROM calendar_days WHERE FALSE;
CREATE TABLE closed_refusal_agencies AS
    SELECT CAST('' AS TEXT) AS closing_id, refusal_agencies.* FROM refusal_agencies WHERE FALSE;
-- An OPD's objection to how a closed month was judged, and the office's answer to it; rows are only added.
-- objections.day is null where the whole month is meant; links: one a line. own: the OPD or 'kantor'.
-- objection_outcomes.outcome: diterima or ditolak; granted: '', dispensasi, hari_lain, laporan_susulan; detail: JSON.
CREATE TABLE objections (
    objection_id TEXT NOT NULL, closing_id TEXT NOT NULL, agency_id TEXT NOT NULL, day DATE, claim TEXT NOT NULL,
    links TEXT NOT NULL, objected_by TEXT NOT NULL, own TEXT NOT NULL, objected_at TIMESTAMP NOT NULL,
    sample BOOLEAN NOT NULL
);
CREATE TABLE objection_outcomes (
    objection_id TEXT NOT NULL, agency_id TEXT NOT NULL, outcome TEXT NOT NULL, granted TEXT NOT NULL,
    detail TEXT NOT NULL, reason TEXT NOT NULL, decided_by TEXT NOT NULL, decided_at TIMESTAMP NOT NULL,
    sample BOOLEAN NOT NULL
);
