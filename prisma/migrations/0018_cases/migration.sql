-- A row that was submitted is never deleted: it is withdrawn with its reason, stays in the version, and counts no more.
ALTER TABLE register_row ADD COLUMN withdrawn text NOT NULL DEFAULT '' CHECK (withdrawn = '' OR removed);
ALTER TABLE version_row ADD COLUMN withdrawn text NOT NULL DEFAULT '';
-- By whom else an enterprise is claimed is asked once a report is accepted, over all cities.
CREATE INDEX version_row_code ON version_row (credit_code, indicator) WHERE credit_code IS NOT NULL;

-- One enterprise that two cities or more claim for one result. The case itself names no city.
CREATE TABLE duplicate_case (
  number    integer PRIMARY KEY CHECK (number > 0),
  indicator text NOT NULL,
  identity  text NOT NULL,                                     -- credit code
  opened_at timestamptz NOT NULL,
  UNIQUE (indicator, identity)
);

-- One city's side of a case: all that this city sees of it.
CREATE TABLE case_claim (
  city        text NOT NULL REFERENCES city (code),
  case_number integer NOT NULL REFERENCES duplicate_case (number),
  period      text NOT NULL,                                   -- of the report that first claimed it
  name        text NOT NULL,                                   -- as that report has it
  claimed_at  timestamptz NOT NULL,
  PRIMARY KEY (city, case_number)
);

-- What reviewers did with a case: notes, and the decision which city counts. Their words may name any city.
CREATE TABLE case_step (
  case_number integer NOT NULL REFERENCES duplicate_case (number),
  seq         integer NOT NULL CHECK (seq > 0),
  kind        text NOT NULL CHECK (kind IN ('note','decided')),
  counts_in   text,                                            -- decided: the one city that counts it; NULL: every one of them
  reason      text NOT NULL CHECK (length(btrim(reason)) > 0),
  actor       uuid NOT NULL REFERENCES account (id),
  actor_name  text NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (case_number, seq),
  CHECK (kind = 'decided' OR counts_in IS NULL)
);

-- What a decision means for one city: whether the enterprise counts there from then on.
CREATE TABLE case_outcome (
  city        text NOT NULL,
  case_number integer NOT NULL,
  seq         integer NOT NULL,                                -- of the step that decided
  indicator   text NOT NULL,
  identity    text NOT NULL,
  counts      boolean NOT NULL,
  decided_at  timestamptz NOT NULL,
  PRIMARY KEY (city, case_number, seq),
  FOREIGN KEY (city, case_number) REFERENCES case_claim (city, case_number),
  FOREIGN KEY (case_number, seq) REFERENCES case_step (case_number, seq)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['duplicate_case','case_claim','case_step','case_outcome'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['case_claim','case_outcome'] LOOP
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (
        (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
        OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
        OR current_setting('app.scope', true) = 'nation')$p$, t || '_read', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (
        current_setting('app.scope', true) = 'nation' AND city = nullif(current_setting('app.city', true), ''))$p$, t || '_insert', t);
  END LOOP;
  -- Only the nation finds cases and decides them.
  FOREACH t IN ARRAY ARRAY['duplicate_case','case_step'] LOOP
    EXECUTE format($p$CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (current_setting('app.scope', true) = 'nation')$p$, t || '_insert', t);
  END LOOP;
END $$;
-- Whoever sees a side of a case sees its number; the words of reviewers are the nation's alone.
CREATE POLICY duplicate_case_read ON duplicate_case FOR SELECT TO chengji_app USING (
  current_setting('app.scope', true) = 'nation' OR EXISTS (SELECT FROM case_claim c WHERE c.case_number = number));
CREATE POLICY case_step_read ON case_step FOR SELECT TO chengji_app USING (current_setting('app.scope', true) = 'nation');
