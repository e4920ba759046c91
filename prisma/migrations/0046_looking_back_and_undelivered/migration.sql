-- As known on, of a city's own form: its working copy as the saves up to a moment left it. What was saved later is hidden by
-- policy like all other history; the working copy itself is of now, and a transaction that looks back does not see it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_cell_change', 'register_row_change', 'evidence_link_change'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT TO chengji_app USING ((SELECT known_at()) IS NULL OR changed_at <= (SELECT known_at()))',
      t || '_known', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['report_cell', 'register_row', 'evidence_link'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT TO chengji_app USING ((SELECT known_at()) IS NULL)', t || '_known', t);
  END LOOP;
END $$;

-- Mail that could not be delivered: to people of a city its reviewers see that it was not, and whoever keeps accounts sees all.
CREATE POLICY message_undelivered ON message FOR SELECT TO chengji_app USING (
  mail = 'failed' AND (current_setting('app.scope', true) = 'administration'
    OR (current_setting('app.scope', true) IN ('nation', 'province') AND EXISTS (
      SELECT FROM account a WHERE a.id = message.account AND a.city IS NOT NULL
        AND (current_setting('app.scope', true) = 'nation' OR left(a.city, 2) = nullif(current_setting('app.province', true), ''))))));
CREATE INDEX message_undelivered ON message (account) WHERE mail = 'failed';

-- How often something changed of a province that pages about many cities show: standings, steps of reports, more time granted,
-- payments, decisions on them, names. The portal keeps such rows in its process, and the same number means the same rows. It is
-- counted as a transaction commits, once each, so that a deed holds no other of its province up; saving a draft counts nothing.
CREATE TABLE province_counter (
  province text PRIMARY KEY CHECK (province ~ '^\d\d$'),
  changes  integer NOT NULL
);
INSERT INTO province_counter SELECT DISTINCT left(code, 2), 1 FROM city;
GRANT SELECT, INSERT, UPDATE ON province_counter TO chengji_app;
ALTER TABLE province_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE province_counter FORCE ROW LEVEL SECURITY;
CREATE POLICY province_counter_owner ON province_counter TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY province_counter_read ON province_counter FOR SELECT TO chengji_app USING (
  current_setting('app.scope', true) = 'nation'
  OR (current_setting('app.scope', true) = 'province' AND province = nullif(current_setting('app.province', true), '')));
-- Whose deed it is counts it: about one city, or on the list of cities, which belongs to no scope.
CREATE POLICY province_counter_count ON province_counter TO chengji_app
  USING ((current_setting('app.scope', true) = 'city' AND province = left(current_setting('app.city', true), 2)) OR current_setting('app.scope', true) = 'none')
  WITH CHECK ((current_setting('app.scope', true) = 'city' AND province = left(current_setting('app.city', true), 2)) OR current_setting('app.scope', true) = 'none');

CREATE FUNCTION count_province_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text := left(to_jsonb(NEW) ->> TG_ARGV[0], 2);
  counted text := coalesce(current_setting('app.provinces_changed', true), '');
BEGIN
  IF position(changed IN counted) > 0 THEN RETURN NULL; END IF;
  INSERT INTO province_counter AS p VALUES (changed, 1) ON CONFLICT (province) DO UPDATE SET changes = p.changes + 1;
  PERFORM set_config('app.provinces_changed', counted || ' ' || changed, true);
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['standing', 'report_event', 'deadline_extension_decision', 'fund_payment', 'fund_payment_answer',
      'instalment_answer', 'instalment_reversal_answer'] LOOP
    EXECUTE format($p$CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE ON %I DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION count_province_change('city')$p$, t || '_counts', t);
  END LOOP;
END $$;
CREATE CONSTRAINT TRIGGER city_counts AFTER INSERT OR UPDATE ON city DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION count_province_change('code');
