-- Counts of posts without a single post named, out of a refused file (the same sha256 in `refusals`): a recap without
-- evidence. Never a report and never scored: no number reads this table. `counts` is JSON: a list of opd, period,
-- platform, number; `month` is the month that the file speaks of ("2024-10"), "" if it names none.
CREATE TABLE recaps (
    sha256 TEXT NOT NULL, counts TEXT NOT NULL, month TEXT NOT NULL, sample BOOLEAN NOT NULL
);
