-- Evaluations. A round asks the same of several cities as of one quarter; of each city in it there are versions, of which the
-- last may be open; a sealed one never changes and stays readable when a new version is opened beside it.
CREATE TABLE evaluation_round (
  id               uuid PRIMARY KEY,
  kind             text NOT NULL CHECK (kind IN ('midTerm','annual','final')),
  number           integer NOT NULL CHECK (number > 0),             -- counts the rounds of its kind
  title            text NOT NULL CHECK (length(btrim(title)) > 0),
  document_number  text NOT NULL DEFAULT '',                       -- of the document that calls for it
  as_of            text NOT NULL CHECK (as_of ~ '^[0-9]{4}Q[1-4]$'),  -- the quarter as of which results are judged
  opens_on         date NOT NULL,
  closes_on        date NOT NULL,
  scheme_decision  uuid REFERENCES decision (id),                  -- NULL: no document gives weights, the demonstration scheme is used
  made_by          uuid NOT NULL REFERENCES account (id),
  made_by_name     text NOT NULL,
  made_at          timestamptz NOT NULL,
  UNIQUE (kind, number),
  CHECK (opens_on <= closes_on)
);

CREATE TABLE evaluation (
  city           text NOT NULL REFERENCES city (code),
  round          uuid NOT NULL REFERENCES evaluation_round (id),
  version        integer NOT NULL CHECK (version > 0),
  reason         text NOT NULL DEFAULT '',                         -- why it was opened again
  opened_by      uuid NOT NULL REFERENCES account (id),
  opened_by_name text NOT NULL,
  opened_at      timestamptz NOT NULL,
  PRIMARY KEY (city, round, version),
  CONSTRAINT evaluation_reason CHECK (version = 1 OR length(btrim(reason)) > 0)
);

-- What two people signed: the score and the facts it rests on, from which it can be computed again.
CREATE TABLE evaluation_seal (
  city               text NOT NULL,
  round              uuid NOT NULL,
  version            integer NOT NULL,
  as_of              text NOT NULL,
  score              text NOT NULL CHECK (score ~ '^[0-9]+([./][0-9]+)?$'),           -- exact, out of 100: decimal or reduced fraction
  score_basis_points integer NOT NULL CHECK (score_basis_points BETWEEN 0 AND 10000),  -- hundredths of a point, rounded down
  grade              text CHECK (grade IN ('excellent','good','fair','poor')),
  snapshot           text NOT NULL,                                -- canonical form, see lib/ledger
  snapshot_sha256    text NOT NULL CHECK (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
  rule_version       text NOT NULL,
  scheme_decision    uuid REFERENCES decision (id),
  demonstration      boolean NOT NULL,                             -- scored by no document's weights: nothing is paid by it
  first_signer       uuid NOT NULL REFERENCES account (id),
  first_signer_name  text NOT NULL,
  first_signed_at    timestamptz NOT NULL,
  second_signer      uuid NOT NULL REFERENCES account (id),
  second_signer_name text NOT NULL,
  sealed_at          timestamptz NOT NULL,
  PRIMARY KEY (city, round, version),
  FOREIGN KEY (city, round, version) REFERENCES evaluation (city, round, version),
  CONSTRAINT evaluation_seal_two_people CHECK (first_signer <> second_signer),
  CONSTRAINT evaluation_seal_demonstration CHECK (demonstration = (scheme_decision IS NULL)),
  CONSTRAINT evaluation_seal_digest CHECK (snapshot_sha256 = encode(sha256(convert_to(snapshot, 'UTF8')), 'hex'))
);

-- Versions follow one another, and the next one only when the last is sealed.
CREATE FUNCTION check_evaluation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('evaluation ' || NEW.city || NEW.round, 0));
  SELECT max(e.version) INTO last FROM evaluation e WHERE e.city = NEW.city AND e.round = NEW.round;
  IF NEW.version <> coalesce(last, 0) + 1 OR (last IS NOT NULL AND NOT EXISTS (
      SELECT FROM evaluation_seal s WHERE s.city = NEW.city AND s.round = NEW.round AND s.version = last)) THEN
    RAISE EXCEPTION 'version % does not follow a sealed one', NEW.version USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_follows BEFORE INSERT ON evaluation FOR EACH ROW EXECUTE FUNCTION check_evaluation();

-- A seal is of the round's own quarter and scheme.
CREATE FUNCTION check_evaluation_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('evaluation ' || NEW.city || NEW.round, 0));
  IF NOT EXISTS (SELECT FROM evaluation_round r WHERE r.id = NEW.round AND r.as_of = NEW.as_of
      AND r.scheme_decision IS NOT DISTINCT FROM NEW.scheme_decision) THEN
    RAISE EXCEPTION 'the seal is not of the round' USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_seal_follows BEFORE INSERT ON evaluation_seal FOR EACH ROW EXECUTE FUNCTION check_evaluation_seal();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['evaluation_round','evaluation','evaluation_seal'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['evaluation','evaluation_seal'] LOOP
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (
        (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
        OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
        OR current_setting('app.scope', true) = 'nation')$p$, t || '_read', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (
        current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))$p$, t || '_insert', t);
  END LOOP;
END $$;
-- A round says nothing of any city: whoever is signed in may know of it, and the nation makes it.
CREATE POLICY evaluation_round_read ON evaluation_round FOR SELECT TO chengji_app USING (nullif(current_setting('app.scope', true), '') IS NOT NULL);
CREATE POLICY evaluation_round_insert ON evaluation_round FOR INSERT TO chengji_app WITH CHECK (current_setting('app.scope', true) = 'nation');
