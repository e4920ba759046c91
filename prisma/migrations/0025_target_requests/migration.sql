-- A city's own target, once set, changes by a request that a reviewer grants, on the effects that both were shown.
CREATE TABLE target_request (
  city              text NOT NULL REFERENCES city (code),
  seq               integer NOT NULL CHECK (seq > 0),          -- within the city
  indicator         text NOT NULL,
  from_value        numeric(24,6) NOT NULL,
  to_value          numeric(24,6) NOT NULL CHECK (to_value >= 0 AND to_value <> from_value),
  reason            text NOT NULL CHECK (length(btrim(reason)) > 0),
  effects           text NOT NULL,                             -- canonical form: what it would change, as the city saw it
  requested_by      uuid NOT NULL REFERENCES account (id),
  requested_by_name text NOT NULL,
  requested_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq)
);

CREATE TABLE target_answer (
  city       text NOT NULL,
  seq        integer NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('approved', 'refused', 'withdrawn')),
  reason     text NOT NULL DEFAULT '',
  effects    text NOT NULL DEFAULT '',                         -- what it changes, as the approving person saw it
  actor      uuid NOT NULL REFERENCES account (id),
  actor_name text NOT NULL,
  actor_role text NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (city, seq),
  FOREIGN KEY (city, seq) REFERENCES target_request (city, seq),
  CHECK (kind = 'approved' OR length(btrim(reason)) > 0),
  CHECK (kind = 'withdrawn' OR actor_role IN ('cnipa_reviewer', 'mof_reviewer'))
);

-- One request for a result at a time.
CREATE FUNCTION check_target_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM target_request r WHERE r.city = NEW.city AND r.indicator = NEW.indicator
             AND NOT EXISTS (SELECT FROM target_answer a WHERE a.city = r.city AND a.seq = r.seq)) THEN
    RAISE EXCEPTION 'a request for this target waits for its answer' USING ERRCODE = 'CJ005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_request_alone BEFORE INSERT ON target_request FOR EACH ROW EXECUTE FUNCTION check_target_request();

-- Two people: who asked does not grant, and nobody else takes the request back.
CREATE FUNCTION check_target_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.kind = 'withdrawn') <> EXISTS (SELECT FROM target_request r WHERE r.city = NEW.city AND r.seq = NEW.seq AND r.requested_by = NEW.actor) THEN
    RAISE EXCEPTION 'a request is answered by another person than who asked' USING ERRCODE = 'CJ003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER target_answer_second BEFORE INSERT ON target_answer FOR EACH ROW EXECUTE FUNCTION check_target_answer();

-- After the first every target is one that was granted.
CREATE FUNCTION check_own_target() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq > 1 AND NOT EXISTS (
       SELECT FROM target_request r JOIN target_answer a USING (city, seq)
       WHERE r.city = NEW.city AND r.indicator = NEW.indicator AND r.to_value = NEW.value AND r.requested_by = NEW.set_by
         AND a.kind = 'approved' AND a.at = NEW.set_at) THEN
    RAISE EXCEPTION 'target % of % was not granted', NEW.seq, NEW.indicator USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER own_target_granted BEFORE INSERT ON own_target FOR EACH ROW EXECUTE FUNCTION check_own_target();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['target_request','target_answer'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (
        (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
        OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
        OR current_setting('app.scope', true) IN ('nation', 'portal'))$p$, t || '_read', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (
        current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))$p$, t || '_insert', t);
  END LOOP;
END $$;
CREATE POLICY target_request_known ON target_request AS RESTRICTIVE FOR SELECT TO chengji_app
  USING ((SELECT known_at()) IS NULL OR requested_at <= (SELECT known_at()));
CREATE POLICY target_answer_known ON target_answer AS RESTRICTIVE FOR SELECT TO chengji_app
  USING ((SELECT known_at()) IS NULL OR at <= (SELECT known_at()));
