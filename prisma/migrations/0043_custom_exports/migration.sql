-- A kept view can be an export of one's own: its query says what, its cadence when it is made by itself.
ALTER TABLE saved_view
  ADD COLUMN purpose      text NOT NULL DEFAULT 'explore' CHECK (purpose IN ('explore', 'export')),
  ADD COLUMN cadence      text NOT NULL DEFAULT 'none' CHECK (cadence IN ('none', 'weekly', 'monthly', 'afterLock')),
  ADD COLUMN scheduled_at timestamptz,                -- since when it is made at that cadence
  ADD COLUMN locale       text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
  ADD CONSTRAINT saved_view_scheduled CHECK ((cadence = 'none') = (scheduled_at IS NULL) AND (cadence = 'none' OR purpose = 'export'));
GRANT UPDATE (name, query, cadence, scheduled_at, locale) ON saved_view TO chengji_app;
CREATE POLICY saved_view_portal ON saved_view FOR SELECT TO chengji_app USING (current_setting('app.scope', true) = 'portal');

-- What was made at a cadence: once each. `due`: the Monday, the month, or the quarter that was locked.
CREATE TABLE export_schedule_run (
  account uuid NOT NULL,
  view    uuid NOT NULL,
  due     text NOT NULL CHECK (due ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|Q[1-4])$'),
  export  uuid NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (account, view, due),
  FOREIGN KEY (account, view) REFERENCES saved_view (account, id),
  FOREIGN KEY (account, export) REFERENCES export_request (account, id)
);
CREATE TRIGGER export_schedule_run_append_only BEFORE UPDATE OR DELETE ON export_schedule_run FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER export_schedule_run_no_truncate BEFORE TRUNCATE ON export_schedule_run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON export_schedule_run TO chengji_app;
ALTER TABLE export_schedule_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE export_schedule_run FORCE ROW LEVEL SECURITY;
CREATE POLICY export_schedule_run_owner ON export_schedule_run TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY export_schedule_run_read ON export_schedule_run FOR SELECT TO chengji_app USING (
  account::text = current_setting('app.account', true) OR current_setting('app.scope', true) = 'portal');
CREATE POLICY export_schedule_run_insert ON export_schedule_run FOR INSERT TO chengji_app WITH CHECK (
  account::text = current_setting('app.account', true));
