-- 佐证材料: files, what they stand behind, and the uploads that bring them. The bytes lie in a store of files (lib/files) under
-- their SHA-256; a row here says whose they are. A file is never changed and never taken away.
CREATE TABLE stored_file (
  city             text NOT NULL REFERENCES city (code),
  id               uuid NOT NULL,
  sha256           text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes            integer NOT NULL CHECK (bytes > 0),
  content_type     text NOT NULL CHECK (content_type <> ''),     -- by content, whatever the name says
  name             text NOT NULL CHECK (name <> ''),
  purpose          text NOT NULL CHECK (purpose IN ('evidence','workbook')),
  uploaded_by      uuid NOT NULL REFERENCES account (id),
  uploaded_by_name text NOT NULL,
  uploaded_at      timestamptz NOT NULL,
  PRIMARY KEY (city, id)
);
CREATE INDEX stored_file_digest ON stored_file (city, sha256);

-- An upload on its way, piece by piece; what was declared at its beginning is what must have arrived at its end.
CREATE TABLE file_upload (
  city         text NOT NULL REFERENCES city (code),
  id           uuid NOT NULL,
  name         text NOT NULL CHECK (name <> ''),
  bytes        integer NOT NULL CHECK (bytes > 0),
  sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  received     integer NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND bytes),
  state        text NOT NULL CHECK (state IN ('open','done','given_up','lapsed')),
  file         uuid,
  begun_by     uuid NOT NULL REFERENCES account (id),
  begun_by_name text NOT NULL,
  begun_at     timestamptz NOT NULL,
  seen_at      timestamptz NOT NULL,
  PRIMARY KEY (city, id),
  FOREIGN KEY (city, file) REFERENCES stored_file (city, id),
  CONSTRAINT file_upload_done CHECK ((state = 'done') = (file IS NOT NULL))
);
CREATE INDEX file_upload_open ON file_upload (city, begun_by, sha256) WHERE state = 'open';

CREATE TABLE upload_piece (
  city   text NOT NULL,
  upload uuid NOT NULL,
  starts integer NOT NULL CHECK (starts >= 0),
  bytes  integer NOT NULL CHECK (bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  at     timestamptz NOT NULL,
  PRIMARY KEY (city, upload, starts),
  FOREIGN KEY (city, upload) REFERENCES file_upload (city, id)
);

-- What a file stands behind in the working copy: a figure, a row of its register, or the explanation of a finding.
CREATE TABLE evidence_link (
  city            text NOT NULL,
  period          text NOT NULL,
  indicator       text NOT NULL CHECK (indicator <> ''),
  kind            text NOT NULL CHECK (kind IN ('figure','row','explanation')),
  target          text NOT NULL,                               -- '' for the figure, id of the row, rule/part of the finding
  file            uuid NOT NULL,
  removed         boolean NOT NULL,
  version         integer NOT NULL CHECK (version > 0),
  changed_by      uuid NOT NULL REFERENCES account (id),
  changed_by_name text NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, period, indicator, kind, target, file),
  FOREIGN KEY (city, period) REFERENCES report (city, period),
  FOREIGN KEY (city, file) REFERENCES stored_file (city, id),
  CONSTRAINT evidence_link_target CHECK ((kind = 'figure') = (target = ''))
);
CREATE INDEX evidence_link_file ON evidence_link (city, file);

CREATE TABLE evidence_link_change (
  city            text NOT NULL,
  period          text NOT NULL,
  indicator       text NOT NULL,
  kind            text NOT NULL,
  target          text NOT NULL,
  file            uuid NOT NULL,
  version         integer NOT NULL,
  report_version  integer NOT NULL,                            -- the version of the report that was being prepared
  removed         boolean NOT NULL,
  changed_by      uuid NOT NULL REFERENCES account (id),
  changed_by_name text NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, period, indicator, kind, target, file, version),
  FOREIGN KEY (city, period) REFERENCES report (city, period)
);
CREATE INDEX evidence_link_change_version ON evidence_link_change (city, period, report_version);

-- The evidence that belongs to a submitted version, for good.
CREATE TABLE version_evidence (
  city      text NOT NULL,
  period    text NOT NULL,
  version   integer NOT NULL,
  indicator text NOT NULL,
  kind      text NOT NULL,
  target    text NOT NULL,
  file      uuid NOT NULL,
  PRIMARY KEY (city, period, version, indicator, kind, target, file),
  FOREIGN KEY (city, period, version) REFERENCES report_version (city, period, version),
  FOREIGN KEY (city, file) REFERENCES stored_file (city, id)
);
CREATE INDEX version_evidence_file ON version_evidence (city, file);

-- Attaching is preparing: it ends with the certification, and nobody certifies what he or she attached.
CREATE TRIGGER evidence_link_editable BEFORE INSERT OR UPDATE ON evidence_link FOR EACH ROW EXECUTE FUNCTION check_report_editable();

CREATE FUNCTION check_certifier_attached() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'certified' AND EXISTS (
       SELECT FROM evidence_link_change x
       WHERE x.city = NEW.city AND x.period = NEW.period AND x.report_version = NEW.version AND x.changed_by = NEW.actor) THEN
    RAISE EXCEPTION 'the certifier attached evidence to this version' USING ERRCODE = 'CJ003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_event_attached BEFORE INSERT ON report_event FOR EACH ROW EXECUTE FUNCTION check_certifier_attached();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['stored_file','upload_piece','evidence_link_change','version_evidence'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['file_upload','evidence_link'] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO chengji_app', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR UPDATE TO chengji_app
        USING (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
        WITH CHECK (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))$p$, t || '_update', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['stored_file','file_upload','upload_piece','evidence_link','evidence_link_change','version_evidence'] LOOP
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
