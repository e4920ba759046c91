-- How much each city may keep in files, as the system administrator sets it; without any, what the environment says. Each
-- setting is kept, the last one holds.
CREATE TABLE city_quota (
  city        text NOT NULL REFERENCES city (code),
  seq         integer NOT NULL CHECK (seq > 0),
  mib         integer NOT NULL CHECK (mib > 0),
  reason      text NOT NULL CHECK (length(btrim(reason)) > 0),
  set_by      uuid NOT NULL REFERENCES account (id),
  set_by_name text NOT NULL,
  set_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq)
);
CREATE TRIGGER city_quota_append_only BEFORE UPDATE OR DELETE ON city_quota FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER city_quota_no_truncate BEFORE TRUNCATE ON city_quota FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON city_quota TO chengji_app;
ALTER TABLE city_quota ENABLE ROW LEVEL SECURITY;
ALTER TABLE city_quota FORCE ROW LEVEL SECURITY;
CREATE POLICY city_quota_owner ON city_quota TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY city_quota_read ON city_quota FOR SELECT TO chengji_app USING (
  (current_setting('app.scope', true) IN ('city', 'storage') AND city = nullif(current_setting('app.city', true), ''))
  OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
  OR current_setting('app.scope', true) = 'nation');
CREATE POLICY city_quota_insert ON city_quota FOR INSERT TO chengji_app WITH CHECK (
  current_setting('app.scope', true) = 'storage' AND city = nullif(current_setting('app.city', true), ''));

-- Whoever sets it sees how much one city keeps, and nothing else of it.
CREATE POLICY stored_file_storage ON stored_file FOR SELECT TO chengji_app USING (
  current_setting('app.scope', true) = 'storage' AND city = nullif(current_setting('app.city', true), ''));
CREATE POLICY file_upload_storage ON file_upload FOR SELECT TO chengji_app USING (
  current_setting('app.scope', true) = 'storage' AND city = nullif(current_setting('app.city', true), ''));
