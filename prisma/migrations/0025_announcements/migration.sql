-- Announcements (公告): of the nation, or to one province, for as long as they say. They are kept as written.
CREATE TABLE announcement (
  id              uuid PRIMARY KEY,
  province        text CHECK (province ~ '^[0-9]{2}$'),         -- NULL: to everybody
  title           text NOT NULL CHECK (length(btrim(title)) > 0),
  body            text NOT NULL CHECK (length(btrim(body)) > 0),
  shown_from      date NOT NULL,
  shown_until     date NOT NULL CHECK (shown_until >= shown_from),
  written_by      uuid NOT NULL REFERENCES account (id),
  written_by_name text NOT NULL,
  written_by_role text NOT NULL,
  written_at      timestamptz NOT NULL,
  -- A province speaks to itself.
  CHECK (written_by_role <> 'provincial_reviewer' OR province IS NOT NULL)
);
CREATE TABLE announcement_mark (
  account      uuid NOT NULL REFERENCES account (id),
  announcement uuid NOT NULL REFERENCES announcement (id),
  read_at      timestamptz NOT NULL,
  PRIMARY KEY (account, announcement)
);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['announcement','announcement_mark'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;
-- Whoever has an account reads what is for everybody; of a province, whoever is of it, and whoever is of none.
CREATE POLICY announcement_read ON announcement FOR SELECT TO chengji_app USING (
  EXISTS (SELECT FROM account a WHERE a.id::text = current_setting('app.account', true)
          AND (announcement.province IS NULL OR announcement.province = coalesce(a.province, left(a.city, 2), announcement.province))));
CREATE POLICY announcement_insert ON announcement FOR INSERT TO chengji_app WITH CHECK (
  EXISTS (SELECT FROM account a WHERE a.id::text = current_setting('app.account', true) AND a.id = written_by AND a.role = written_by_role
          AND a.role IN ('provincial_reviewer','cnipa_reviewer','mof_reviewer','system_admin')
          AND (a.province IS NULL OR a.province = announcement.province)));
CREATE POLICY announcement_mark_read ON announcement_mark FOR SELECT TO chengji_app USING (account::text = current_setting('app.account', true));
CREATE POLICY announcement_mark_insert ON announcement_mark FOR INSERT TO chengji_app WITH CHECK (account::text = current_setting('app.account', true));
