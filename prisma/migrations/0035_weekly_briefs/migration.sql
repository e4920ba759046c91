-- The brief of each person and week, kept as it was made; and whether a person wants to hear of it by e-mail.
CREATE TABLE weekly_brief (
  account uuid NOT NULL REFERENCES account (id),
  week    text NOT NULL CHECK (week ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),   -- its Monday, Asia/Shanghai
  content jsonb NOT NULL,                                               -- as lib/rules/weekly-brief.ts gives it
  made_at timestamptz NOT NULL,
  PRIMARY KEY (account, week)
);
CREATE INDEX weekly_brief_made ON weekly_brief (made_at);
CREATE TRIGGER weekly_brief_append_only BEFORE UPDATE OR DELETE ON weekly_brief FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER weekly_brief_no_truncate BEFORE TRUNCATE ON weekly_brief FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON weekly_brief TO chengji_app;
ALTER TABLE weekly_brief ENABLE ROW LEVEL SECURITY;
ALTER TABLE weekly_brief FORCE ROW LEVEL SECURITY;
CREATE POLICY weekly_brief_owner ON weekly_brief TO CURRENT_USER USING (true) WITH CHECK (true);
-- Each reads and keeps the own ones; the portal tells of them.
CREATE POLICY weekly_brief_read ON weekly_brief FOR SELECT TO chengji_app USING (
  account::text = current_setting('app.account', true) OR current_setting('app.scope', true) = 'portal');
CREATE POLICY weekly_brief_insert ON weekly_brief FOR INSERT TO chengji_app WITH CHECK (
  account::text = current_setting('app.account', true));

ALTER TABLE account ADD COLUMN brief_mail boolean NOT NULL DEFAULT true;
GRANT UPDATE (brief_mail) ON account TO chengji_app;
