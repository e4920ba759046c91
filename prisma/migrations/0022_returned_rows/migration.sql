-- A return may name rows of a register beside figures, each with its own reason; each stands in the version that is returned.
CREATE TABLE returned_row (
  city    text NOT NULL,
  period  text NOT NULL,
  seq     integer NOT NULL,
  version integer NOT NULL,
  row_id  uuid NOT NULL,
  reason  text NOT NULL CHECK (length(btrim(reason)) > 0),
  PRIMARY KEY (city, period, seq, row_id),
  FOREIGN KEY (city, period, seq) REFERENCES report_event (city, period, seq),
  FOREIGN KEY (city, period, version, row_id) REFERENCES version_row (city, period, version, row_id)
);

CREATE TRIGGER returned_row_append_only BEFORE UPDATE OR DELETE ON returned_row FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER returned_row_no_truncate BEFORE TRUNCATE ON returned_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON returned_row TO chengji_app;
ALTER TABLE returned_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE returned_row FORCE ROW LEVEL SECURITY;
CREATE POLICY returned_row_owner ON returned_row TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY returned_row_read ON returned_row FOR SELECT TO chengji_app USING (
  (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
  OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
  OR current_setting('app.scope', true) = 'nation');
CREATE POLICY returned_row_insert ON returned_row FOR INSERT TO chengji_app WITH CHECK (
  current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''));

-- The rows that a step of a report returned, as every reader of its life is told them.
CREATE FUNCTION returned_rows(of_city text, of_period text, of_seq integer) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.row_id, 'indicator', v.indicator, 'name', v.name, 'reason', r.reason)
                            ORDER BY v.indicator, v.name, r.row_id), '[]')
  FROM returned_row r JOIN version_row v USING (city, period, version, row_id)
  WHERE r.city = of_city AND r.period = of_period AND r.seq = of_seq
$$;

-- As before, with the returned rows. Only a return is asked for them: saving is what happens most.
CREATE OR REPLACE FUNCTION lock_working_copy(of_city text, of_period text)
RETURNS TABLE (opens_at timestamptz, due_at timestamptz, late_after timestamptz, locked_after timestamptz, events jsonb, cells jsonb, counts jsonb)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  SELECT p.opens_at, p.due_at, coalesce(p.late_after, p.due_at), p.locked_after INTO opens_at, due_at, late_after, locked_after
  FROM report r JOIN reporting_period p ON p.period = r.period
  WHERE r.city = of_city AND r.period = of_period FOR UPDATE OF r;
  IF NOT FOUND THEN RETURN; END IF;
  -- Each statement here sees what was committed before it began, and so what whoever held the lock has written.
  SELECT coalesce(jsonb_agg(jsonb_build_object('seq', e.seq, 'kind', e.kind, 'from', e.from_status, 'to', e.to_status,
      'version', e.version, 'contentHash', e.content_hash, 'reason', e.reason, 'actorId', e.actor, 'actorName', e.actor_name,
      'actorRole', e.actor_role, 'at', e.at, 'returned',
      (SELECT coalesce(jsonb_agg(jsonb_build_object('indicator', f.indicator, 'reason', f.reason) ORDER BY f.indicator), '[]')
       FROM returned_figure f WHERE f.city = e.city AND f.period = e.period AND f.seq = e.seq),
      'returnedRows', CASE e.kind WHEN 'returned' THEN returned_rows(e.city, e.period, e.seq) ELSE '[]' END) ORDER BY e.seq), '[]')
    INTO events FROM report_event e WHERE e.city = of_city AND e.period = of_period;
  SELECT coalesce(jsonb_agg(to_jsonb(c) || jsonb_build_object('value', c.value::text) ORDER BY c.indicator, c.part), '[]')
    INTO cells FROM report_cell c WHERE c.city = of_city AND c.period = of_period;
  SELECT coalesce(jsonb_object_agg(r.indicator, r.count), '{}') INTO counts FROM (
    SELECT indicator, count(*) FROM register_row
    WHERE city = of_city AND period = of_period AND NOT removed GROUP BY indicator) r;
  RETURN NEXT;
END $$;
