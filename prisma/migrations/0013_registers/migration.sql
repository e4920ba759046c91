-- What only some registers ask of a row (university and patent, certificate, venue …): field -> text as kept, never empty.
ALTER TABLE register_row ADD COLUMN details jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(details) = 'object');
ALTER TABLE version_row ADD COLUMN details jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(details) = 'object');
