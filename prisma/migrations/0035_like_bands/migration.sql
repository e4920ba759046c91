-- Where the middle half of a cohort lies, for the people of each of its cities: coarse, of five cities and more, and anew only
-- once five of them are otherwise (lib/rules/anonymous-band.ts). What it was worked out from only the nation sees.
CREATE TABLE like_band (
  cohort       text NOT NULL,
  as_of        text NOT NULL,
  indicator    text NOT NULL,
  seq          integer NOT NULL CHECK (seq > 0),
  cities       integer NOT NULL CHECK (cities >= 5),
  lower        integer NOT NULL CHECK (lower % 5 = 0),             -- per cent of what is required to date
  median       integer NOT NULL CHECK (median % 5 = 0),
  upper        integer NOT NULL CHECK (upper % 5 = 0 AND upper > lower),
  published_at timestamptz NOT NULL,
  PRIMARY KEY (cohort, as_of, indicator, seq)
);
CREATE TABLE like_band_basis (
  cohort       text NOT NULL,
  as_of        text NOT NULL,
  indicator    text NOT NULL,
  seq          integer NOT NULL,
  shares       jsonb NOT NULL,                                     -- by code of the city, exact
  PRIMARY KEY (cohort, as_of, indicator, seq),
  FOREIGN KEY (cohort, as_of, indicator, seq) REFERENCES like_band (cohort, as_of, indicator, seq)
);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['like_band', 'like_band_basis'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (current_setting(''app.scope'', true) = ''nation'')', t || '_insert', t);
  END LOOP;
END $$;
CREATE POLICY like_band_read ON like_band FOR SELECT TO chengji_app USING (
  current_setting('app.scope', true) = 'nation'
  OR (current_setting('app.scope', true) = 'city' AND EXISTS (
    SELECT FROM city c WHERE c.code = nullif(current_setting('app.city', true), '') AND c.cohort = like_band.cohort)));
CREATE POLICY like_band_known ON like_band AS RESTRICTIVE FOR SELECT TO chengji_app
  USING ((SELECT known_at()) IS NULL OR published_at <= (SELECT known_at()));
CREATE POLICY like_band_basis_read ON like_band_basis FOR SELECT TO chengji_app USING (current_setting('app.scope', true) = 'nation');
