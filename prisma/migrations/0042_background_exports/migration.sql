-- Files that are made in the background: who asked for what, how far it is, and where the file lies. The bytes lie in the
-- store of files under exports/ACCOUNT/ID and are taken away when they expire; the row stays.
CREATE TABLE export_request (
  account      uuid NOT NULL REFERENCES account (id),
  id           uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('nationalSummary', 'dashboard', 'explore', 'cityReports', 'evidencePacks', 'assessmentWorkbook', 'custom')),
  cities       jsonb NOT NULL,                     -- what is in it: named when asked for, or found when it was made
  parameters   jsonb NOT NULL,                      -- as lib/store/export-requests.ts has it
  locale       text NOT NULL CHECK (locale IN ('zh-CN', 'en')),
  known_at     timestamptz NOT NULL,                -- all cities are read as known then, whenever each is made
  asked_at     timestamptz NOT NULL,
  state        text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled', 'expired')),
  done         integer NOT NULL DEFAULT 0,
  total        integer NOT NULL CHECK (total >= 1),
  attempt      integer NOT NULL DEFAULT 0,          -- whoever made an earlier attempt writes nothing any more
  stalled      integer NOT NULL DEFAULT 0,          -- attempts since the last progress
  lease_until  timestamptz,                         -- by real time: whoever works on it lives at least until then
  reason       text,                                -- why it failed: a code of lib/store/export-requests.ts
  reason_city  text,
  name         text,
  content_type text,
  sha256       text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes        bigint CHECK (bytes >= 0),
  finished_at  timestamptz,
  expires_at   timestamptz,
  cleared_at   timestamptz,                         -- since when no bytes of it are left
  PRIMARY KEY (account, id),
  CHECK (done BETWEEN 0 AND total),
  CHECK (state <> 'done' OR (name IS NOT NULL AND content_type IS NOT NULL AND sha256 IS NOT NULL AND bytes IS NOT NULL AND expires_at IS NOT NULL)),
  CHECK (state <> 'failed' OR (reason IS NOT NULL AND expires_at IS NOT NULL))
);
CREATE INDEX export_request_uncleared ON export_request (state, expires_at) WHERE cleared_at IS NULL;

-- A piece of an export that is made: the file of a city. Never made twice.
CREATE TABLE export_part (
  account uuid NOT NULL,
  export  uuid NOT NULL,
  part    text NOT NULL,                            -- code of the city; '' where the export is one piece
  name    text,                                     -- null: there was nothing to make of this city
  sha256  text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes   bigint CHECK (bytes >= 0),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (account, export, part),
  FOREIGN KEY (account, export) REFERENCES export_request (account, id),
  CHECK ((name IS NULL) = (sha256 IS NULL) AND (name IS NULL) = (bytes IS NULL))
);
CREATE TRIGGER export_part_append_only BEFORE UPDATE OR DELETE ON export_part FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER export_part_no_truncate BEFORE TRUNCATE ON export_part FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was asked for stays as it was; states move as below, and a person moves only the own: cancels, or lets it be tried again.
CREATE FUNCTION check_export_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.account, NEW.id, NEW.kind, NEW.parameters, NEW.locale, NEW.known_at, NEW.asked_at)
     IS DISTINCT FROM (OLD.account, OLD.id, OLD.kind, OLD.parameters, OLD.locale, OLD.known_at, OLD.asked_at) THEN
    RAISE EXCEPTION 'what was asked for does not change' USING ERRCODE = 'CJ002';
  END IF;
  IF OLD.state <> NEW.state AND OLD.state || '>' || NEW.state <> ALL (ARRAY[
    'waiting>running', 'waiting>cancelled', 'waiting>failed', 'running>waiting', 'running>done', 'running>failed',
    'running>cancelled', 'failed>waiting', 'failed>expired', 'done>expired']) THEN
    RAISE EXCEPTION 'an export does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'CJ002';
  END IF;
  IF current_setting('app.scope', true) IS DISTINCT FROM 'portal' AND current_user = 'chengji_app'
     AND OLD.state || '>' || NEW.state <> ALL (ARRAY['waiting>cancelled', 'running>cancelled', 'failed>waiting']) THEN
    RAISE EXCEPTION 'a person cancels an export or lets it be tried again' USING ERRCODE = 'CJ003';
  END IF;
  IF NEW.done < OLD.done THEN
    RAISE EXCEPTION 'what is made stays made' USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER export_request_move BEFORE UPDATE ON export_request FOR EACH ROW EXECUTE FUNCTION check_export_move();
CREATE TRIGGER export_request_no_delete BEFORE DELETE ON export_request FOR EACH ROW EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON export_request, export_part TO chengji_app;
GRANT UPDATE (cities, state, done, total, attempt, stalled, lease_until, reason, reason_city, name, content_type, sha256, bytes, finished_at, expires_at, cleared_at)
  ON export_request TO chengji_app;
ALTER TABLE export_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE export_request FORCE ROW LEVEL SECURITY;
ALTER TABLE export_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE export_part FORCE ROW LEVEL SECURITY;
CREATE POLICY export_request_owner ON export_request TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY export_part_owner ON export_part TO CURRENT_USER USING (true) WITH CHECK (true);
-- Each has the own ones; the portal makes them.
CREATE POLICY export_request_read ON export_request FOR SELECT TO chengji_app USING (
  account::text = current_setting('app.account', true) OR current_setting('app.scope', true) = 'portal');
CREATE POLICY export_request_insert ON export_request FOR INSERT TO chengji_app WITH CHECK (
  account::text = current_setting('app.account', true) AND state = 'waiting' AND sha256 IS NULL);
CREATE POLICY export_request_update ON export_request FOR UPDATE TO chengji_app
  USING (account::text = current_setting('app.account', true) OR current_setting('app.scope', true) = 'portal')
  WITH CHECK (account::text = current_setting('app.account', true) OR current_setting('app.scope', true) = 'portal');
CREATE POLICY export_part_read ON export_part FOR SELECT TO chengji_app USING (
  account::text = current_setting('app.account', true) OR current_setting('app.scope', true) = 'portal');
CREATE POLICY export_part_insert ON export_part FOR INSERT TO chengji_app WITH CHECK (current_setting('app.scope', true) = 'portal');

-- What is made in the queue; how often something is tried again says the table above.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['make-export','sweep-exports'] LOOP
    PERFORM pgboss.create_queue(name, '{"policy":"standard","retryLimit":2,"retryDelay":30,"retryBackoff":true,"expireInSeconds":900,"retentionMinutes":43200}'::json);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO chengji_app;
