-- As known on: a transaction that only reads may say as of which moment it looks (app.known_at). History that came later is
-- then not there, by policy and not by what each query remembers to ask. Without it everything is as known now.
CREATE FUNCTION known_at() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.known_at', true), '')::timestamptz
$$;

DO $$
DECLARE t text; c text;
BEGIN
  FOREACH t IN ARRAY ARRAY['report_event at', 'report_version submitted_at', 'issued_verdict issued_at', 'own_target set_at',
      'restatement requested_at', 'restatement_answer at', 'decision proposed_at', 'decision_signature at',
      'deadline_extension asked_at', 'deadline_extension_decision decided_at', 'finding_explanation explained_at',
      'duplicate_case opened_at', 'case_claim claimed_at', 'case_step at', 'case_outcome decided_at', 'ledger_entry at',
      'conversation_turn at'] LOOP
    c := split_part(t, ' ', 2);
    t := split_part(t, ' ', 1);
    EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT TO chengji_app USING ((SELECT known_at()) IS NULL OR %I <= (SELECT known_at()))', t || '_known', t, c);
  END LOOP;
END $$;

-- The summary of each report as it was known: the kept row, or what follows from the history up to that moment. Facts are
-- worked out by lib/reporting.
CREATE VIEW known_summary WITH (security_invoker = true) AS
  SELECT city, period, status, version, accepted_version, cells_asked, cells_answered, facts, submitted_at, accepted_at, changed_at
  FROM quarter_summary WHERE (SELECT known_at()) IS NULL
  UNION ALL
  SELECT e.city, e.period, e.to_status, e.version + (e.kind IN ('returned', 'withdrawn'))::int, a.version,
    coalesce(v.cells_asked, 0), coalesce(v.cells_answered, 0), '[]'::jsonb, v.submitted_at, a.at, e.at
  FROM (SELECT DISTINCT ON (city, period) * FROM report_event WHERE (SELECT known_at()) IS NOT NULL ORDER BY city, period, seq DESC) e
  LEFT JOIN LATERAL (
    SELECT x.version, x.at FROM report_event x
    WHERE x.city = e.city AND x.period = e.period AND x.kind IN ('accepted', 'restated') ORDER BY x.seq DESC LIMIT 1) a ON true
  LEFT JOIN LATERAL (
    SELECT s.cells_asked, s.cells_answered, s.submitted_at FROM report_version s
    JOIN report_event b ON b.city = s.city AND b.period = s.period AND b.version = s.version AND b.kind = 'submitted'
    WHERE s.city = e.city AND s.period = e.period
      AND NOT EXISTS (SELECT FROM report_event w WHERE w.city = s.city AND w.period = s.period AND w.version = s.version AND w.kind = 'withdrawn')
    ORDER BY s.version DESC LIMIT 1) v ON true;
GRANT SELECT ON known_summary TO chengji_app;

CREATE OR REPLACE FUNCTION review_route(of_city text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN coalesce((SELECT s.is_on FROM provincial_step s JOIN city c ON c.cohort = s.cohort
                             WHERE c.code = of_city AND s.set_at <= coalesce(known_at(), s.set_at)
                             ORDER BY s.seq DESC LIMIT 1), true) THEN 'provincial' ELSE 'direct' END
$$;
