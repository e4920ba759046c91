-- Withdrawing (撤回上报): a submission can be taken back while it lies where it was submitted, that is until a reviewer passes,
-- returns or accepts it. And the provincial step (省级审核): it can be switched off for a cohort of cities.

ALTER TABLE city ADD COLUMN cohort text NOT NULL DEFAULT '2020' CHECK (cohort ~ '^[0-9]{4}$');   -- year of selection

-- Each switch is kept; the last one of a cohort holds. Without any the province checks.
CREATE TABLE provincial_step (
  cohort      text NOT NULL CHECK (cohort ~ '^[0-9]{4}$'),
  seq         integer NOT NULL CHECK (seq > 0),
  is_on       boolean NOT NULL,
  reason      text NOT NULL CHECK (length(btrim(reason)) > 0),
  set_by      uuid NOT NULL REFERENCES account (id),
  set_by_name text NOT NULL,
  set_at      timestamptz NOT NULL,
  PRIMARY KEY (cohort, seq)
);
CREATE TRIGGER provincial_step_append_only BEFORE UPDATE OR DELETE ON provincial_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER provincial_step_no_truncate BEFORE TRUNCATE ON provincial_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON provincial_step TO chengji_app;

-- A switch changes something: on and off take turns, beginning with off.
CREATE FUNCTION check_provincial_step() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last provincial_step;
BEGIN
  SELECT * INTO last FROM provincial_step s WHERE s.cohort = NEW.cohort ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 OR NEW.is_on = coalesce(last.is_on, true) THEN
    RAISE EXCEPTION 'the provincial step of cohort % is so already', NEW.cohort USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER provincial_step_turns BEFORE INSERT ON provincial_step FOR EACH ROW EXECUTE FUNCTION check_provincial_step();

-- By which route a city's reports are reviewed now: by way of the province, or directly.
CREATE FUNCTION review_route(of_city text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN coalesce((SELECT s.is_on FROM provincial_step s JOIN city c ON c.cohort = s.cohort
                             WHERE c.code = of_city ORDER BY s.seq DESC LIMIT 1), true) THEN 'provincial' ELSE 'direct' END
$$;

-- A move may belong to one route alone. What was submitted stays where it is when the route changes, and whoever reviews by
-- the new route acts on it.
ALTER TABLE legal_move ADD COLUMN route text NOT NULL DEFAULT 'any' CHECK (route IN ('any', 'provincial', 'direct'));
UPDATE legal_move SET route = 'provincial' WHERE from_status = 'submitted';
INSERT INTO legal_move (from_status, kind, to_status, role, route) VALUES
  ('submitted', 'returned',  'returned', 'cnipa_reviewer', 'direct'),
  ('submitted', 'returned',  'returned', 'mof_reviewer',   'direct'),
  ('submitted', 'accepted',  'accepted', 'cnipa_reviewer', 'direct'),
  ('submitted', 'accepted',  'accepted', 'mof_reviewer',   'direct'),
  ('submitted', 'withdrawn', 'draft',    'city_officer',   'any'),
  ('submitted', 'withdrawn', 'draft',    'city_certifier', 'any');

CREATE FUNCTION check_report_route() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM legal_move m WHERE m.from_status = NEW.from_status AND m.kind = NEW.kind
                 AND m.to_status = NEW.to_status AND m.role = NEW.actor_role AND m.route IN ('any', review_route(NEW.city))) THEN
    RAISE EXCEPTION '% of a % report is not for % by this route', NEW.kind, NEW.from_status, NEW.actor_role USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_event_route BEFORE INSERT ON report_event FOR EACH ROW EXECUTE FUNCTION check_report_route();

ALTER TABLE report_event ADD CONSTRAINT report_event_withdrawal CHECK (kind <> 'withdrawn' OR length(btrim(reason)) > 0);

-- The latest version of a report that was not taken back; NULL where there is none. Sees what the caller sees.
CREATE FUNCTION standing_version(of_city text, of_period text, known_at timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT max(v.version) FROM report_version v
  WHERE v.city = of_city AND v.period = of_period AND (known_at IS NULL OR v.submitted_at <= known_at)
    AND NOT EXISTS (SELECT FROM report_event e WHERE e.city = v.city AND e.period = v.period AND e.kind = 'withdrawn'
                    AND e.version = v.version AND (known_at IS NULL OR e.at <= known_at))
$$;
