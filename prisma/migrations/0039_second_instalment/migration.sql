-- The second instalment. A finance officer proposes it from a sealed evaluation and the active band table; another person
-- enters the amount that he or she worked out without seeing the proposal's; only where both agree is there a decision. What
-- was decided is never changed: it is reversed by two people, with a reason.
CREATE TABLE instalment_proposal (
  city             text NOT NULL,
  seq              integer NOT NULL CHECK (seq > 0),
  round            uuid NOT NULL,
  version          integer NOT NULL,
  band_table       uuid NOT NULL REFERENCES decision (id),
  inputs           text NOT NULL,                                  -- canonical form, see lib/ledger; shape: InstalmentInputs in lib/rules. Without the amount.
  inputs_sha256    text NOT NULL,
  rule             text NOT NULL,                                  -- which of lib/rules/second-instalment.ts
  rule_version     text NOT NULL,
  proposed_by      uuid NOT NULL REFERENCES account (id),
  proposed_by_name text NOT NULL,
  proposed_by_role text NOT NULL CHECK (proposed_by_role = 'finance_officer'),
  proposed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq),
  FOREIGN KEY (city, round, version) REFERENCES evaluation_seal (city, round, version),
  CONSTRAINT instalment_proposal_digest CHECK (inputs_sha256 = encode(sha256(convert_to(inputs, 'UTF8')), 'hex'))
);

-- The proposal's amount, apart: until the other person has entered an amount, the database shows it to its proposer alone.
CREATE TABLE instalment_amount (
  city        text NOT NULL,
  seq         integer NOT NULL,
  yuan        bigint NOT NULL CHECK (yuan BETWEEN 0 AND 50000000),  -- at most 5,000万元
  proposed_by uuid NOT NULL REFERENCES account (id),
  PRIMARY KEY (city, seq),
  FOREIGN KEY (city, seq) REFERENCES instalment_proposal (city, seq)
);

CREATE TABLE instalment_answer (
  city             text NOT NULL,
  seq              integer NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('entered','refused','withdrawn')),
  entered_yuan     bigint,
  reason           text NOT NULL DEFAULT '',
  answered_by      uuid NOT NULL REFERENCES account (id),
  answered_by_name text NOT NULL,
  answered_by_role text NOT NULL,
  answered_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq),
  FOREIGN KEY (city, seq) REFERENCES instalment_amount (city, seq),
  CONSTRAINT instalment_answer_amount CHECK ((kind = 'entered') = (entered_yuan IS NOT NULL)),
  CONSTRAINT instalment_answer_reason CHECK (kind = 'entered' OR length(btrim(reason)) > 0),
  CONSTRAINT instalment_answer_role CHECK (answered_by_role = CASE kind WHEN 'withdrawn' THEN 'finance_officer' ELSE 'finance_approver' END)
);

CREATE TABLE instalment_reversal (
  city          text NOT NULL,
  seq           integer NOT NULL,
  attempt       integer NOT NULL CHECK (attempt > 0),
  reason        text NOT NULL CHECK (length(btrim(reason)) > 0),
  asked_by      uuid NOT NULL REFERENCES account (id),
  asked_by_name text NOT NULL,
  asked_by_role text NOT NULL CHECK (asked_by_role = 'finance_officer'),
  asked_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq, attempt),
  FOREIGN KEY (city, seq) REFERENCES instalment_proposal (city, seq)
);

CREATE TABLE instalment_reversal_answer (
  city             text NOT NULL,
  seq              integer NOT NULL,
  attempt          integer NOT NULL,
  confirmed        boolean NOT NULL,
  reason           text NOT NULL DEFAULT '',
  answered_by      uuid NOT NULL REFERENCES account (id),
  answered_by_name text NOT NULL,
  answered_by_role text NOT NULL CHECK (answered_by_role = 'finance_approver'),
  answered_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq, attempt),
  FOREIGN KEY (city, seq, attempt) REFERENCES instalment_reversal (city, seq, attempt),
  CONSTRAINT instalment_reversal_answer_reason CHECK (confirmed OR length(btrim(reason)) > 0)
);

-- Payments of both instalments stand in one list; what was paid wrongly, or by a decision that was reversed, is taken back.
ALTER TABLE fund_payment
  ADD COLUMN decision integer,                                     -- of the second instalment
  ADD COLUMN reverses integer,                                     -- the payment that this one takes back
  DROP CONSTRAINT fund_payment_instalment_check,
  DROP CONSTRAINT fund_payment_yuan_check,
  ADD CONSTRAINT fund_payment_instalment CHECK (instalment IN (1, 2) AND (instalment = 2) = (decision IS NOT NULL)),
  ADD CONSTRAINT fund_payment_sign CHECK (yuan <> 0 AND (reverses IS NULL) = (yuan > 0)),
  ADD FOREIGN KEY (city, decision) REFERENCES instalment_proposal (city, seq),
  ADD FOREIGN KEY (city, reverses) REFERENCES fund_payment (city, seq);

-- Of another's city nothing is seen here, so nothing is checked: row-level security refuses the row.
CREATE FUNCTION of_another_city(named text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.scope', true), '') <> '' AND named IS DISTINCT FROM current_setting('app.city', true)
$$;

-- Whether a proposal was agreed on, both amounts being the same, and not reversed since.
CREATE FUNCTION instalment_holds(of_city text, number integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM instalment_answer a JOIN instalment_amount m ON m.city = a.city AND m.seq = a.seq AND m.yuan = a.entered_yuan
                 WHERE a.city = of_city AND a.seq = number AND a.kind = 'entered')
     AND NOT EXISTS (SELECT FROM instalment_reversal_answer r WHERE r.city = of_city AND r.seq = number AND r.confirmed)
$$;

-- Only the latest sealed version of a mid-term evaluation, scored by a document's weights, and the band table that holds today.
CREATE FUNCTION check_instalment_ground(p instalment_proposal) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
      SELECT FROM evaluation_seal s JOIN evaluation_round r ON r.id = s.round
      WHERE s.city = p.city AND s.round = p.round AND s.version = p.version AND NOT s.demonstration AND r.kind = 'midTerm'
        AND NOT EXISTS (SELECT FROM evaluation e WHERE e.city = s.city AND e.round = s.round AND e.version > s.version)) THEN
    RAISE EXCEPTION 'no sealed mid-term evaluation stands behind it' USING ERRCODE = 'CJ004';
  END IF;
  IF p.band_table IS DISTINCT FROM (
      SELECT d.id FROM decision d JOIN decision_signature g ON g.decision = d.id AND g.kind = 'approved'
      WHERE d.kind = 'bandTable' AND d.effective_from <= (chengji_now() AT TIME ZONE 'Asia/Shanghai')::date AND (d.ends_on IS NULL OR d.ends_on >= (chengji_now() AT TIME ZONE 'Asia/Shanghai')::date)
      ORDER BY g.seq DESC LIMIT 1) THEN
    RAISE EXCEPTION 'the band table is not the one that holds today' USING ERRCODE = 'CJ005';
  END IF;
END $$;

-- One proposal or decision of a city at a time.
CREATE FUNCTION check_instalment_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF of_another_city(NEW.city) THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('funds ' || NEW.city, 0));
  IF NEW.seq <> 1 + (SELECT count(*) FROM instalment_proposal p WHERE p.city = NEW.city) OR EXISTS (
      SELECT FROM instalment_proposal p WHERE p.city = NEW.city AND (instalment_holds(p.city, p.seq)
        OR NOT EXISTS (SELECT FROM instalment_answer a WHERE a.city = p.city AND a.seq = p.seq))) THEN
    RAISE EXCEPTION 'another proposal or decision stands' USING ERRCODE = 'CJ002';
  END IF;
  PERFORM check_instalment_ground(NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER instalment_proposal_follows BEFORE INSERT ON instalment_proposal FOR EACH ROW EXECUTE FUNCTION check_instalment_proposal();

CREATE FUNCTION check_instalment_amount() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF of_another_city(NEW.city) THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT FROM instalment_proposal p WHERE p.city = NEW.city AND p.seq = NEW.seq AND p.proposed_by = NEW.proposed_by) THEN
    RAISE EXCEPTION 'the amount is the proposer''s' USING ERRCODE = 'CJ003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER instalment_amount_follows BEFORE INSERT ON instalment_amount FOR EACH ROW EXECUTE FUNCTION check_instalment_amount();

CREATE FUNCTION check_instalment_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE p instalment_proposal;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('funds ' || NEW.city, 0));
  SELECT * INTO p FROM instalment_proposal x WHERE x.city = NEW.city AND x.seq = NEW.seq;
  IF (NEW.kind = 'withdrawn') <> (NEW.answered_by = p.proposed_by) THEN
    RAISE EXCEPTION 'a second instalment is decided by two people' USING ERRCODE = 'CJ003';
  END IF;
  IF NEW.kind = 'entered' AND p.seq IS NOT NULL THEN
    PERFORM check_instalment_ground(p);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER instalment_answer_other BEFORE INSERT ON instalment_answer FOR EACH ROW EXECUTE FUNCTION check_instalment_answer();

CREATE FUNCTION check_instalment_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF of_another_city(NEW.city) THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('funds ' || NEW.city, 0));
  IF NOT instalment_holds(NEW.city, NEW.seq)
     OR NEW.attempt <> 1 + (SELECT count(*) FROM instalment_reversal r WHERE r.city = NEW.city AND r.seq = NEW.seq)
     OR EXISTS (SELECT FROM instalment_reversal r WHERE r.city = NEW.city AND r.seq = NEW.seq AND NOT EXISTS (
          SELECT FROM instalment_reversal_answer a WHERE (a.city, a.seq, a.attempt) = (r.city, r.seq, r.attempt))) THEN
    RAISE EXCEPTION 'there is no decision to reverse' USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER instalment_reversal_follows BEFORE INSERT ON instalment_reversal FOR EACH ROW EXECUTE FUNCTION check_instalment_reversal();

CREATE FUNCTION check_instalment_reversal_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('funds ' || NEW.city, 0));
  IF EXISTS (SELECT FROM instalment_reversal r WHERE (r.city, r.seq, r.attempt) = (NEW.city, NEW.seq, NEW.attempt) AND r.asked_by = NEW.answered_by) THEN
    RAISE EXCEPTION 'a reversal is signed by two people' USING ERRCODE = 'CJ003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER instalment_reversal_answer_other BEFORE INSERT ON instalment_reversal_answer FOR EACH ROW EXECUTE FUNCTION check_instalment_reversal_answer();

-- What counts of a city's payments: those that were not refused; what takes one back only once it is confirmed.
CREATE FUNCTION counted_payments(of_city text, of_instalment integer, of_decision integer) RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(p.yuan), 0)::bigint FROM fund_payment p LEFT JOIN fund_payment_answer a ON a.city = p.city AND a.seq = p.seq
  WHERE p.city = of_city AND (of_instalment IS NULL OR p.instalment = of_instalment) AND (of_decision IS NULL OR p.decision = of_decision)
    AND CASE WHEN p.reverses IS NULL THEN coalesce(a.confirmed, true) ELSE coalesce(a.confirmed, false) END
$$;

-- Never more than 10,000万元 of the first instalment, than was decided of the second, than 15,000万元 (1.5亿元) a city.
CREATE OR REPLACE FUNCTION check_fund_payment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE other fund_payment;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('funds ' || NEW.city, 0));
  IF NEW.reverses IS NOT NULL THEN
    SELECT * INTO other FROM fund_payment p WHERE p.city = NEW.city AND p.seq = NEW.reverses;
    IF other.seq IS NULL OR other.reverses IS NOT NULL OR other.yuan <> -NEW.yuan OR other.instalment <> NEW.instalment
       OR other.decision IS DISTINCT FROM NEW.decision
       OR NOT EXISTS (SELECT FROM fund_payment_answer a WHERE a.city = other.city AND a.seq = other.seq AND a.confirmed)
       OR EXISTS (SELECT FROM fund_payment p LEFT JOIN fund_payment_answer a ON a.city = p.city AND a.seq = p.seq
                  WHERE p.city = NEW.city AND p.reverses = NEW.reverses AND coalesce(a.confirmed, true)) THEN
      RAISE EXCEPTION 'what is taken back is exactly one confirmed payment' USING ERRCODE = 'CJ002';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.instalment = 1 AND NEW.yuan + counted_payments(NEW.city, 1, NULL) > 100000000 THEN
    RAISE EXCEPTION 'more than the first instalment' USING ERRCODE = 'CJ006';
  END IF;
  IF NEW.instalment = 2 THEN
    IF NOT instalment_holds(NEW.city, NEW.decision) THEN
      RAISE EXCEPTION 'no decision stands behind it' USING ERRCODE = 'CJ004';
    END IF;
    IF NEW.yuan + counted_payments(NEW.city, 2, NEW.decision)
         > (SELECT a.entered_yuan FROM instalment_answer a WHERE a.city = NEW.city AND a.seq = NEW.decision) THEN
      RAISE EXCEPTION 'more than was decided' USING ERRCODE = 'CJ006';
    END IF;
  END IF;
  IF NEW.yuan + counted_payments(NEW.city, NULL, NULL) > 150000000 THEN
    RAISE EXCEPTION 'more than a city receives' USING ERRCODE = 'CJ006';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION check_fund_payment_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE p fund_payment;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('funds ' || NEW.city, 0));
  SELECT * INTO p FROM fund_payment x WHERE x.city = NEW.city AND x.seq = NEW.seq;
  IF p.recorded_by = NEW.answered_by THEN
    RAISE EXCEPTION 'a payment is confirmed by another person than who recorded it' USING ERRCODE = 'CJ003';
  END IF;
  IF NEW.confirmed AND p.decision IS NOT NULL AND p.reverses IS NULL AND NOT instalment_holds(p.city, p.decision) THEN
    RAISE EXCEPTION 'the decision was reversed' USING ERRCODE = 'CJ004';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text; shown text;
BEGIN
  FOREACH t IN ARRAY ARRAY['instalment_proposal','instalment_amount','instalment_answer','instalment_reversal','instalment_reversal_answer'] LOOP
    shown := CASE t WHEN 'instalment_amount' THEN format($p$ AND (proposed_by::text = current_setting('app.account', true)
        OR EXISTS (SELECT FROM instalment_answer a WHERE a.city = %1$I.city AND a.seq = %1$I.seq AND a.kind = 'entered'))$p$, t) ELSE '' END;
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING ((
        (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
        OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
        OR current_setting('app.scope', true) = 'nation')%s)$p$, t || '_read', t, shown);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (
        current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))$p$, t || '_insert', t);
  END LOOP;
  -- The portal looks whom to tell; amounts as everybody else, when another person has entered one.
  CREATE POLICY instalment_amount_portal ON instalment_amount FOR SELECT TO chengji_app USING (current_setting('app.scope', true) = 'portal'
    AND EXISTS (SELECT FROM instalment_answer a WHERE a.city = instalment_amount.city AND a.seq = instalment_amount.seq AND a.kind = 'entered'));
  FOREACH t IN ARRAY ARRAY['instalment_proposal','instalment_answer','instalment_reversal','instalment_reversal_answer','plan_version','plan_event','plan_task'] LOOP
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (current_setting('app.scope', true) = 'portal')$p$, t || '_portal', t);
  END LOOP;
END $$;
