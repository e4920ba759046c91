-- 上传导入: what a file would make of a report, kept from the upload until somebody takes it over or leaves it; and for every
-- cell and row that a file brought, where in it that stands. The original lies among the files of the city.
CREATE TABLE upload_proposal (
  city             text NOT NULL REFERENCES city (code),
  id               uuid NOT NULL,
  period           text NOT NULL REFERENCES reporting_period (period),
  report_version   integer NOT NULL CHECK (report_version > 0), -- the version of the report that was being prepared
  file             uuid NOT NULL,
  file_name        text NOT NULL CHECK (file_name <> ''),
  sha256           text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  reading          text NOT NULL,                               -- what was read, as JSON: Reading in lib/imports
  problems         integer NOT NULL CHECK (problems >= 0),
  uploaded_by      uuid NOT NULL REFERENCES account (id),
  uploaded_by_name text NOT NULL,
  uploaded_at      timestamptz NOT NULL,
  PRIMARY KEY (city, id),
  FOREIGN KEY (city, file) REFERENCES stored_file (city, id)
);
CREATE INDEX upload_proposal_period ON upload_proposal (city, period);

-- What became of it, once and for good; without a row it is still proposed.
CREATE TABLE upload_answer (
  city             text NOT NULL,
  proposal         uuid NOT NULL,
  answer           text NOT NULL CHECK (answer IN ('committed','discarded','refused')),
  reason           text NOT NULL DEFAULT '',                    -- of a refusal its code and particulars, as JSON
  cells            integer NOT NULL CHECK (cells >= 0),
  rows             integer NOT NULL CHECK (rows >= 0),
  answered_by      uuid NOT NULL REFERENCES account (id),
  answered_by_name text NOT NULL,
  answered_at      timestamptz NOT NULL,
  PRIMARY KEY (city, proposal),
  FOREIGN KEY (city, proposal) REFERENCES upload_proposal (city, id)
);

-- Which version of a cell or row came from a file, and from where in it.
CREATE TABLE upload_origin (
  city     text NOT NULL,
  period   text NOT NULL,
  subject  text NOT NULL CHECK (subject <> ''),                 -- indicator/part of a cell, id of a row
  version  integer NOT NULL CHECK (version > 0),
  proposal uuid NOT NULL,
  sheet    text NOT NULL,
  cell     text NOT NULL,
  PRIMARY KEY (city, period, subject, version),
  FOREIGN KEY (city, period) REFERENCES report (city, period),
  FOREIGN KEY (city, proposal) REFERENCES upload_proposal (city, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['upload_proposal','upload_answer','upload_origin'] LOOP
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
