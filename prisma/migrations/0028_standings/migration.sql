-- How a city stands as of each quarter of its span, kept in the transaction that changes its accepted facts: what pages about
-- many cities read instead of every fact. `terms` names what it was judged by; where other terms hold, the page judges anew.
CREATE TABLE standing (
  city            text NOT NULL REFERENCES city (code),
  as_of           text NOT NULL,
  terms           text NOT NULL,                               -- digest of rule version, base year, span and incomparable bases
  verdicts        text NOT NULL,                               -- by lib/reporting/packed-verdicts.ts
  met             integer NOT NULL,
  short           integer NOT NULL,
  on_pace         integer NOT NULL,
  behind_pace     integer NOT NULL,
  undecided       integer NOT NULL,                            -- figures missing, not computable, not yet due
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, as_of)
);
CREATE INDEX standing_as_of ON standing (as_of, city) INCLUDE (met, short, on_pace, behind_pace, undecided);
-- How many reports of each period were accepted. Saving a draft touches no column of it, and so not the index either.
CREATE INDEX quarter_summary_accepted ON quarter_summary (period, city) WHERE accepted_version IS NOT NULL;
-- What changed since a moment, over all cities.
CREATE INDEX issued_verdict_when ON issued_verdict (issued_at DESC, city);
CREATE INDEX report_event_when ON report_event (at DESC, city);

GRANT SELECT, INSERT, UPDATE ON standing TO chengji_app;
ALTER TABLE standing ENABLE ROW LEVEL SECURITY;
ALTER TABLE standing FORCE ROW LEVEL SECURITY;
CREATE POLICY standing_owner ON standing TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY standing_read ON standing FOR SELECT TO chengji_app USING (
  (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
  OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
  OR current_setting('app.scope', true) = 'nation');
CREATE POLICY standing_insert ON standing FOR INSERT TO chengji_app WITH CHECK (
  current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''));
CREATE POLICY standing_update ON standing FOR UPDATE TO chengji_app
  USING (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
  WITH CHECK (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''));

-- Up to when a person has seen what changed. Append-only: the latest counts.
CREATE TABLE overview_visit (
  account uuid NOT NULL REFERENCES account (id),
  at      timestamptz NOT NULL,
  PRIMARY KEY (account, at)
);
CREATE TRIGGER overview_visit_append_only BEFORE UPDATE OR DELETE ON overview_visit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER overview_visit_no_truncate BEFORE TRUNCATE ON overview_visit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON overview_visit TO chengji_app;
ALTER TABLE overview_visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE overview_visit FORCE ROW LEVEL SECURITY;
CREATE POLICY overview_visit_owner ON overview_visit TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY overview_visit_read ON overview_visit FOR SELECT TO chengji_app USING (account::text = current_setting('app.account', true));
CREATE POLICY overview_visit_insert ON overview_visit FOR INSERT TO chengji_app WITH CHECK (account::text = current_setting('app.account', true));
