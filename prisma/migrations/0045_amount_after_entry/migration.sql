-- The proposal's amount is shown to another person only by an entry that stands: one made in the same transaction could be
-- taken back again after a look. A row that this transaction wrote, in a savepoint too, has an age of nought or less.
CREATE FUNCTION instalment_entered(of_city text, number integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM instalment_answer a WHERE a.city = of_city AND a.seq = number AND a.kind = 'entered' AND age(a.xmin) > 0)
$$;
DROP POLICY instalment_amount_read ON instalment_amount;
CREATE POLICY instalment_amount_read ON instalment_amount FOR SELECT TO chengji_app USING ((
    (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
    OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
    OR current_setting('app.scope', true) = 'nation')
  AND (proposed_by::text = current_setting('app.account', true) OR instalment_entered(city, seq)));
DROP POLICY instalment_amount_portal ON instalment_amount;
CREATE POLICY instalment_amount_portal ON instalment_amount FOR SELECT TO chengji_app USING (
  current_setting('app.scope', true) = 'portal' AND instalment_entered(city, seq));
-- Whoever writes an amount or an answer writes in the own name.
CREATE POLICY instalment_amount_own ON instalment_amount AS RESTRICTIVE FOR INSERT TO chengji_app WITH CHECK (
  city = nullif(current_setting('app.city', true), '') AND proposed_by::text = current_setting('app.account', true));
CREATE POLICY instalment_answer_own ON instalment_answer AS RESTRICTIVE FOR INSERT TO chengji_app WITH CHECK (
  city = nullif(current_setting('app.city', true), '') AND answered_by::text = current_setting('app.account', true));

-- One proposal or decision of a city at a time. Whether an entry of this very transaction agrees nobody may find out by this.
CREATE OR REPLACE FUNCTION check_instalment_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF of_another_city(NEW.city) THEN RETURN NEW; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('funds ' || NEW.city, 0));
  IF NEW.seq <> 1 + (SELECT count(*) FROM instalment_proposal p WHERE p.city = NEW.city) OR EXISTS (
      SELECT FROM instalment_proposal p WHERE p.city = NEW.city AND (instalment_holds(p.city, p.seq)
        OR NOT EXISTS (SELECT FROM instalment_answer a WHERE a.city = p.city AND a.seq = p.seq AND age(a.xmin) > 0))) THEN
    RAISE EXCEPTION 'another proposal or decision stands' USING ERRCODE = 'CJ002';
  END IF;
  PERFORM check_instalment_ground(NEW);
  RETURN NEW;
END $$;
