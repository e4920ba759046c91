-- A file brings thousands of rows in one statement: what is the same for all of them is looked up once a statement, not once a row.

-- An account that changed a row stays and keeps its id. With that, whether the account is there need only be asked when a row is written.
CREATE FUNCTION keep_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM register_row_change c WHERE c.changed_by = OLD.id) OR EXISTS (SELECT FROM register_row r WHERE r.changed_by = OLD.id) THEN
    RAISE EXCEPTION 'an account that changed rows cannot be taken away' USING ERRCODE = '23503';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER account_kept BEFORE DELETE ON account FOR EACH ROW EXECUTE FUNCTION keep_account();
CREATE TRIGGER account_keeps_id BEFORE UPDATE OF id ON account FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION keep_account();
ALTER TABLE register_row DROP CONSTRAINT register_row_changed_by_fkey;
ALTER TABLE register_row_change DROP CONSTRAINT register_row_change_changed_by_fkey;

-- As check_report_editable, and in place of the reference to the account.
CREATE FUNCTION check_written_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE w record; status text;
BEGIN
  FOR w IN SELECT DISTINCT city, period, changed_by FROM written LOOP
    SELECT e.to_status INTO status FROM report_event e WHERE e.city = w.city AND e.period = w.period ORDER BY seq DESC LIMIT 1;
    IF coalesce(status, 'open') NOT IN ('open', 'draft', 'returned') THEN
      RAISE EXCEPTION 'the report is % and cannot be edited', status USING ERRCODE = 'CJ004';
    END IF;
    PERFORM FROM account a WHERE a.id = w.changed_by;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a row is said to be changed by an account that there is not' USING ERRCODE = '23503';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
DROP TRIGGER register_row_editable ON register_row;
CREATE TRIGGER register_row_editable AFTER INSERT ON register_row REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION check_written_rows();
CREATE TRIGGER register_row_still_editable AFTER UPDATE ON register_row REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION check_written_rows();

-- Where a change of a row stands in the file that brought it is kept with the change itself; upload_origin keeps the origins of
-- cells, and those of rows from before.
ALTER TABLE register_row_change ADD COLUMN proposal uuid, ADD COLUMN sheet text, ADD COLUMN cell text,
  ADD CONSTRAINT register_row_change_origin CHECK ((proposal IS NULL) = (sheet IS NULL) AND (proposal IS NULL) = (cell IS NULL));

CREATE FUNCTION check_written_row_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE w record;
BEGIN
  FOR w IN SELECT DISTINCT city, period, changed_by, proposal FROM written LOOP
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
CREATE TRIGGER register_row_change_known AFTER INSERT ON register_row_change REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION check_written_row_changes();
