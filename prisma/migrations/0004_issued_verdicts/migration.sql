-- Issued verdicts: what was judged when a quarter's report was accepted, with the rule version and the decision on base year
-- and span that held then. History: a later rule, decision or figure never changes them.
CREATE TABLE issued_verdict (
  city                    text NOT NULL REFERENCES city (code),
  as_of                   text NOT NULL CHECK (as_of ~ '^[0-9]{4}Q[1-4]$'),
  report_version          integer NOT NULL,                    -- the version of the report whose acceptance issued it
  indicator               text NOT NULL,
  against                 text NOT NULL CHECK (against IN ('floor','target')),
  verdict                 text NOT NULL,
  rule_version            text NOT NULL,
  configuration_decision  uuid REFERENCES decision (id),       -- NULL: the default of readings R3 and R4
  outcome                 text NOT NULL,                       -- canonical form, see lib/ledger; shape: Verdict in lib/rules
  explanation             text NOT NULL,                       -- canonical form; shape: public/schemas/explanation-1.json
  explanation_hash        text NOT NULL,                       -- SHA-256 of explanation, hex; the ledger names it too
  issued_by               uuid NOT NULL REFERENCES account (id),
  issued_by_name          text NOT NULL,
  issued_at               timestamptz NOT NULL,
  PRIMARY KEY (city, as_of, report_version, indicator, against),
  FOREIGN KEY (city, as_of, report_version) REFERENCES report_version (city, period, version)
);

CREATE TRIGGER issued_verdict_append_only BEFORE UPDATE OR DELETE ON issued_verdict FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER issued_verdict_no_truncate BEFORE TRUNCATE ON issued_verdict FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON issued_verdict TO chengji_app;
ALTER TABLE issued_verdict ENABLE ROW LEVEL SECURITY;
ALTER TABLE issued_verdict FORCE ROW LEVEL SECURITY;
CREATE POLICY issued_verdict_owner ON issued_verdict TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY issued_verdict_read ON issued_verdict FOR SELECT TO chengji_app USING (
     (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
  OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
  OR current_setting('app.scope', true) = 'nation');
CREATE POLICY issued_verdict_insert ON issued_verdict FOR INSERT TO chengji_app WITH CHECK (
  current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''));

-- The decision book also says when the base of a city's growth result is not comparable (R8): one city's, from a document.
ALTER TABLE decision
  DROP CONSTRAINT decision_kind_check,
  ADD CONSTRAINT decision_kind_check CHECK (kind IN ('configuration','derogation','bandTable','scoringScheme','checkSeverity','comparability')),
  DROP CONSTRAINT decision_city,
  ADD CONSTRAINT decision_city CHECK ((kind IN ('configuration','derogation','comparability')) = (city IS NOT NULL)),
  DROP CONSTRAINT decision_document,
  ADD CONSTRAINT decision_document CHECK (kind NOT IN ('bandTable','scoringScheme','comparability') OR btrim(document_number) <> '');
