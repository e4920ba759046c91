-- The life of an evaluation: who assesses which city and when, what the city says of itself, two readings of what only people
-- can judge that do not know of each other, what a third makes of their differences, and the first of two signatures.

-- An assessor is assigned to a city for some days and has one duty in it; the last row about a person holds.
ALTER TABLE account ADD CONSTRAINT account_role_once UNIQUE (id, role);
CREATE TABLE evaluation_assignment (
  city             text NOT NULL REFERENCES city (code),
  round            uuid NOT NULL REFERENCES evaluation_round (id),
  seq              integer NOT NULL CHECK (seq > 0),
  duty             text NOT NULL CHECK (duty IN ('first','second','lead')),  -- two readers; who settles their differences
  assessor         uuid NOT NULL,
  assessor_role    text NOT NULL CHECK (assessor_role = 'assessor'),
  assessor_name    text NOT NULL,
  from_day         date NOT NULL,
  to_day           date NOT NULL,
  ended            boolean NOT NULL DEFAULT false,
  assigned_by      uuid NOT NULL REFERENCES account (id),
  assigned_by_name text NOT NULL,
  assigned_at      timestamptz NOT NULL,
  PRIMARY KEY (city, round, seq),
  FOREIGN KEY (assessor, assessor_role) REFERENCES account (id, role),
  CHECK (from_day <= to_day)
);

-- What the city says of itself: every wording that was saved; one of them is signed by somebody who wrote none.
CREATE TABLE evaluation_statement (
  city            text NOT NULL,
  round           uuid NOT NULL,
  version         integer NOT NULL,
  seq             integer NOT NULL CHECK (seq > 0),
  achieved        text NOT NULL,
  deviations      text NOT NULL,
  next_steps      text NOT NULL,
  written_by      uuid NOT NULL REFERENCES account (id),
  written_by_name text NOT NULL,
  written_at      timestamptz NOT NULL,
  PRIMARY KEY (city, round, version, seq),
  FOREIGN KEY (city, round, version) REFERENCES evaluation (city, round, version)
);
CREATE TABLE evaluation_statement_signature (
  city           text NOT NULL,
  round          uuid NOT NULL,
  version        integer NOT NULL,
  seq            integer NOT NULL,
  signed_by      uuid NOT NULL REFERENCES account (id),
  signed_by_name text NOT NULL,
  signed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, round, version),
  FOREIGN KEY (city, round, version, seq) REFERENCES evaluation_statement (city, round, version, seq)
);

-- Marks from 0 to 100 of the results that only people can judge. A reader may say it otherwise until handing in.
CREATE TABLE evaluation_reading (
  city        text NOT NULL,
  round       uuid NOT NULL,
  version     integer NOT NULL,
  duty        text NOT NULL CHECK (duty IN ('first','second')),
  indicator   text NOT NULL,
  seq         integer NOT NULL CHECK (seq > 0),
  mark        integer NOT NULL CHECK (mark BETWEEN 0 AND 100),
  reason      text NOT NULL CHECK (length(btrim(reason)) > 0),
  reader      uuid NOT NULL REFERENCES account (id),
  reader_name text NOT NULL,
  read_at     timestamptz NOT NULL,
  PRIMARY KEY (city, round, version, duty, indicator, seq),
  FOREIGN KEY (city, round, version) REFERENCES evaluation (city, round, version)
);
-- Says that a reader is through, and nothing of what was read.
CREATE TABLE evaluation_handed_in (
  city         text NOT NULL,
  round        uuid NOT NULL,
  version      integer NOT NULL,
  duty         text NOT NULL CHECK (duty IN ('first','second')),
  reader       uuid NOT NULL REFERENCES account (id),
  reader_name  text NOT NULL,
  handed_in_at timestamptz NOT NULL,
  PRIMARY KEY (city, round, version, duty),
  FOREIGN KEY (city, round, version) REFERENCES evaluation (city, round, version)
);
CREATE TABLE evaluation_settlement (
  city            text NOT NULL,
  round           uuid NOT NULL,
  version         integer NOT NULL,
  indicator       text NOT NULL,
  seq             integer NOT NULL CHECK (seq > 0),
  mark            integer NOT NULL CHECK (mark BETWEEN 0 AND 100),
  reason          text NOT NULL CHECK (length(btrim(reason)) > 0),
  settled_by      uuid NOT NULL REFERENCES account (id),
  settled_by_name text NOT NULL,
  settled_at      timestamptz NOT NULL,
  PRIMARY KEY (city, round, version, indicator, seq),
  FOREIGN KEY (city, round, version) REFERENCES evaluation (city, round, version)
);
-- Another share (per cent) than the rules give a result, with the reason; NULL takes it back.
CREATE TABLE evaluation_override (
  city          text NOT NULL,
  round         uuid NOT NULL,
  version       integer NOT NULL,
  indicator     text NOT NULL,
  seq           integer NOT NULL CHECK (seq > 0),
  share_percent numeric(24,6) CHECK (share_percent BETWEEN 0 AND 100),
  reason        text NOT NULL CHECK (length(btrim(reason)) > 0),
  set_by        uuid NOT NULL REFERENCES account (id),
  set_by_name   text NOT NULL,
  set_at        timestamptz NOT NULL,
  PRIMARY KEY (city, round, version, indicator, seq),
  FOREIGN KEY (city, round, version) REFERENCES evaluation (city, round, version)
);
-- Which evidence and rows are looked at: drawn once for a version, so that nobody draws until it suits.
CREATE TABLE evaluation_sample (
  city              text NOT NULL,
  round             uuid NOT NULL,
  version           integer NOT NULL,
  seed              text NOT NULL CHECK (length(btrim(seed)) > 0),
  size              integer NOT NULL CHECK (size > 0),
  population        text NOT NULL,                                 -- canonical form: the keys there were
  population_sha256 text NOT NULL CHECK (population_sha256 = encode(sha256(convert_to(population, 'UTF8')), 'hex')),
  drawn             text NOT NULL,                                 -- canonical form: the keys drawn, in the order of drawing
  drawn_by          uuid NOT NULL REFERENCES account (id),
  drawn_by_name     text NOT NULL,
  drawn_at          timestamptz NOT NULL,
  PRIMARY KEY (city, round, version),
  FOREIGN KEY (city, round, version) REFERENCES evaluation (city, round, version)
);
-- The first person signs a digest; the seal is the second person's signature under the same one.
CREATE TABLE evaluation_signature (
  city            text NOT NULL,
  round           uuid NOT NULL,
  version         integer NOT NULL,
  seq             integer NOT NULL CHECK (seq > 0),
  snapshot_sha256 text NOT NULL CHECK (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
  signer          uuid NOT NULL REFERENCES account (id),
  signer_name     text NOT NULL,
  signed_at       timestamptz NOT NULL,
  PRIMARY KEY (city, round, version, seq),
  FOREIGN KEY (city, round, version) REFERENCES evaluation (city, round, version)
);

-- One duty a person, one person a duty at a time.
CREATE FUNCTION check_evaluation_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('evaluation ' || NEW.city || NEW.round, 0));
  IF EXISTS (SELECT FROM evaluation_assignment a WHERE a.city = NEW.city AND a.round = NEW.round AND a.assessor = NEW.assessor AND a.duty <> NEW.duty) THEN
    RAISE EXCEPTION 'this person has another duty in the evaluation' USING ERRCODE = 'CJ003';
  END IF;
  IF NOT NEW.ended AND EXISTS (
      SELECT FROM (SELECT DISTINCT ON (a.assessor) a.* FROM evaluation_assignment a
                   WHERE a.city = NEW.city AND a.round = NEW.round AND a.duty = NEW.duty AND a.assessor <> NEW.assessor
                   ORDER BY a.assessor, a.seq DESC) other
      WHERE NOT other.ended AND other.from_day <= NEW.to_day AND NEW.from_day <= other.to_day) THEN
    RAISE EXCEPTION 'another person has this duty then' USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_assignment_alone BEFORE INSERT ON evaluation_assignment FOR EACH ROW EXECUTE FUNCTION check_evaluation_assignment();

-- A sealed version stays as it is. The lock is the one that seals take.
CREATE FUNCTION check_evaluation_unsealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('evaluation ' || NEW.city || NEW.round, 0));
  IF EXISTS (SELECT FROM evaluation_seal s WHERE s.city = NEW.city AND s.round = NEW.round AND s.version = NEW.version) THEN
    RAISE EXCEPTION 'this version is sealed' USING ERRCODE = 'CJ004';
  END IF;
  RETURN NEW;
END $$;

-- Nothing is written to a statement that was signed, and nobody signs his or her own words.
CREATE FUNCTION check_evaluation_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM evaluation_statement_signature s WHERE s.city = NEW.city AND s.round = NEW.round AND s.version = NEW.version) THEN
    RAISE EXCEPTION 'the statement is signed' USING ERRCODE = 'CJ004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_statement_open BEFORE INSERT ON evaluation_statement FOR EACH ROW EXECUTE FUNCTION check_evaluation_statement();
CREATE FUNCTION check_evaluation_statement_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM evaluation_statement s WHERE s.city = NEW.city AND s.round = NEW.round AND s.version = NEW.version AND s.written_by = NEW.signed_by) THEN
    RAISE EXCEPTION 'the signer wrote the statement' USING ERRCODE = 'CJ003';
  END IF;
  IF EXISTS (SELECT FROM evaluation_statement s WHERE s.city = NEW.city AND s.round = NEW.round AND s.version = NEW.version AND s.seq > NEW.seq) THEN
    RAISE EXCEPTION 'a later wording was saved' USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_statement_signature_second BEFORE INSERT ON evaluation_statement_signature FOR EACH ROW EXECUTE FUNCTION check_evaluation_statement_signature();

-- What was handed in stands.
CREATE FUNCTION check_evaluation_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM evaluation_handed_in h WHERE h.city = NEW.city AND h.round = NEW.round AND h.version = NEW.version AND h.duty = NEW.duty) THEN
    RAISE EXCEPTION 'the readings were handed in' USING ERRCODE = 'CJ004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_reading_open BEFORE INSERT ON evaluation_reading FOR EACH ROW EXECUTE FUNCTION check_evaluation_reading();

-- What the signed-in person has to do in a city today, by the last row about him or her; none outside of the days assigned.
CREATE FUNCTION own_duty(of_city text, of_round uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT last.duty FROM (
    SELECT a.* FROM evaluation_assignment a
    WHERE a.city = of_city AND a.round = of_round AND a.assessor::text = current_setting('app.account', true)
    ORDER BY a.seq DESC LIMIT 1) last
  WHERE NOT last.ended AND (chengji_now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN last.from_day AND last.to_day
$$;
CREATE FUNCTION assessor_may_read(of_city text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM (SELECT DISTINCT a.round FROM evaluation_assignment a
    WHERE a.city = of_city AND a.assessor::text = current_setting('app.account', true)) mine WHERE own_duty(of_city, mine.round) IS NOT NULL)
$$;
-- Whether both readers are through; before that each knows of the own readings alone.
CREATE FUNCTION both_handed_in(of_city text, of_round uuid, of_version integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT count(*) = 2 FROM evaluation_handed_in h WHERE h.city = of_city AND h.round = of_round AND h.version = of_version
$$;

DO $$
DECLARE
  t text;
  usual constant text := $p$
    (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
    OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
    OR current_setting('app.scope', true) = 'nation'$p$;
  -- An assessor's permit is for one city, and shows it only while he or she is assigned to it.
  assessed constant text := $p$(current_setting('app.scope', true) = 'assessed' AND city = nullif(current_setting('app.city', true), '') AND assessor_may_read(city))$p$;
  own constant text := $p$assessor::text = current_setting('app.account', true)$p$;
  by_city constant text := $p$current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), '')$p$;
  by_assessor constant text := $p$current_setting('app.scope', true) = 'assessed' AND city = nullif(current_setting('app.city', true), '')$p$;
BEGIN
  FOREACH t IN ARRAY ARRAY['evaluation_assignment','evaluation_statement','evaluation_statement_signature','evaluation_reading',
      'evaluation_handed_in','evaluation_settlement','evaluation_override','evaluation_sample','evaluation_signature'] LOOP
    IF t <> 'evaluation_assignment' THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION check_evaluation_unsealed()', t || '_a_unsealed', t);
    END IF;
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;

  -- One's own assignments are read wherever one stands: they say which cities there are to assess.
  EXECUTE format('CREATE POLICY evaluation_assignment_read ON evaluation_assignment FOR SELECT TO chengji_app USING (%s OR %s OR current_setting(''app.scope'', true) = ''portal'')', usual, own);
  EXECUTE format('CREATE POLICY evaluation_reading_read ON evaluation_reading FOR SELECT TO chengji_app USING ((%s OR %s) AND (reader::text = current_setting(''app.account'', true) OR both_handed_in(city, round, version)))', usual, assessed);
  FOREACH t IN ARRAY ARRAY['evaluation_statement','evaluation_statement_signature','evaluation_handed_in','evaluation_settlement',
      'evaluation_override','evaluation_sample','evaluation_signature'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (%s OR %s)', t || '_read', t, usual, assessed);
  END LOOP;

  FOREACH t IN ARRAY ARRAY['evaluation_assignment','evaluation_statement','evaluation_statement_signature','evaluation_signature'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (%s)', t || '_insert', t, by_city);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['evaluation_reading','evaluation_handed_in'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (%s AND reader::text = current_setting(''app.account'', true) AND own_duty(city, round) = duty)', t || '_insert', t, by_assessor);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['evaluation_override','evaluation_sample'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (%s AND own_duty(city, round) = ''lead'')', t || '_insert', t, by_assessor);
  END LOOP;
  -- A difference is settled once there is one to see.
  EXECUTE format('CREATE POLICY evaluation_settlement_insert ON evaluation_settlement FOR INSERT TO chengji_app WITH CHECK (%s AND own_duty(city, round) = ''lead'' AND both_handed_in(city, round, version))', by_assessor);

  -- Who seals signs what another signed.
  EXECUTE format($p$CREATE POLICY evaluation_seal_second ON evaluation_seal AS RESTRICTIVE FOR INSERT TO chengji_app WITH CHECK (%s
    AND second_signer::text = current_setting('app.account', true) AND EXISTS (SELECT FROM evaluation_signature g WHERE g.city = evaluation_seal.city AND g.round = evaluation_seal.round
      AND g.version = evaluation_seal.version AND g.signer = evaluation_seal.first_signer AND g.snapshot_sha256 = evaluation_seal.snapshot_sha256))$p$, by_city);

  -- What an assessor may read of the city he or she is assigned to: what it submitted, planned and spent; no working copy.
  FOREACH t IN ARRAY ARRAY['evaluation','evaluation_seal','own_target','report','report_version','version_figure','version_row','report_event',
      'returned_figure','quarter_summary','issued_verdict','certified_explanation','version_evidence','stored_file','restatement',
      'restatement_answer','standing','plan_version','plan_task','plan_event','plan_progress','plan_evidence','fund_payment',
      'fund_payment_answer','fund_entry','monitor_reason'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING %s', t || '_assessed', t, assessed);
  END LOOP;
  EXECUTE 'CREATE POLICY decision_assessed ON decision FOR SELECT TO chengji_app USING (current_setting(''app.scope'', true) = ''assessed'' AND (city IS NULL OR (city = nullif(current_setting(''app.city'', true), '''') AND assessor_may_read(city))))';
  FOREACH t IN ARRAY ARRAY['evaluation','evaluation_seal','evaluation_statement_signature','evaluation_handed_in'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (current_setting(''app.scope'', true) = ''portal'')', t || '_portal', t);
  END LOOP;
END $$;
-- The nation chooses among the assessors that there are.
CREATE POLICY account_assessors ON account FOR SELECT TO chengji_app
  USING (role = 'assessor' AND current_setting('app.scope', true) = 'nation');
