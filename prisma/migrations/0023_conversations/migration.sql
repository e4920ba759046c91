-- A conversation beside a figure, or beside a row of a register: reviewers ask and close, the city answers. It goes on across
-- the versions of its report, and nothing said is ever taken back.
CREATE TABLE conversation_turn (
  city       text NOT NULL,
  period     text NOT NULL,
  indicator  text NOT NULL,
  row_id     text NOT NULL DEFAULT '' CHECK (row_id = '' OR row_id ~ '^[0-9a-f-]{36}$'),   -- '': about the figure itself
  seq        integer NOT NULL CHECK (seq > 0),
  kind       text NOT NULL CHECK (kind IN ('asked','answered','closed')),
  words      text NOT NULL,
  version    integer NOT NULL,                                 -- the submitted version that was there
  actor      uuid NOT NULL REFERENCES account (id),
  actor_name text NOT NULL,
  actor_role text NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (city, period, indicator, row_id, seq),
  FOREIGN KEY (city, period, version) REFERENCES report_version (city, period, version),
  CONSTRAINT conversation_turn_words CHECK (kind = 'closed' OR length(btrim(words)) > 0),
  CONSTRAINT conversation_turn_side CHECK (
    CASE WHEN kind = 'answered' THEN actor_role IN ('city_officer','city_certifier')
         ELSE actor_role IN ('provincial_reviewer','cnipa_reviewer','mof_reviewer') END)
);
CREATE INDEX conversation_turn_at ON conversation_turn (at);

-- One turn after another: only what was asked is answered, and only what is open is closed. Asking again opens.
CREATE FUNCTION check_conversation_turn() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last conversation_turn;
BEGIN
  SELECT * INTO last FROM conversation_turn t
  WHERE t.city = NEW.city AND t.period = NEW.period AND t.indicator = NEW.indicator AND t.row_id = NEW.row_id ORDER BY t.seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last.seq, 0) + 1 OR (NEW.kind <> 'asked' AND coalesce(last.kind, 'closed') = 'closed') THEN
    RAISE EXCEPTION 'turn % % does not continue the conversation (last: % %)', NEW.seq, NEW.kind, last.seq, last.kind USING ERRCODE = 'CJ002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conversation_turn_continues BEFORE INSERT ON conversation_turn FOR EACH ROW EXECUTE FUNCTION check_conversation_turn();

CREATE TRIGGER conversation_turn_append_only BEFORE UPDATE OR DELETE ON conversation_turn FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conversation_turn_no_truncate BEFORE TRUNCATE ON conversation_turn FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON conversation_turn TO chengji_app;
ALTER TABLE conversation_turn ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversation_turn FORCE ROW LEVEL SECURITY;
CREATE POLICY conversation_turn_owner ON conversation_turn TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY conversation_turn_read ON conversation_turn FOR SELECT TO chengji_app USING (
  (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
  OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
  OR current_setting('app.scope', true) = 'nation');
CREATE POLICY conversation_turn_insert ON conversation_turn FOR INSERT TO chengji_app WITH CHECK (
  current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''));
-- The portal looks whom to tell.
CREATE POLICY conversation_turn_portal ON conversation_turn FOR SELECT TO chengji_app USING (current_setting('app.scope', true) = 'portal');
