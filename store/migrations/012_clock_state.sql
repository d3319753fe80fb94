-- The code for how the clock of an upload is known (loaders/clock.py); the sentence beside it is for people only. Of
-- earlier uploads the sentence is read here for the last time, where a person had told the clock.
ALTER TABLE uploads ADD COLUMN clock_state TEXT;
UPDATE uploads SET clock_state = 'told' WHERE right(clock_proof, 26) = 'ditetapkan oleh pengunggah';
UPDATE uploads SET clock_state = 'confirmed' WHERE position('dikonfirmasi oleh' IN clock_proof) > 0;
