-- ── From when on a correction is material: a decision of the book, proposed by one person and signed by another ──────────
ALTER TABLE decision
  DROP CONSTRAINT decision_kind_check,
  ADD CONSTRAINT decision_kind_check CHECK (kind IN ('configuration','derogation','bandTable','scoringScheme','checkSeverity','comparability','materiality'));

-- ── What a return left closed stays closed, whoever writes ──────────────────────────────────────────────────────────────
-- The return that a report's working copy answers, where it names figures or rows; NULL where everything is open. What was
-- withdrawn answers no return. lib/reporting/working-copy.ts says the same.
CREATE FUNCTION pinned_return(of_city text, of_period text) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT r.seq FROM (
    SELECT e.seq FROM report_event e
    WHERE e.city = of_city AND e.period = of_period AND e.kind = 'returned' AND e.seq > coalesce((
      SELECT max(s.seq) FROM report_event s
      WHERE s.city = of_city AND s.period = of_period AND s.kind = 'submitted' AND NOT EXISTS (
        SELECT FROM report_event w WHERE w.city = s.city AND w.period = s.period AND w.kind = 'withdrawn' AND w.version = s.version)), 0)
    ORDER BY e.seq DESC LIMIT 1) r
  WHERE EXISTS (SELECT FROM returned_figure f WHERE f.city = of_city AND f.period = of_period AND f.seq = r.seq)
     OR EXISTS (SELECT FROM returned_row x WHERE x.city = of_city AND x.period = of_period AND x.seq = r.seq)
$$;

-- Looked at once a statement, however many cells or rows it writes.
CREATE FUNCTION check_pinned_cells() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE report record; closed text;
BEGIN
  FOR report IN SELECT DISTINCT w.city, w.period, pinned_return(w.city, w.period) AS seq FROM (SELECT DISTINCT city, period FROM written) w LOOP
    CONTINUE WHEN report.seq IS NULL;
    -- A returned row takes "none this quarter" back from its register.
    SELECT w.indicator INTO closed FROM written w
    WHERE w.city = report.city AND w.period = report.period
      AND NOT EXISTS (SELECT FROM returned_figure f
        WHERE f.city = report.city AND f.period = report.period AND f.seq = report.seq AND f.indicator = w.indicator)
      AND NOT (w.state = 'blank' AND EXISTS (
        SELECT FROM jsonb_array_elements(returned_rows(report.city, report.period, report.seq)) AS r (row) WHERE r.row ->> 'indicator' = w.indicator))
    LIMIT 1;
    IF closed IS NOT NULL THEN
      RAISE EXCEPTION 'figure % was not returned', closed USING ERRCODE = 'CJ004';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE FUNCTION check_pinned_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE report record; closed uuid;
BEGIN
  FOR report IN SELECT DISTINCT w.city, w.period, pinned_return(w.city, w.period) AS seq FROM (SELECT DISTINCT city, period FROM written) w LOOP
    CONTINUE WHEN report.seq IS NULL;
    SELECT w.id INTO closed FROM written w
    WHERE w.city = report.city AND w.period = report.period
      AND NOT EXISTS (SELECT FROM returned_figure f
        WHERE f.city = report.city AND f.period = report.period AND f.seq = report.seq AND f.indicator = w.indicator)
      AND NOT EXISTS (SELECT FROM returned_row r
        WHERE r.city = report.city AND r.period = report.period AND r.seq = report.seq AND r.row_id = w.id)
    LIMIT 1;
    IF closed IS NOT NULL THEN
      RAISE EXCEPTION 'row % was not returned', closed USING ERRCODE = 'CJ004';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER report_cell_pinned_new AFTER INSERT ON report_cell REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION check_pinned_cells();
CREATE TRIGGER report_cell_pinned AFTER UPDATE ON report_cell REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION check_pinned_cells();
CREATE TRIGGER register_row_pinned_new AFTER INSERT ON register_row REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION check_pinned_rows();
CREATE TRIGGER register_row_pinned AFTER UPDATE ON register_row REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION check_pinned_rows();
