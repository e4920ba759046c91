-- What a province says of a case that one of its cities is part of: read by that province and by the nation, by nobody else.
CREATE TABLE province_note (
  province    text NOT NULL CHECK (province ~ '^[0-9]{2}$'),
  case_number integer NOT NULL REFERENCES duplicate_case (number),
  seq         integer NOT NULL CHECK (seq > 0),
  note        text NOT NULL CHECK (length(btrim(note)) > 0),
  actor       uuid NOT NULL REFERENCES account (id),
  actor_name  text NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (province, case_number, seq)
);
CREATE TRIGGER province_note_append_only BEFORE UPDATE OR DELETE ON province_note FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER province_note_no_truncate BEFORE TRUNCATE ON province_note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON province_note TO chengji_app;
ALTER TABLE province_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE province_note FORCE ROW LEVEL SECURITY;
CREATE POLICY province_note_owner ON province_note TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY province_note_read ON province_note FOR SELECT TO chengji_app USING (
  current_setting('app.scope', true) = 'nation'
  OR (current_setting('app.scope', true) = 'province' AND province = nullif(current_setting('app.province', true), '')));
-- Only of a case that one of its cities is part of.
CREATE POLICY province_note_insert ON province_note FOR INSERT TO chengji_app WITH CHECK (
  current_setting('app.scope', true) = 'province' AND province = nullif(current_setting('app.province', true), '')
  AND EXISTS (SELECT FROM case_claim c WHERE c.case_number = province_note.case_number AND left(c.city, 2) = province));
