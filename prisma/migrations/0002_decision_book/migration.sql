-- The decision book: what changes how results are judged or money is graded. A decision is proposed with its reason and its
-- rehearsed effects, and takes effect only when a second person has signed it. Both tables are history.
CREATE TABLE decision (
  id                uuid PRIMARY KEY,
  kind              text NOT NULL CHECK (kind IN ('configuration','derogation','bandTable','scoringScheme','checkSeverity')),
  city              text REFERENCES city (code),               -- the city it is about; NULL: all of them
  content           text NOT NULL,                             -- canonical form, see lib/ledger; shape: DecisionContent in lib/decisions
  content_hash      text NOT NULL,                             -- SHA-256 of content, hex
  document_number   text NOT NULL DEFAULT '',
  reason            text NOT NULL CHECK (length(btrim(reason)) > 0),
  effective_from    date NOT NULL,
  ends_on           date,
  rehearsal         text NOT NULL,                             -- canonical form: what it would change, as the proposer saw it
  proposed_by       uuid NOT NULL REFERENCES account (id),
  proposed_by_name  text NOT NULL,
  proposed_at       timestamptz NOT NULL,
  CHECK (ends_on IS NULL OR ends_on >= effective_from),
  -- A derogation is one city's and ends; bands and weights are everybody's and come from a document (R12, R13).
  CONSTRAINT decision_city CHECK ((kind IN ('configuration','derogation')) = (city IS NOT NULL)),
  CONSTRAINT decision_derogation CHECK (kind <> 'derogation' OR ends_on IS NOT NULL),
  CONSTRAINT decision_document CHECK (kind NOT IN ('bandTable','scoringScheme') OR btrim(document_number) <> '')
);

CREATE TABLE decision_signature (
  decision   uuid PRIMARY KEY REFERENCES decision (id),        -- one second signature, and no other
  kind       text NOT NULL CHECK (kind IN ('approved','rejected','withdrawn')),
  reason     text NOT NULL DEFAULT '',
  rehearsal  text NOT NULL DEFAULT '',                         -- what it would change, as the second person saw it
  actor      uuid NOT NULL REFERENCES account (id),
  actor_name text NOT NULL,
  at         timestamptz NOT NULL,
  seq        integer GENERATED ALWAYS AS IDENTITY UNIQUE,      -- which of two signed at the same moment came later
  CONSTRAINT decision_signature_reason CHECK (kind = 'approved' OR length(btrim(reason)) > 0)
);

-- Two people, and one life: proposed, then approved, rejected or withdrawn. What is in force ends by its date or by a later decision.
CREATE FUNCTION check_decision_signature() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE proposer uuid;
BEGIN
  SELECT proposed_by INTO proposer FROM decision d WHERE d.id = NEW.decision;
  IF (NEW.kind IN ('approved','rejected') AND NEW.actor = proposer) OR (NEW.kind = 'withdrawn' AND NEW.actor <> proposer) THEN
    RAISE EXCEPTION 'a decision is signed by two different people' USING ERRCODE = 'CJ003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_signature_second BEFORE INSERT ON decision_signature FOR EACH ROW EXECUTE FUNCTION check_decision_signature();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['decision','decision_signature'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
    -- Only the nation decides.
    EXECUTE format($p$CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (current_setting('app.scope', true) = 'nation')$p$, t || '_insert', t);
  END LOOP;
END $$;
-- What concerns all is read by whoever reads figures; what concerns one city, by that city, its province and the nation.
CREATE POLICY decision_read ON decision FOR SELECT TO chengji_app USING (
     current_setting('app.scope', true) = 'nation'
  OR (current_setting('app.scope', true) = 'city' AND (city IS NULL OR city = nullif(current_setting('app.city', true), '')))
  OR (current_setting('app.scope', true) = 'province' AND (city IS NULL OR left(city, 2) = nullif(current_setting('app.province', true), ''))));
CREATE POLICY decision_signature_read ON decision_signature FOR SELECT TO chengji_app
  USING (EXISTS (SELECT FROM decision d WHERE d.id = decision));
