-- 出错说明: what a city says in writing about a soft finding. Each is about exactly what was received and expected then; it
-- holds while these are the same, and stays in history when they are not.
CREATE TABLE finding_explanation (
  city              text NOT NULL,
  period            text NOT NULL,
  seq               integer NOT NULL CHECK (seq > 0),          -- within the report
  report_version    integer NOT NULL CHECK (report_version > 0), -- the version of the report that was being prepared
  rule              text NOT NULL CHECK (rule <> ''),
  indicator         text NOT NULL CHECK (indicator <> ''),
  part              text NOT NULL,
  expected          text NOT NULL,                             -- canonical form, see lib/ledger
  received          text NOT NULL,
  explanation       text NOT NULL CHECK (length(btrim(explanation)) > 0),
  explained_by      uuid NOT NULL REFERENCES account (id),
  explained_by_name text NOT NULL,
  explained_at      timestamptz NOT NULL,
  PRIMARY KEY (city, period, seq),
  FOREIGN KEY (city, period) REFERENCES report (city, period)
);
CREATE INDEX finding_explanation_version ON finding_explanation (city, period, report_version);

-- Which explanations a certification signed. They belong to the version that it becomes, whatever the checks say later.
CREATE TABLE certified_explanation (
  city        text NOT NULL,
  period      text NOT NULL,
  event       integer NOT NULL,
  explanation integer NOT NULL,
  PRIMARY KEY (city, period, event, explanation),
  FOREIGN KEY (city, period, event) REFERENCES report_event (city, period, seq),
  FOREIGN KEY (city, period, explanation) REFERENCES finding_explanation (city, period, seq)
);

-- What the checks found while a version was prepared, and what came of it.
CREATE TABLE version_finding (
  city      text NOT NULL,
  period    text NOT NULL,
  version   integer NOT NULL,
  rule      text NOT NULL,
  indicator text NOT NULL,
  part      text NOT NULL,
  severity  text NOT NULL CHECK (severity IN ('hard','soft')),
  expected  text NOT NULL,                                     -- as found last; canonical form
  received  text NOT NULL,
  outcome   text NOT NULL CHECK (outcome IN ('explained','corrected','open')),
  PRIMARY KEY (city, period, version, rule, indicator, part),
  FOREIGN KEY (city, period, version) REFERENCES report_version (city, period, version)
);

-- What the receipt says of the findings that stood when the version was submitted.
ALTER TABLE report_version ADD COLUMN soft_open integer NOT NULL DEFAULT 0 CHECK (soft_open >= 0);
ALTER TABLE report_version ADD COLUMN soft_explained integer NOT NULL DEFAULT 0 CHECK (soft_explained >= 0);

-- Explaining is preparing: it ends with the certification, and nobody certifies what he or she explained.
CREATE TRIGGER finding_explanation_editable BEFORE INSERT ON finding_explanation FOR EACH ROW EXECUTE FUNCTION check_report_editable();

CREATE FUNCTION check_certifier_explained() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'certified' AND EXISTS (
       SELECT FROM finding_explanation x
       WHERE x.city = NEW.city AND x.period = NEW.period AND x.report_version = NEW.version AND x.explained_by = NEW.actor) THEN
    RAISE EXCEPTION 'the certifier explained a finding of this version' USING ERRCODE = 'CJ003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_event_explained BEFORE INSERT ON report_event FOR EACH ROW EXECUTE FUNCTION check_certifier_explained();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['finding_explanation','certified_explanation','version_finding'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (
        (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
        OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
        OR current_setting('app.scope', true) = 'nation')$p$, t || '_read', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (
        current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))$p$, t || '_insert', t);
  END LOOP;
END $$;
