-- A file brings thousands of rows of one report. A reference looks for the report once a row, at a third of the time of writing;
-- here it is looked for once a statement, and held as a reference holds it.

-- What a reference promises from the other side: a report that has rows stays, and keeps its city and period.
CREATE FUNCTION keep_report_of_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM register_row r WHERE r.city = OLD.city AND r.period = OLD.period)
    OR EXISTS (SELECT FROM register_row_change c WHERE c.city = OLD.city AND c.period = OLD.period) THEN
    RAISE EXCEPTION 'a report that has rows cannot be taken away' USING ERRCODE = '23503';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER report_of_rows_kept BEFORE DELETE ON report FOR EACH ROW EXECUTE FUNCTION keep_report_of_rows();
CREATE TRIGGER report_of_rows_keeps_key BEFORE UPDATE OF city, period ON report FOR EACH ROW
  WHEN (NEW.city <> OLD.city OR NEW.period <> OLD.period) EXECUTE FUNCTION keep_report_of_rows();
CREATE TRIGGER report_no_truncate BEFORE TRUNCATE ON report FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- KEY SHARE: whoever takes the report away at the same time waits, and then sees the rows; as a reference does it.
CREATE FUNCTION check_report_of_rows(of_city text, of_period text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM report r WHERE r.city = of_city AND r.period = of_period FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a row is said to be of a report that there is not' USING ERRCODE = '23503';
  END IF;
END $$;

-- As in 0030, and the report; and what 0034 asks of a report of which only some was returned, for what was written is walked once.
CREATE OR REPLACE FUNCTION check_written_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE w record; status text; returned int; closed uuid;
BEGIN
  FOR w IN SELECT DISTINCT city, period, changed_by FROM written LOOP
    PERFORM check_report_of_rows(w.city, w.period);
    SELECT e.to_status INTO status FROM report_event e WHERE e.city = w.city AND e.period = w.period ORDER BY seq DESC LIMIT 1;
    IF coalesce(status, 'open') NOT IN ('open', 'draft', 'returned') THEN
      RAISE EXCEPTION 'the report is % and cannot be edited', status USING ERRCODE = 'CJ004';
    END IF;
    PERFORM FROM account a WHERE a.id = w.changed_by;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a row is said to be changed by an account that there is not' USING ERRCODE = '23503';
    END IF;
    returned := pinned_return(w.city, w.period);
    CONTINUE WHEN returned IS NULL;
    SELECT r.id INTO closed FROM written r
    WHERE r.city = w.city AND r.period = w.period
      AND NOT EXISTS (SELECT FROM returned_figure f
        WHERE f.city = w.city AND f.period = w.period AND f.seq = returned AND f.indicator = r.indicator)
      AND NOT EXISTS (SELECT FROM returned_row o
        WHERE o.city = w.city AND o.period = w.period AND o.seq = returned AND o.row_id = r.id)
    LIMIT 1;
    IF closed IS NOT NULL THEN
      RAISE EXCEPTION 'row % was not returned', closed USING ERRCODE = 'CJ004';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
DROP TRIGGER register_row_pinned_new ON register_row;
DROP TRIGGER register_row_pinned ON register_row;
DROP FUNCTION check_pinned_rows();
CREATE OR REPLACE FUNCTION check_written_row_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE w record;
BEGIN
  FOR w IN SELECT DISTINCT city, period, changed_by, proposal FROM written LOOP
    PERFORM check_report_of_rows(w.city, w.period);
    PERFORM FROM account a WHERE a.id = w.changed_by;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a row is said to be changed by an account that there is not' USING ERRCODE = '23503';
    END IF;
    -- A proposal is never changed or taken away (upload_proposal_append_only): found once, it is there for good.
    PERFORM FROM upload_proposal p WHERE p.city = w.city AND p.period = w.period AND p.id = w.proposal;
    IF w.proposal IS NOT NULL AND NOT FOUND THEN
      RAISE EXCEPTION 'a row is said to come from a file that there is not' USING ERRCODE = '23503';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
ALTER TABLE register_row DROP CONSTRAINT register_row_city_period_fkey;
ALTER TABLE register_row_change DROP CONSTRAINT register_row_change_city_period_fkey;

-- A row stays in its report, so its history is found by that report: one index instead of two.
ALTER TABLE register_row_change DROP CONSTRAINT register_row_change_pkey, ADD PRIMARY KEY (city, period, row_id, version);
DROP INDEX register_row_change_report;

-- The same as the expression of 0001 says, without the machine that an expression builds anew for every row.
ALTER TABLE register_row DROP CONSTRAINT register_row_credit_code_check,
  ADD CONSTRAINT register_row_credit_code_check CHECK (octet_length(credit_code) = 18 AND translate(credit_code, '0123456789ABCDEFGHJKLMNPQRTUWXY', '') = '');
