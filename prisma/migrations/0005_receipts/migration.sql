-- What anybody may check of a submission: a row without figures, written with the version and never changed.

CREATE TABLE version_receipt (
  city           text NOT NULL,
  period         text NOT NULL,
  version        integer NOT NULL,
  receipt_number text NOT NULL,
  content_hash   text NOT NULL,
  cells_asked    integer NOT NULL,
  cells_answered integer NOT NULL,
  findings       integer CHECK (findings >= 0),                -- soft findings unexplained at the submission; NULL: not recorded
  submitted_at   timestamptz NOT NULL,
  PRIMARY KEY (city, period, version),
  UNIQUE (city, receipt_number),
  FOREIGN KEY (city, period, version) REFERENCES report_version (city, period, version)
);
INSERT INTO version_receipt
  SELECT city, period, version, receipt_number, content_hash, cells_asked, cells_answered, NULL, submitted_at FROM report_version;

-- What a version cost the people who filled it in; kept with it at the submission.
CREATE TABLE version_burden (
  city           text NOT NULL,
  period         text NOT NULL,
  version        integer NOT NULL,
  opened_at      timestamptz,                                  -- when the form was first opened; NULL: nobody's browser said so
  active_seconds integer NOT NULL CHECK (active_seconds >= 0), -- of all people together, breaks left out
  items_asked    integer NOT NULL CHECK (items_asked >= 0),
  items_reused   integer NOT NULL CHECK (items_reused BETWEEN 0 AND items_asked),
  PRIMARY KEY (city, period, version),
  FOREIGN KEY (city, period, version) REFERENCES report_version (city, period, version)
);

-- Who is on the form of a report, by the word of their browsers. No history: a row a person, written over.
CREATE TABLE form_presence (
  city           text NOT NULL REFERENCES city (code),
  period         text NOT NULL REFERENCES reporting_period (period),
  account        uuid NOT NULL REFERENCES account (id),
  account_name   text NOT NULL,
  version        integer NOT NULL CHECK (version > 0),         -- the version of the report that is being prepared
  opened_at      timestamptz NOT NULL,
  seen_at        timestamptz NOT NULL,
  cell           text NOT NULL DEFAULT '',                     -- '': in none
  unsaved        integer NOT NULL CHECK (unsaved >= 0),
  invalid        integer NOT NULL CHECK (invalid >= 0),
  active_seconds integer NOT NULL CHECK (active_seconds >= 0),
  PRIMARY KEY (city, period, account)
);
GRANT SELECT, INSERT, UPDATE ON form_presence TO chengji_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['version_receipt','version_burden'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['version_receipt','version_burden','form_presence'] LOOP
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
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;

-- Whoever is not signed in sees the one row whose whole number he or she has named, and the versions of that same report.
CREATE POLICY version_receipt_verify ON version_receipt FOR SELECT TO chengji_app USING (
  current_setting('app.scope', true) = 'receipt' AND (
    receipt_number = nullif(current_setting('app.receipt', true), '')
    OR city || '/' || period = nullif(current_setting('app.receipt_report', true), '')));
