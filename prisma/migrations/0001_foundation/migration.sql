-- The store of Chengji. City first in every key, so that no key of one city can collide with, or probe for, another's.
-- Row-level security is forced on every table that has a city; the application logs in as chengji_app, which owns nothing.
-- History is append-only: triggers refuse UPDATE, DELETE and TRUNCATE even to the owner.

-- ── Settings and clock ──────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE portal_setting (
  key   text PRIMARY KEY,
  value text NOT NULL
);

-- The only clock of the portal. Demonstration data lives in October 2022: the owner stores an offset, or, while history is
-- being laid down and in tests, the very instant. The application role can read these settings, not write them.
CREATE FUNCTION chengji_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT value::timestamptz FROM portal_setting WHERE key = 'clock_frozen_at'),
    now() + coalesce((SELECT value::interval FROM portal_setting WHERE key = 'clock_offset'), interval '0'))
$$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history is append-only: % on % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'CJ001';
END $$;

-- ── Reference data, visible to everyone who is signed in ────────────────────────────────────────────────────────────
CREATE TABLE city (
  code        text PRIMARY KEY CHECK (code ~ '^[0-9]{6}$'),   -- administrative division code; the first two digits are the province
  name_zh     text NOT NULL CHECK (name_zh <> ''),
  name_en     text NOT NULL CHECK (name_en <> ''),
  province_zh text NOT NULL,
  province_en text NOT NULL,
  sort_key    text NOT NULL                                   -- pinyin, kept because automatic pinyin errs on some names
);

CREATE TABLE reporting_period (
  period       text PRIMARY KEY CHECK (period ~ '^[0-9]{4}(Q[1-4])?$'),
  opens_at     timestamptz NOT NULL,
  due_at       timestamptz NOT NULL,
  locked_after timestamptz,                                   -- NULL: never locked
  CHECK (opens_at < due_at AND (locked_after IS NULL OR locked_after >= due_at))
);

-- The legal moves of a report; tests/access compares this table with lib/reporting/moves.ts.
CREATE TABLE legal_move (
  from_status text NOT NULL,
  kind        text NOT NULL,
  to_status   text NOT NULL,
  role        text NOT NULL,
  PRIMARY KEY (from_status, kind, to_status, role),
  UNIQUE (from_status, kind, role)
);
INSERT INTO legal_move (from_status, kind, to_status, role) VALUES
  ('open',      'started',   'draft',     'city_officer'),
  ('draft',     'certified', 'certified', 'city_certifier'),
  ('returned',  'certified', 'certified', 'city_certifier'),
  ('certified', 'recalled',  'draft',     'city_officer'),
  ('certified', 'recalled',  'draft',     'city_certifier'),
  ('certified', 'submitted', 'submitted', 'city_officer'),
  ('certified', 'submitted', 'submitted', 'city_certifier'),
  ('submitted', 'forwarded', 'forwarded', 'provincial_reviewer'),
  ('submitted', 'returned',  'returned',  'provincial_reviewer'),
  ('forwarded', 'returned',  'returned',  'cnipa_reviewer'),
  ('forwarded', 'returned',  'returned',  'mof_reviewer'),
  ('forwarded', 'accepted',  'accepted',  'cnipa_reviewer'),
  ('forwarded', 'accepted',  'accepted',  'mof_reviewer');

-- ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE account (
  id                   uuid PRIMARY KEY,
  login                text NOT NULL UNIQUE CHECK (login = lower(login) AND login <> ''),
  name                 text NOT NULL CHECK (name <> ''),
  role                 text NOT NULL CHECK (role IN ('city_officer','city_certifier','provincial_reviewer','cnipa_reviewer','mof_reviewer',
                         'assessor','finance_officer','finance_approver','system_admin','security_admin','audit_admin')),
  city                 text REFERENCES city (code),
  province             text CHECK (province ~ '^[0-9]{2}$'),
  locale               text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN','en')),
  password_hash        text NOT NULL,
  must_change_password boolean NOT NULL DEFAULT true,
  session_version      integer NOT NULL DEFAULT 1,
  failed_attempts      integer NOT NULL DEFAULT 0,
  locked_until         timestamptz,
  disabled_at          timestamptz,
  created_at           timestamptz NOT NULL,
  -- A person of a city has a city and no province, a provincial reviewer the reverse, everyone else neither.
  CONSTRAINT account_reach CHECK (
    CASE WHEN role IN ('city_officer','city_certifier') THEN city IS NOT NULL AND province IS NULL
         WHEN role = 'provincial_reviewer' THEN city IS NULL AND province IS NOT NULL
         ELSE city IS NULL AND province IS NULL END)
);

CREATE TABLE account_session (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  started_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX account_session_account ON account_session (account_id) WHERE revoked_at IS NULL;

-- ── A city's own targets ────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE own_target (
  city        text NOT NULL REFERENCES city (code),
  indicator   text NOT NULL,
  seq         integer NOT NULL CHECK (seq > 0),
  value       numeric(24,6) NOT NULL CHECK (value >= 0),       -- growth: per cent a year; count: number
  reason      text NOT NULL CHECK (reason <> ''),
  set_by      uuid NOT NULL REFERENCES account (id),
  set_by_name text NOT NULL,
  set_at      timestamptz NOT NULL,
  PRIMARY KEY (city, indicator, seq)
);

-- ── The working copy of a report ────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE report (
  city       text NOT NULL REFERENCES city (code),
  period     text NOT NULL REFERENCES reporting_period (period),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (city, period)
);

CREATE TABLE report_cell (
  city            text NOT NULL,
  period          text NOT NULL,
  indicator       text NOT NULL,
  part            text NOT NULL DEFAULT '',
  state           text NOT NULL,
  value           numeric(24,6),
  narrative       text,
  reason          text,
  expected_on     date,
  version         integer NOT NULL CHECK (version > 0),
  changed_by      uuid NOT NULL REFERENCES account (id),
  changed_by_name text NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, period, indicator, part),
  FOREIGN KEY (city, period) REFERENCES report (city, period),
  CONSTRAINT report_cell_part CHECK (part IN ('','Q1','Q2','Q3','Q4','Y')),
  -- Blank is not zero: a value exactly when the state says figure, a reason exactly when it needs one.
  CONSTRAINT report_cell_state CHECK (
    CASE state
      WHEN 'figure'          THEN value IS NOT NULL AND value >= 0 AND narrative IS NULL AND reason IS NULL AND expected_on IS NULL
      WHEN 'blank'           THEN value IS NULL AND narrative IS NULL AND reason IS NULL AND expected_on IS NULL
      WHEN 'notApplicable'   THEN value IS NULL AND narrative IS NULL AND reason IS NOT NULL AND expected_on IS NULL
      WHEN 'notYetAvailable' THEN value IS NULL AND narrative IS NULL AND reason IS NOT NULL AND expected_on IS NOT NULL
      WHEN 'narrative'       THEN value IS NULL AND narrative IS NOT NULL AND reason IS NULL AND expected_on IS NULL
      ELSE false END)
);

CREATE TABLE report_cell_change (
  city            text NOT NULL,
  period          text NOT NULL,
  indicator       text NOT NULL,
  part            text NOT NULL,
  version         integer NOT NULL,
  report_version  integer NOT NULL,                            -- the version of the report that was being prepared
  state           text NOT NULL,
  value           numeric(24,6),
  narrative       text,
  reason          text,
  expected_on     date,
  changed_by      uuid NOT NULL REFERENCES account (id),
  changed_by_name text NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, period, indicator, part, version),
  FOREIGN KEY (city, period) REFERENCES report (city, period)
);

CREATE TABLE register_row (
  city            text NOT NULL,
  id              uuid NOT NULL,
  period          text NOT NULL,
  indicator       text NOT NULL,
  name            text NOT NULL CHECK (name <> ''),
  credit_code     text CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  no_code_reason  text,
  counted_on      date NOT NULL,
  level           text CHECK (level IN ('national','provincial','municipal')),
  evidence        text NOT NULL DEFAULT '',
  note            text NOT NULL DEFAULT '',
  removed         boolean NOT NULL DEFAULT false,
  version         integer NOT NULL CHECK (version > 0),
  changed_by      uuid NOT NULL REFERENCES account (id),
  changed_by_name text NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, id),
  FOREIGN KEY (city, period) REFERENCES report (city, period),
  CONSTRAINT register_row_identity CHECK ((credit_code IS NULL) <> (no_code_reason IS NULL))
);
CREATE INDEX register_row_period ON register_row (city, period, indicator);

CREATE TABLE register_row_change (
  city            text NOT NULL,
  row_id          uuid NOT NULL,
  version         integer NOT NULL,
  period          text NOT NULL,
  report_version  integer NOT NULL,
  content         jsonb NOT NULL,
  changed_by      uuid NOT NULL REFERENCES account (id),
  changed_by_name text NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, row_id, version),
  FOREIGN KEY (city, period) REFERENCES report (city, period)
);
CREATE INDEX register_row_change_report ON register_row_change (city, period, report_version);

-- ── Versions: what was certified and submitted, for good ────────────────────────────────────────────────────────────
CREATE TABLE report_version (
  city              text NOT NULL,
  period            text NOT NULL,
  version           integer NOT NULL CHECK (version > 0),
  content           text NOT NULL,                             -- canonical form, see lib/ledger
  content_hash      text NOT NULL,                             -- SHA-256 of content, hex
  receipt_number    text NOT NULL,
  cells_asked       integer NOT NULL,
  cells_answered    integer NOT NULL,
  certified_by      uuid NOT NULL REFERENCES account (id),
  certified_by_name text NOT NULL,
  certified_at      timestamptz NOT NULL,
  submitted_by      uuid NOT NULL REFERENCES account (id),
  submitted_by_name text NOT NULL,
  submitted_at      timestamptz NOT NULL,
  PRIMARY KEY (city, period, version),
  UNIQUE (city, receipt_number),
  FOREIGN KEY (city, period) REFERENCES report (city, period)
);

CREATE TABLE version_figure (
  city        text NOT NULL,
  period      text NOT NULL,
  version     integer NOT NULL,
  indicator   text NOT NULL,
  part        text NOT NULL,
  state       text NOT NULL,
  value       numeric(24,6),
  narrative   text,
  reason      text,
  expected_on date,
  PRIMARY KEY (city, period, version, indicator, part),
  FOREIGN KEY (city, period, version) REFERENCES report_version (city, period, version)
);

CREATE TABLE version_row (
  city           text NOT NULL,
  period         text NOT NULL,
  version        integer NOT NULL,
  row_id         uuid NOT NULL,
  indicator      text NOT NULL,
  name           text NOT NULL,
  credit_code    text,
  no_code_reason text,
  counted_on     date NOT NULL,
  level          text,
  evidence       text NOT NULL,
  note           text NOT NULL,
  PRIMARY KEY (city, period, version, row_id),
  FOREIGN KEY (city, period, version) REFERENCES report_version (city, period, version)
);

-- ── The life of a report ────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE report_event (
  city         text NOT NULL,
  period       text NOT NULL,
  seq          integer NOT NULL CHECK (seq > 0),
  kind         text NOT NULL,
  from_status  text NOT NULL,
  to_status    text NOT NULL,
  version      integer NOT NULL,
  content_hash text,
  reason       text,
  actor        uuid NOT NULL REFERENCES account (id),
  actor_name   text NOT NULL,
  actor_role   text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (city, period, seq),
  FOREIGN KEY (city, period) REFERENCES report (city, period),
  FOREIGN KEY (from_status, kind, to_status, actor_role) REFERENCES legal_move (from_status, kind, to_status, role),
  CONSTRAINT report_event_reason CHECK (kind <> 'returned' OR length(btrim(reason)) > 0)
);

CREATE TABLE returned_figure (
  city      text NOT NULL,
  period    text NOT NULL,
  seq       integer NOT NULL,
  indicator text NOT NULL,
  reason    text NOT NULL CHECK (length(btrim(reason)) > 0),
  PRIMARY KEY (city, period, seq, indicator),
  FOREIGN KEY (city, period, seq) REFERENCES report_event (city, period, seq)
);

-- An event continues the last one, and nobody certifies what he or she prepared (DESIGN: enforced in the database too).
CREATE FUNCTION check_report_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last report_event;
BEGIN
  SELECT * INTO last FROM report_event e WHERE e.city = NEW.city AND e.period = NEW.period ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 OR NEW.from_status <> coalesce(last.to_status, 'open') THEN
    RAISE EXCEPTION 'event % % does not continue the report (last: % %)', NEW.seq, NEW.from_status, last.seq, last.to_status USING ERRCODE = 'CJ002';
  END IF;
  IF NEW.kind = 'certified' AND (
       EXISTS (SELECT FROM report_cell_change c WHERE c.city = NEW.city AND c.period = NEW.period AND c.report_version = NEW.version AND c.changed_by = NEW.actor)
    OR EXISTS (SELECT FROM register_row_change c WHERE c.city = NEW.city AND c.period = NEW.period AND c.report_version = NEW.version AND c.changed_by = NEW.actor)) THEN
    RAISE EXCEPTION 'the certifier prepared a part of this version' USING ERRCODE = 'CJ003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_event_continues BEFORE INSERT ON report_event FOR EACH ROW EXECUTE FUNCTION check_report_event();

-- The working copy is frozen from certification until it is returned.
CREATE FUNCTION check_report_editable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE status text;
BEGIN
  SELECT e.to_status INTO status FROM report_event e WHERE e.city = NEW.city AND e.period = NEW.period ORDER BY seq DESC LIMIT 1;
  IF coalesce(status, 'open') NOT IN ('open', 'draft', 'returned') THEN
    RAISE EXCEPTION 'the report is % and cannot be edited', status USING ERRCODE = 'CJ004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_cell_editable BEFORE INSERT OR UPDATE ON report_cell FOR EACH ROW EXECUTE FUNCTION check_report_editable();
CREATE TRIGGER register_row_editable BEFORE INSERT OR UPDATE ON register_row FOR EACH ROW EXECUTE FUNCTION check_report_editable();

-- ── One summary row per city and period, kept in the saving transaction; the national page reads only this ──────────
CREATE TABLE quarter_summary (
  city             text NOT NULL REFERENCES city (code),
  period           text NOT NULL REFERENCES reporting_period (period),
  status           text NOT NULL,
  version          integer NOT NULL,                           -- the version in hand (being prepared or reviewed)
  accepted_version integer,
  cells_asked      integer NOT NULL,
  cells_answered   integer NOT NULL,
  facts            jsonb NOT NULL DEFAULT '[]',                -- accepted facts only; shape: AcceptedFact[] in lib/store/summary.ts
  submitted_at     timestamptz,
  accepted_at      timestamptz,
  changed_at       timestamptz NOT NULL,
  PRIMARY KEY (city, period)
);
CREATE INDEX quarter_summary_period ON quarter_summary (period, city);

-- ── Ledger: one hash chain per city ─────────────────────────────────────────────────────────────────────────────────
CREATE TABLE ledger_entry (
  city      text NOT NULL REFERENCES city (code),
  seq       integer NOT NULL CHECK (seq > 0),
  kind      text NOT NULL,
  body      text NOT NULL,                                     -- canonical form
  previous  text NOT NULL,
  hash      text NOT NULL,                                     -- SHA-256 over the canonical entry, hex; see lib/ledger
  at        timestamptz NOT NULL,
  PRIMARY KEY (city, seq)
);

-- ── Audit ───────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE audit_event (
  id         uuid PRIMARY KEY,
  at         timestamptz NOT NULL,
  actor      uuid,
  actor_name text NOT NULL,
  actor_role text NOT NULL,
  city       text REFERENCES city (code),
  action     text NOT NULL,
  outcome    text NOT NULL CHECK (outcome IN ('done','refused')),
  detail     jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_event_at ON audit_event (at);

-- ── Append-only ─────────────────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['own_target','report_cell_change','register_row_change','report_version','version_figure',
                           'version_row','report_event','returned_figure','ledger_entry','audit_event'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['report','report_cell','register_row','quarter_summary','account_session','city','reporting_period'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO chengji_app', t);
  END LOOP;
END $$;
-- An account keeps its login, its role and its reach for good: no administrator can be turned into another (三员分立).
GRANT SELECT, INSERT, UPDATE (name, locale, password_hash, must_change_password, session_version, failed_attempts, locked_until, disabled_at)
  ON account TO chengji_app;
GRANT SELECT ON portal_setting, legal_move TO chengji_app;
GRANT USAGE ON SCHEMA public TO chengji_app;

-- ── Row-level security ──────────────────────────────────────────────────────────────────────────────────────────────
-- A permit of lib/access sets app.scope ('city', 'province', 'nation', 'identity', 'administration', 'audit') and app.city or
-- app.province for one transaction. Without them every table below is empty and takes no row. Writing always names one city.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['own_target','report','report_cell','report_cell_change','register_row','register_row_change',
                           'report_version','version_figure','version_row','report_event','returned_figure','quarter_summary','ledger_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (
        (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
        OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
        OR current_setting('app.scope', true) = 'nation')$p$, t || '_read', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (
        current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))$p$, t || '_insert', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR UPDATE TO chengji_app
        USING (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
        WITH CHECK (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))$p$, t || '_update', t);
  END LOOP;
END $$;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY account_read ON account FOR SELECT TO chengji_app
  USING (current_setting('app.scope', true) IN ('identity','administration') OR id::text = current_setting('app.account', true));
CREATE POLICY account_insert ON account FOR INSERT TO chengji_app WITH CHECK (current_setting('app.scope', true) = 'administration');
CREATE POLICY account_update ON account FOR UPDATE TO chengji_app
  USING (current_setting('app.scope', true) IN ('identity','administration') OR id::text = current_setting('app.account', true))
  WITH CHECK (current_setting('app.scope', true) IN ('identity','administration') OR id::text = current_setting('app.account', true));

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_event_read ON audit_event FOR SELECT TO chengji_app USING (current_setting('app.scope', true) = 'audit');
CREATE POLICY audit_event_insert ON audit_event FOR INSERT TO chengji_app
  WITH CHECK (city IS NULL OR city = nullif(current_setting('app.city', true), ''));

-- The owner migrates and seeds; FORCE applies to it too unless it may bypass, so it gets its own policy.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relforcerowsecurity LOOP
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;
