-- Visits on the spot: where, when, whom an assessor met and what he or she noted, with photographs. What was written stays;
-- a correction is the next wording, with its reason. The seal freezes both.
CREATE TABLE evaluation_visit (
  city            text NOT NULL,
  round           uuid NOT NULL,
  version         integer NOT NULL,
  visit           uuid NOT NULL,
  seq             integer NOT NULL CHECK (seq > 0),                 -- counts the wordings of one visit
  place           text NOT NULL CHECK (length(btrim(place)) > 0),
  visited_on      date NOT NULL,
  met             text NOT NULL CHECK (length(btrim(met)) > 0),
  note            text NOT NULL CHECK (length(btrim(note)) > 0),
  reason          text NOT NULL DEFAULT '',                         -- why it was corrected
  written_by      uuid NOT NULL REFERENCES account (id),
  written_by_name text NOT NULL,
  written_at      timestamptz NOT NULL,
  PRIMARY KEY (city, round, version, visit, seq),
  FOREIGN KEY (city, round, version) REFERENCES evaluation (city, round, version),
  CONSTRAINT evaluation_visit_reason CHECK (seq = 1 OR length(btrim(reason)) > 0)
);
CREATE TABLE evaluation_visit_photo (
  city    text NOT NULL,
  round   uuid NOT NULL,
  version integer NOT NULL,
  visit   uuid NOT NULL,
  seq     integer NOT NULL,
  file    uuid NOT NULL,
  PRIMARY KEY (city, round, version, visit, seq, file),
  FOREIGN KEY (city, round, version, visit, seq) REFERENCES evaluation_visit (city, round, version, visit, seq),
  FOREIGN KEY (city, file) REFERENCES stored_file (city, id)
);
CREATE INDEX evaluation_visit_photo_file ON evaluation_visit_photo (city, file);

-- Photographs of a visit are assessors' files in the city's store: they take none of its room, and it sees them when sealed.
ALTER TABLE stored_file DROP CONSTRAINT stored_file_purpose_check,
  ADD CONSTRAINT stored_file_purpose_check CHECK (purpose IN ('evidence','workbook','visit'));
ALTER TABLE file_upload ADD COLUMN purpose text NOT NULL DEFAULT 'evidence' CHECK (purpose IN ('evidence','visit'));

-- What is assessed is seen by those who assess and seal (a permit tells its person's role); by the city, its province and everybody else once it is sealed.
CREATE FUNCTION assessment_is_shown(of_city text, of_round uuid, of_version integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.role', true) IN ('assessor','cnipa_reviewer','mof_reviewer'), false)
    OR EXISTS (SELECT FROM evaluation_seal s WHERE s.city = of_city AND s.round = of_round AND s.version = of_version)
$$;

-- A correction follows the last wording of the same person.
CREATE FUNCTION check_evaluation_visit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.seq <> 1 + (SELECT count(*) FROM evaluation_visit v WHERE (v.city, v.round, v.version, v.visit)
      = (NEW.city, NEW.round, NEW.version, NEW.visit) AND v.written_by = NEW.written_by) THEN
    RAISE EXCEPTION 'a later wording was saved' USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_visit_follows BEFORE INSERT ON evaluation_visit FOR EACH ROW EXECUTE FUNCTION check_evaluation_visit();
-- Photographs are the writer's own and come with their wording, in its own transaction: nothing is added to one that stands.
CREATE FUNCTION check_evaluation_visit_photo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF of_another_city(NEW.city) THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM evaluation_visit v WHERE (v.city, v.round, v.version, v.visit, v.seq)
      = (NEW.city, NEW.round, NEW.version, NEW.visit, NEW.seq) AND age(v.xmin) > 0) THEN
    RAISE EXCEPTION 'the wording stands' USING ERRCODE = 'CJ002';
  END IF;
  IF NOT EXISTS (SELECT FROM evaluation_visit v JOIN stored_file f ON f.city = v.city AND f.id = NEW.file AND f.purpose = 'visit' AND f.uploaded_by = v.written_by
      WHERE (v.city, v.round, v.version, v.visit, v.seq) = (NEW.city, NEW.round, NEW.version, NEW.visit, NEW.seq)) THEN
    RAISE EXCEPTION 'no photograph of the writer''s' USING ERRCODE = 'CJ005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_visit_photo_follows BEFORE INSERT ON evaluation_visit_photo FOR EACH ROW EXECUTE FUNCTION check_evaluation_visit_photo();

DO $$
DECLARE
  t text;
  reach constant text := $p$(
    (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
    OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
    OR current_setting('app.scope', true) = 'nation'
    OR (current_setting('app.scope', true) = 'assessed' AND city = nullif(current_setting('app.city', true), '') AND assessor_may_read(city)))$p$;
  assessing constant text := $p$current_setting('app.scope', true) = 'assessed' AND city = nullif(current_setting('app.city', true), '')$p$;
  me constant text := $p$current_setting('app.account', true)$p$;
BEGIN
  FOREACH t IN ARRAY ARRAY['evaluation_visit','evaluation_visit_photo'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION check_evaluation_unsealed()', t || '_a_unsealed', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
  -- As readings: one's own, and everybody's once both readers are through.
  EXECUTE format('CREATE POLICY evaluation_visit_read ON evaluation_visit FOR SELECT TO chengji_app USING (%s AND (written_by::text = %s OR both_handed_in(city, round, version)))', reach, me);
  EXECUTE format('CREATE POLICY evaluation_visit_insert ON evaluation_visit FOR INSERT TO chengji_app WITH CHECK (%s AND written_by::text = %s AND own_duty(city, round) IS NOT NULL)', assessing, me);
  EXECUTE format($p$CREATE POLICY evaluation_visit_photo_read ON evaluation_visit_photo FOR SELECT TO chengji_app USING (%s AND EXISTS (SELECT FROM evaluation_visit v
    WHERE v.city = evaluation_visit_photo.city AND v.round = evaluation_visit_photo.round AND v.version = evaluation_visit_photo.version
      AND v.visit = evaluation_visit_photo.visit AND v.seq = evaluation_visit_photo.seq))$p$, reach);
  EXECUTE format('CREATE POLICY evaluation_visit_photo_insert ON evaluation_visit_photo FOR INSERT TO chengji_app WITH CHECK (%s AND own_duty(city, round) IS NOT NULL)', assessing);

  EXECUTE format('CREATE POLICY stored_file_visit_insert ON stored_file FOR INSERT TO chengji_app WITH CHECK (%s AND purpose = ''visit'' AND uploaded_by::text = %s AND assessor_may_read(city))', assessing, me);
  EXECUTE format($p$CREATE POLICY stored_file_visit_read ON stored_file AS RESTRICTIVE FOR SELECT TO chengji_app USING (purpose <> 'visit' OR uploaded_by::text = %s
    OR EXISTS (SELECT FROM evaluation_visit_photo p WHERE p.city = stored_file.city AND p.file = stored_file.id))$p$, me);
  EXECUTE format('CREATE POLICY file_upload_visit ON file_upload TO chengji_app USING (%1$s AND begun_by::text = %2$s AND assessor_may_read(city)) WITH CHECK (%1$s AND purpose = ''visit'' AND begun_by::text = %2$s AND assessor_may_read(city))', assessing, me);
  EXECUTE format('CREATE POLICY file_upload_visit_own ON file_upload AS RESTRICTIVE FOR SELECT TO chengji_app USING (purpose <> ''visit'' OR begun_by::text = %s)', me);
  EXECUTE format('CREATE POLICY upload_piece_visit ON upload_piece TO chengji_app USING (%1$s AND EXISTS (SELECT FROM file_upload u WHERE u.city = upload_piece.city AND u.id = upload_piece.upload)) WITH CHECK (%1$s AND EXISTS (SELECT FROM file_upload u WHERE u.city = upload_piece.city AND u.id = upload_piece.upload))', assessing);

  -- Until the seal, the sheet and what it rests on are the assessors' and the sealers': not the city's, whatever a query asks.
  FOREACH t IN ARRAY ARRAY['evaluation_reading','evaluation_settlement','evaluation_override','evaluation_sample','evaluation_visit'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT TO chengji_app USING (assessment_is_shown(city, round, version))', t || '_sealed_only', t);
  END LOOP;
END $$;
