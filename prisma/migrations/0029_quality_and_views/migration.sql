-- What reviewers did about a figure that is worth a look. Append-only; the last entry of a finding says how it stands.
CREATE TABLE quality_mark (
  city       text NOT NULL REFERENCES city (code),
  period     text NOT NULL,
  indicator  text NOT NULL,
  kind       text NOT NULL,                                    -- what was found, lib/rules/anomalies.ts
  seq        integer NOT NULL CHECK (seq > 0),
  state      text NOT NULL CHECK (state IN ('taken', 'asked', 'closed')),
  note       text NOT NULL DEFAULT '',
  received   text NOT NULL,                                    -- the figure it is about: another figure is another finding
  owner      uuid NOT NULL REFERENCES account (id),
  owner_name text NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (city, period, indicator, kind, seq),
  CHECK (state <> 'closed' OR length(btrim(note)) > 0)
);
CREATE TRIGGER quality_mark_append_only BEFORE UPDATE OR DELETE ON quality_mark FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER quality_mark_no_truncate BEFORE TRUNCATE ON quality_mark FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON quality_mark TO chengji_app;
ALTER TABLE quality_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE quality_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY quality_mark_owner ON quality_mark TO CURRENT_USER USING (true) WITH CHECK (true);
-- Reviewers' words among themselves: no permit of a single city shows them.
CREATE POLICY quality_mark_read ON quality_mark FOR SELECT TO chengji_app USING (
  (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
  OR current_setting('app.scope', true) = 'nation');
CREATE POLICY quality_mark_insert ON quality_mark FOR INSERT TO chengji_app WITH CHECK (
  current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''));

-- Views of the figures that a person keeps: an address with a name. Whoever is sent the address sees what lies in his or her own reach.
CREATE TABLE saved_view (
  account uuid NOT NULL REFERENCES account (id),
  id      uuid NOT NULL,
  name    text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 80),
  query   text NOT NULL CHECK (length(query) <= 4000),
  at      timestamptz NOT NULL,
  removed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (account, id)
);
GRANT SELECT, INSERT, UPDATE (removed) ON saved_view TO chengji_app;
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY saved_view_owner ON saved_view TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY saved_view_read ON saved_view FOR SELECT TO chengji_app USING (account::text = current_setting('app.account', true));
CREATE POLICY saved_view_insert ON saved_view FOR INSERT TO chengji_app WITH CHECK (account::text = current_setting('app.account', true));
CREATE POLICY saved_view_update ON saved_view FOR UPDATE TO chengji_app
  USING (account::text = current_setting('app.account', true)) WITH CHECK (account::text = current_setting('app.account', true));
