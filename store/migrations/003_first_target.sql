-- The first target: 3 konten a working day for every OPD, from the day of the direction on. It has no basis (dasar): a
-- simulation until the office names a letter and a number. 23 October 2024 is the day on which the direction was given.
INSERT INTO targets (target_id, agency_id, kind, from_day, number, counts, days, basis, sample)
VALUES ('awal', NULL, NULL, DATE '2024-10-23', 3, 'konten', 'hari_kerja', NULL, FALSE),
       ('awal-contoh', NULL, NULL, DATE '2024-10-23', 3, 'konten', 'hari_kerja', NULL, TRUE);
