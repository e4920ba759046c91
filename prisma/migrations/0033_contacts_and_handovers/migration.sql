-- Whom to call: of each city the people it names, of each reviewer what he or she gives. Every change is a row; the last one
-- of a place, or of a person, holds. A row without a name says that there is nobody.
CREATE TABLE city_contact (
  city            text NOT NULL REFERENCES city (code),
  place           text NOT NULL CHECK (place IN ('filler', 'signer', 'leader', 'finance')),
  seq             integer NOT NULL CHECK (seq > 0),
  name            text NOT NULL,
  office          text NOT NULL,
  phone           text NOT NULL,
  email           text NOT NULL,
  changed_by      uuid NOT NULL REFERENCES account (id),
  changed_by_name text NOT NULL,
  changed_by_role text NOT NULL CHECK (changed_by_role IN ('city_officer', 'city_certifier', 'system_admin')),
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (city, place, seq),
  CONSTRAINT city_contact_name CHECK (btrim(name) <> '' OR office || phone || email = '')
);

CREATE TABLE reviewer_contact (
  account    uuid NOT NULL REFERENCES account (id),
  seq        integer NOT NULL CHECK (seq > 0),
  role       text NOT NULL CHECK (role IN ('provincial_reviewer', 'cnipa_reviewer', 'mof_reviewer')),
  province   text CHECK ((role = 'provincial_reviewer') = (province IS NOT NULL)),
  name       text NOT NULL CHECK (btrim(name) <> ''),
  office     text NOT NULL,
  phone      text NOT NULL,
  email      text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (account, seq)
);

-- What one reviewer has begun goes to a colleague of the same reach, from a day on. Every step is a row; of those that have
-- begun the last one holds. A row without a taker says that the giver is back.
CREATE TABLE review_handover (
  giver           uuid NOT NULL REFERENCES account (id),
  seq             integer NOT NULL CHECK (seq > 0),
  giver_name      text NOT NULL,
  role            text NOT NULL CHECK (role IN ('provincial_reviewer', 'cnipa_reviewer', 'mof_reviewer')),
  province        text CHECK ((role = 'provincial_reviewer') = (province IS NOT NULL)),
  taker           uuid REFERENCES account (id) CHECK (taker <> giver),
  taker_name      text CHECK ((taker IS NULL) = (taker_name IS NULL)),
  from_day        date NOT NULL,
  until_day       date CHECK (until_day IS NULL OR (until_day >= from_day AND taker IS NOT NULL)),
  note            text NOT NULL CHECK (length(btrim(note)) > 0),
  written_by      uuid NOT NULL REFERENCES account (id),
  written_by_name text NOT NULL,
  written_at      timestamptz NOT NULL,
  PRIMARY KEY (giver, seq)
);

-- Colleagues of one reach, between whom work is handed over.
CREATE POLICY account_colleague ON account FOR SELECT TO chengji_app USING (
  (role = 'provincial_reviewer' AND current_setting('app.scope', true) = 'province' AND province = nullif(current_setting('app.province', true), ''))
  OR (role IN ('cnipa_reviewer', 'mof_reviewer') AND current_setting('app.scope', true) = 'nation'));

-- Only between two of the same role and province, and written by one of the two. Accounts keep both for good.
CREATE FUNCTION check_review_handover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.written_by <> NEW.giver AND NEW.written_by IS DISTINCT FROM NEW.taker AND NOT EXISTS (
       SELECT FROM review_handover h WHERE h.giver = NEW.giver AND h.taker = NEW.written_by) THEN
    RAISE EXCEPTION 'work is handed over by who gives or who takes it' USING ERRCODE = 'CJ003';
  END IF;
  IF EXISTS (SELECT FROM unnest(ARRAY[NEW.giver, NEW.taker]) AS who WHERE who IS NOT NULL AND NOT EXISTS (
       SELECT FROM account a WHERE a.id = who AND a.role = NEW.role AND a.province IS NOT DISTINCT FROM NEW.province
         AND (a.disabled_at IS NULL OR who = NEW.giver))) THEN
    RAISE EXCEPTION 'work is handed over within one role and province' USING ERRCODE = 'CJ004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_handover_between BEFORE INSERT ON review_handover FOR EACH ROW EXECUTE FUNCTION check_review_handover();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['city_contact', 'reviewer_contact', 'review_handover'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT TO chengji_app USING ((SELECT known_at()) IS NULL OR %I <= (SELECT known_at()))',
      t || '_known', t, CASE t WHEN 'review_handover' THEN 'written_at' ELSE 'changed_at' END);
  END LOOP;
  -- Those of the nation concern every city, those of a province its own.
  FOREACH t IN ARRAY ARRAY['reviewer_contact', 'review_handover'] LOOP
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (
        (current_setting('app.scope', true) = 'city' AND coalesce(province, left(current_setting('app.city', true), 2)) = left(nullif(current_setting('app.city', true), ''), 2))
        OR (current_setting('app.scope', true) = 'province' AND coalesce(province, current_setting('app.province', true)) = nullif(current_setting('app.province', true), ''))
        OR current_setting('app.scope', true) IN ('nation', 'portal'))$p$, t || '_read', t);
  END LOOP;
END $$;

-- The system administrator may keep a city's contacts when the city cannot, and sees nothing else of it.
CREATE POLICY city_contact_read ON city_contact FOR SELECT TO chengji_app USING (
  (current_setting('app.scope', true) IN ('city', 'storage') AND city = nullif(current_setting('app.city', true), ''))
  OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
  OR current_setting('app.scope', true) = 'nation');
CREATE POLICY city_contact_insert ON city_contact FOR INSERT TO chengji_app WITH CHECK (
  current_setting('app.scope', true) IN ('city', 'storage') AND city = nullif(current_setting('app.city', true), '')
  AND changed_by::text = current_setting('app.account', true));
-- A reviewer keeps the own one.
CREATE POLICY reviewer_contact_own ON reviewer_contact FOR SELECT TO chengji_app USING (account::text = current_setting('app.account', true));
CREATE POLICY reviewer_contact_insert ON reviewer_contact FOR INSERT TO chengji_app WITH CHECK (
  account::text = current_setting('app.account', true) AND EXISTS (
    SELECT FROM account a WHERE a.id = reviewer_contact.account AND a.role = reviewer_contact.role
      AND a.province IS NOT DISTINCT FROM reviewer_contact.province));
CREATE POLICY review_handover_insert ON review_handover FOR INSERT TO chengji_app WITH CHECK (
  written_by::text = current_setting('app.account', true)
  AND ((current_setting('app.scope', true) = 'province' AND province = nullif(current_setting('app.province', true), ''))
    OR (current_setting('app.scope', true) = 'nation' AND province IS NULL)));
