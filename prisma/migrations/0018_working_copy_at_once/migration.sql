-- Saving is what happens most: what it asks before it writes is asked in one go. Both run with the rights of who calls them,
-- and see what the policies let that role see.

-- Locks a report until the end of the transaction, then reads its dates and its working copy; no row where there is no report.
CREATE FUNCTION lock_working_copy(of_city text, of_period text)
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
       FROM returned_figure f WHERE f.city = e.city AND f.period = e.period AND f.seq = e.seq)) ORDER BY e.seq), '[]')
    INTO events FROM report_event e WHERE e.city = of_city AND e.period = of_period;
  SELECT coalesce(jsonb_agg(to_jsonb(c) || jsonb_build_object('value', c.value::text) ORDER BY c.indicator, c.part), '[]')
    INTO cells FROM report_cell c WHERE c.city = of_city AND c.period = of_period;
  SELECT coalesce(jsonb_object_agg(r.indicator, r.count), '{}') INTO counts FROM (
    SELECT indicator, count(*) FROM register_row
    WHERE city = of_city AND period = of_period AND NOT removed GROUP BY indicator) r;
  RETURN NEXT;
END $$;

-- The same as the first statement of a transaction: tells the policies whose it is, as every transaction does, and says the time.
CREATE FUNCTION open_working_copy(scope text, of_city text, of_province text, of_account text, of_period text)
RETURNS TABLE (now timestamptz, opens_at timestamptz, due_at timestamptz, late_after timestamptz, locked_after timestamptz, events jsonb, cells jsonb, counts jsonb)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM set_config('app.scope', scope, true), set_config('app.city', of_city, true),
          set_config('app.province', of_province, true), set_config('app.account', of_account, true);
  SELECT c.opens_at, c.due_at, c.late_after, c.locked_after, c.events, c.cells, c.counts
    INTO opens_at, due_at, late_after, locked_after, events, cells, counts FROM lock_working_copy(of_city, of_period) c;
  now := chengji_now();
  RETURN NEXT;
END $$;
