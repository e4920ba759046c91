-- Due, late and locked are three moments. NULL: late as soon as it was due.
ALTER TABLE reporting_period ADD COLUMN late_after timestamptz;
ALTER TABLE reporting_period ADD CONSTRAINT reporting_period_late
  CHECK (late_after IS NULL OR (late_after >= due_at AND (locked_after IS NULL OR late_after <= locked_after)));

-- More time for one city's report: asked for with a reason and an end, and granted or refused by somebody else.
CREATE TABLE deadline_extension (
  city          text NOT NULL,
  period        text NOT NULL,
  seq           integer NOT NULL CHECK (seq > 0),
  until         timestamptz NOT NULL,                            -- not late, and not locked, until then
  reason        text NOT NULL CHECK (length(btrim(reason)) > 0),
  asked_by      uuid NOT NULL REFERENCES account (id),
  asked_by_name text NOT NULL,
  asked_by_role text NOT NULL,
  asked_at      timestamptz NOT NULL,
  PRIMARY KEY (city, period, seq),
  FOREIGN KEY (city) REFERENCES city (code),
  FOREIGN KEY (period) REFERENCES reporting_period (period),
  CHECK (until > asked_at)
);

CREATE TABLE deadline_extension_decision (
  city            text NOT NULL,
  period          text NOT NULL,
  seq             integer NOT NULL,
  granted         boolean NOT NULL,
  reason          text NOT NULL DEFAULT '',
  decided_by      uuid NOT NULL REFERENCES account (id),
  decided_by_name text NOT NULL,
  decided_by_role text NOT NULL CHECK (decided_by_role IN ('cnipa_reviewer', 'mof_reviewer')),
  decided_at      timestamptz NOT NULL,
  PRIMARY KEY (city, period, seq),
  FOREIGN KEY (city, period, seq) REFERENCES deadline_extension (city, period, seq),
  CHECK (granted OR length(btrim(reason)) > 0)
);

-- One request at a time, in order; and nobody grants what he or she asked for.
CREATE FUNCTION check_deadline_extension() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> 1 + (SELECT count(*) FROM deadline_extension e WHERE e.city = NEW.city AND e.period = NEW.period)
     OR EXISTS (SELECT FROM deadline_extension e WHERE e.city = NEW.city AND e.period = NEW.period AND NOT EXISTS (
          SELECT FROM deadline_extension_decision d WHERE d.city = e.city AND d.period = e.period AND d.seq = e.seq)) THEN
    RAISE EXCEPTION 'an earlier request for more time is undecided' USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deadline_extension_continues BEFORE INSERT ON deadline_extension
  FOR EACH ROW EXECUTE FUNCTION check_deadline_extension();

CREATE FUNCTION check_deadline_extension_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM deadline_extension e
             WHERE e.city = NEW.city AND e.period = NEW.period AND e.seq = NEW.seq AND e.asked_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'an extension is decided by another person than who asked' USING ERRCODE = 'CJ003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deadline_extension_decision_other BEFORE INSERT ON deadline_extension_decision
  FOR EACH ROW EXECUTE FUNCTION check_deadline_extension_decision();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['deadline_extension','deadline_extension_decision'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (
        (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
        OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
        OR current_setting('app.scope', true) = 'nation')$p$, t || '_read', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (
        current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))$p$, t || '_insert', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;
