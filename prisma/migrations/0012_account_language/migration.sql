-- Null: the person has not chosen a language yet; until then the browser's choice holds.
ALTER TABLE account ALTER COLUMN locale DROP DEFAULT;
ALTER TABLE account ALTER COLUMN locale DROP NOT NULL;
