-- 实施方案: a city's plan is a sequence of versions. One is prepared at a time; another person of the city signs it, a national
-- reviewer approves it or returns it with a reason. What was approved is never changed: an amendment is the next version.
CREATE TABLE plan_version (
  city            text NOT NULL REFERENCES city (code),
  version         integer NOT NULL CHECK (version > 0),
  reason          text NOT NULL DEFAULT '',                    -- why the plan is amended; '' for the first
  started_by      uuid NOT NULL REFERENCES account (id),
  started_by_name text NOT NULL,
  started_at      timestamptz NOT NULL,
  PRIMARY KEY (city, version),
  CONSTRAINT plan_version_reason CHECK (version = 1 OR length(btrim(reason)) > 0)
);

-- A task's number is its place in the tree: 1.2.3 lies under 1.2. Heads and parts that the notice names are not stored.
CREATE TABLE plan_task (
  city            text NOT NULL,
  version         integer NOT NULL,
  code            text NOT NULL CHECK (code ~ '^[1-5](\.[1-9][0-9]{0,2}){1,4}$'),
  title           text NOT NULL CHECK (title <> ''),
  department      text NOT NULL,
  starts_on       date,
  ends_on         date,
  central_yuan    bigint CHECK (central_yuan >= 0),            -- NULL: nothing was said, which is not nothing
  local_yuan      bigint CHECK (local_yuan >= 0),
  social_yuan     bigint CHECK (social_yuan >= 0),
  indicators      text NOT NULL,                               -- codes of the results it serves, parted by commas
  removed         boolean NOT NULL,
  changed_by      uuid NOT NULL REFERENCES account (id),
  changed_by_name text NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, version, code),
  FOREIGN KEY (city, version) REFERENCES plan_version (city, version),
  CONSTRAINT plan_task_span CHECK (ends_on >= starts_on)
);

CREATE TABLE plan_event (
  city         text NOT NULL,
  version      integer NOT NULL,
  seq          integer NOT NULL CHECK (seq > 0),
  kind         text NOT NULL CHECK (kind IN ('signed','returned','approved')),
  reason       text NOT NULL DEFAULT '',
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'), -- SHA-256 of the tasks in canonical form
  actor        uuid NOT NULL REFERENCES account (id),
  actor_name   text NOT NULL,
  actor_role   text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (city, version, seq),
  FOREIGN KEY (city, version) REFERENCES plan_version (city, version),
  CONSTRAINT plan_event_reason CHECK (kind <> 'returned' OR length(btrim(reason)) > 0),
  CONSTRAINT plan_event_role CHECK (
    CASE kind WHEN 'signed' THEN actor_role = 'city_certifier' ELSE actor_role IN ('cnipa_reviewer', 'mof_reviewer') END)
);

-- How far a task has come in a quarter; a later row of the same quarter takes the place of the earlier, which stays.
CREATE TABLE plan_progress (
  city          text NOT NULL REFERENCES city (code),
  code          text NOT NULL,
  quarter       text NOT NULL CHECK (quarter ~ '^[0-9]{4}Q[1-4]$'),
  seq           integer NOT NULL CHECK (seq > 0),
  percent       integer CHECK (percent BETWEEN 0 AND 100),
  note          text NOT NULL,
  noted_by      uuid NOT NULL REFERENCES account (id),
  noted_by_name text NOT NULL,
  noted_at      timestamptz NOT NULL,
  PRIMARY KEY (city, code, quarter, seq),
  CONSTRAINT plan_progress_says CHECK (percent IS NOT NULL OR length(btrim(note)) > 0)
);

-- Files behind the progress of a task in a quarter.
CREATE TABLE plan_evidence (
  city          text NOT NULL,
  code          text NOT NULL,
  quarter       text NOT NULL CHECK (quarter ~ '^[0-9]{4}Q[1-4]$'),
  file          uuid NOT NULL,
  added_by      uuid NOT NULL REFERENCES account (id),
  added_by_name text NOT NULL,
  added_at      timestamptz NOT NULL,
  PRIMARY KEY (city, code, quarter, file),
  FOREIGN KEY (city, file) REFERENCES stored_file (city, id)
);
CREATE INDEX plan_evidence_file ON plan_evidence (city, file);

-- Versions follow one another, and a new one begins only when the last was approved.
CREATE FUNCTION check_plan_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Of another's city nothing is seen here; row-level security refuses the row.
  IF NEW.version <> 1 + (SELECT count(*) FROM plan_version v WHERE v.city = NEW.city)
     OR EXISTS (SELECT FROM plan_version v WHERE v.city = NEW.city AND NOT EXISTS (
          SELECT FROM plan_event e WHERE e.city = v.city AND e.version = v.version AND e.kind = 'approved')) THEN
    RAISE EXCEPTION 'an earlier version of the plan is not approved' USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_version_continues BEFORE INSERT ON plan_version FOR EACH ROW EXECUTE FUNCTION check_plan_version();

-- Tasks change only while their version is being prepared.
CREATE FUNCTION check_plan_editable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last text;
BEGIN
  SELECT e.kind INTO last FROM plan_event e WHERE e.city = NEW.city AND e.version = NEW.version ORDER BY seq DESC LIMIT 1;
  IF last IN ('signed', 'approved') THEN
    RAISE EXCEPTION 'version % of the plan is % and cannot be edited', NEW.version, last USING ERRCODE = 'CJ004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_task_editable BEFORE INSERT OR UPDATE ON plan_task FOR EACH ROW EXECUTE FUNCTION check_plan_editable();

-- A task of a draft is marked as removed; nothing is ever taken out of a version.
CREATE TRIGGER plan_task_kept BEFORE DELETE ON plan_task FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plan_task_no_truncate BEFORE TRUNCATE ON plan_task FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- signed, then returned or approved; who signs has neither begun this version nor written one of its tasks.
CREATE FUNCTION check_plan_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last plan_event;
BEGIN
  SELECT * INTO last FROM plan_event e WHERE e.city = NEW.city AND e.version = NEW.version ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1
     OR coalesce(last.kind, 'returned') <> (CASE NEW.kind WHEN 'signed' THEN 'returned' ELSE 'signed' END) THEN
    RAISE EXCEPTION 'a plan that is % cannot be %', coalesce(last.kind, 'prepared'), NEW.kind USING ERRCODE = 'CJ002';
  END IF;
  IF NEW.kind <> 'signed' AND NEW.content_hash <> last.content_hash THEN
    RAISE EXCEPTION 'the decision is on other contents than were signed' USING ERRCODE = 'CJ002';
  END IF;
  IF NEW.kind = 'signed' AND (
       EXISTS (SELECT FROM plan_version v WHERE v.city = NEW.city AND v.version = NEW.version AND v.started_by = NEW.actor)
       OR EXISTS (SELECT FROM plan_task t WHERE t.city = NEW.city AND t.version = NEW.version AND t.changed_by = NEW.actor)) THEN
    RAISE EXCEPTION 'a plan is signed by another person than who prepared it' USING ERRCODE = 'CJ003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_event_follows BEFORE INSERT ON plan_event FOR EACH ROW EXECUTE FUNCTION check_plan_event();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan_version','plan_event','plan_progress','plan_evidence'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
  END LOOP;
  GRANT SELECT, INSERT, UPDATE ON plan_task TO chengji_app;
  CREATE POLICY plan_task_update ON plan_task FOR UPDATE TO chengji_app
    USING (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
    WITH CHECK (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''));
  FOREACH t IN ARRAY ARRAY['plan_version','plan_task','plan_event','plan_progress','plan_evidence'] LOOP
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
