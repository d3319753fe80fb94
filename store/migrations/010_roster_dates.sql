-- From when to when an OPD, a bidang and an official account are there (days included; null: always, still). What ended
-- keeps its old months; a closed month keeps the dates as they stood.
ALTER TABLE agencies ADD COLUMN from_day DATE;
ALTER TABLE agencies ADD COLUMN to_day DATE;
ALTER TABLE units ADD COLUMN from_day DATE;
ALTER TABLE units ADD COLUMN to_day DATE;
ALTER TABLE accounts ADD COLUMN from_day DATE;
ALTER TABLE accounts ADD COLUMN to_day DATE;
ALTER TABLE closed_agencies ADD COLUMN from_day DATE;
ALTER TABLE closed_agencies ADD COLUMN to_day DATE;
ALTER TABLE closed_units ADD COLUMN from_day DATE;
ALTER TABLE closed_units ADD COLUMN to_day DATE;
ALTER TABLE closed_accounts ADD COLUMN from_day DATE;
ALTER TABLE closed_accounts ADD COLUMN to_day DATE;
