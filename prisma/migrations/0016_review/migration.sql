-- Restatements (更正): an accepted figure changes only by a request of one person that another grants. The new version stands
-- beside the old one, and so do the verdicts it brings. All of it is history.
INSERT INTO legal_move (from_status, kind, to_status, role) VALUES ('accepted', 'restated', 'accepted', 'cnipa_reviewer');

-- From how many per cent on a changed figure is material.
INSERT INTO portal_setting (key, value) VALUES ('material_percent', '5');

CREATE TABLE restatement (
  city              text NOT NULL REFERENCES city (code),
  seq               integer NOT NULL CHECK (seq > 0),          -- within the city
  period            text NOT NULL,
  base_version      integer NOT NULL,                          -- the accepted version it corrects
  reason_code       text NOT NULL CHECK (reason_code IN ('clerical','sourceRevised','scope','duplicate','omission','audit','other')),
  reason            text NOT NULL CHECK (length(btrim(reason)) > 0),
  content           text NOT NULL,                             -- canonical form, see lib/ledger; shape: Correction in lib/store/restatements.ts
  content_hash      text NOT NULL,                             -- SHA-256 of content, hex
  effects           text NOT NULL,                             -- canonical form: what it would change, as the asking person saw it
  requested_by      uuid NOT NULL REFERENCES account (id),
  requested_by_name text NOT NULL,
  requested_by_role text NOT NULL,
  requested_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq),
  FOREIGN KEY (city, period, base_version) REFERENCES report_version (city, period, version)
);

CREATE TABLE restatement_answer (
  city       text NOT NULL,
  seq        integer NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('approved','refused','withdrawn')),
  reason     text NOT NULL DEFAULT '',
  effects    text NOT NULL DEFAULT '',                         -- what it changes, as the approving person saw it
  period     text NOT NULL,
  version    integer,                                          -- the version it brought
  actor      uuid NOT NULL REFERENCES account (id),
  actor_name text NOT NULL,
  actor_role text NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (city, seq),                                     -- one answer, and no other
  UNIQUE (city, period, version),                              -- no two restatements bring the same version: the chain does not fork
  FOREIGN KEY (city, seq) REFERENCES restatement (city, seq),
  FOREIGN KEY (city, period, version) REFERENCES report_version (city, period, version),
  CONSTRAINT restatement_answer_reason CHECK (kind = 'approved' OR length(btrim(reason)) > 0),
  CONSTRAINT restatement_answer_version CHECK ((kind = 'approved') = (version IS NOT NULL)),
  CONSTRAINT restatement_answer_role CHECK (kind = 'withdrawn' OR actor_role = 'cnipa_reviewer')
);

-- One linear chain a report: what is corrected is the latest accepted version, and nothing else is being asked of it.
CREATE FUNCTION check_restatement() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last report_event;
BEGIN
  PERFORM FROM report r WHERE r.city = NEW.city AND r.period = NEW.period FOR UPDATE;
  SELECT * INTO last FROM report_event e WHERE e.city = NEW.city AND e.period = NEW.period ORDER BY seq DESC LIMIT 1;
  -- Of another's city nothing is seen here; row-level security refuses the row.
  IF last.seq IS NULL THEN RETURN NEW; END IF;
  IF last.to_status <> 'accepted' OR last.version <> NEW.base_version THEN
    RAISE EXCEPTION 'version % is not the accepted one', NEW.base_version USING ERRCODE = 'CJ002';
  END IF;
  IF EXISTS (SELECT FROM restatement r WHERE r.city = NEW.city AND r.period = NEW.period
             AND NOT EXISTS (SELECT FROM restatement_answer a WHERE a.city = r.city AND a.seq = r.seq)) THEN
    RAISE EXCEPTION 'a restatement of this report waits for its answer' USING ERRCODE = 'CJ005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER restatement_linear BEFORE INSERT ON restatement FOR EACH ROW EXECUTE FUNCTION check_restatement();

-- Two people: who asked does not grant, and nobody else takes the request back.
CREATE FUNCTION check_restatement_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE asked restatement;
BEGIN
  SELECT * INTO asked FROM restatement r WHERE r.city = NEW.city AND r.seq = NEW.seq;
  IF (NEW.kind = 'withdrawn') <> (NEW.actor = asked.requested_by) THEN
    RAISE EXCEPTION 'a restatement is answered by another person than who asked' USING ERRCODE = 'CJ003';
  END IF;
  IF NEW.period <> asked.period OR (NEW.kind = 'approved' AND NEW.version <> asked.base_version + 1) THEN
    RAISE EXCEPTION 'the answer is to another version' USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER restatement_answer_second BEFORE INSERT ON restatement_answer FOR EACH ROW EXECUTE FUNCTION check_restatement_answer();

-- An accepted report gets another version only by an approved restatement.
CREATE FUNCTION check_restated_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM restatement_answer a WHERE a.city = NEW.city AND a.period = NEW.period
                 AND a.version = NEW.version AND a.kind = 'approved' AND a.actor = NEW.actor) THEN
    RAISE EXCEPTION 'version % was not approved as a restatement', NEW.version USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_event_restated BEFORE INSERT ON report_event FOR EACH ROW WHEN (NEW.kind = 'restated') EXECUTE FUNCTION check_restated_event();

-- Verdicts that a restatement brings stand beside those that were issued before; 0 for those of an acceptance.
ALTER TABLE issued_verdict
  ADD COLUMN restatement integer NOT NULL DEFAULT 0,
  DROP CONSTRAINT issued_verdict_pkey,
  ADD PRIMARY KEY (city, as_of, report_version, indicator, against, restatement);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['restatement','restatement_answer'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
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
