-- How many posts already known an upload changed (intake/changed.py). Of uploads before this step nobody knows: null.
ALTER TABLE uploads ADD COLUMN changed INTEGER;
