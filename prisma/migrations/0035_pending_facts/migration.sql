-- What a city has submitted and nobody has accepted yet, kept beside the accepted facts in the transaction that changes it:
-- pages that show both, the one marked apart from the other, read no more rows for it.
ALTER TABLE quarter_summary ADD COLUMN pending jsonb NOT NULL DEFAULT '[]';
