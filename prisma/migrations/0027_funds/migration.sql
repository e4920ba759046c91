-- Money. What the ministry paid is recorded by its finance officer and confirmed by the approver; what the city received and
-- spent is the city's own ledger, to which entries are added and never changed: a wrong one is reversed by another.
CREATE TABLE fund_payment (
  city             text NOT NULL REFERENCES city (code),
  seq              integer NOT NULL CHECK (seq > 0),
  instalment       integer NOT NULL CHECK (instalment = 1),        -- the second follows a decision on the mid-term evaluation
  yuan             bigint NOT NULL CHECK (yuan > 0),
  paid_on          date NOT NULL,
  document_number  text NOT NULL CHECK (length(btrim(document_number)) > 0),
  recorded_by      uuid NOT NULL REFERENCES account (id),
  recorded_by_name text NOT NULL,
  recorded_by_role text NOT NULL CHECK (recorded_by_role = 'finance_officer'),
  recorded_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq)
);

CREATE TABLE fund_payment_answer (
  city             text NOT NULL,
  seq              integer NOT NULL,
  confirmed        boolean NOT NULL,
  reason           text NOT NULL DEFAULT '',
  answered_by      uuid NOT NULL REFERENCES account (id),
  answered_by_name text NOT NULL,
  answered_by_role text NOT NULL CHECK (answered_by_role = 'finance_approver'),
  answered_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq),
  FOREIGN KEY (city, seq) REFERENCES fund_payment (city, seq),
  CONSTRAINT fund_payment_answer_reason CHECK (confirmed OR length(btrim(reason)) > 0)
);

CREATE TABLE fund_entry (
  city             text NOT NULL REFERENCES city (code),
  seq              integer NOT NULL CHECK (seq > 0),
  kind             text NOT NULL CHECK (kind IN ('receipt','spending')),
  source           text NOT NULL CHECK (source IN ('central','local','social')),
  yuan             bigint NOT NULL CHECK (yuan <> 0),
  on_day           date NOT NULL,
  task             text,                                           -- number of a task of the approved plan
  form             text CHECK (form IN ('subsidy','reward','equity','procurement')),
  purpose          text NOT NULL CHECK (length(btrim(purpose)) > 0),
  payee            text NOT NULL,
  document         text NOT NULL,
  reverses         integer,
  recorded_by      uuid NOT NULL REFERENCES account (id),
  recorded_by_name text NOT NULL,
  recorded_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq),
  UNIQUE (city, reverses),                                         -- reversed once, and no more
  FOREIGN KEY (city, reverses) REFERENCES fund_entry (city, seq),
  CONSTRAINT fund_entry_sign CHECK ((reverses IS NULL) = (yuan > 0)),
  CONSTRAINT fund_entry_kind CHECK ((kind = 'spending') = (task IS NOT NULL) AND (kind = 'spending') = (form IS NOT NULL)),
  -- Central money is not for demolition, running costs or working funds; lib/notice/fund-uses.ts has the same words.
  CONSTRAINT fund_entry_use CHECK (kind <> 'spending' OR source <> 'central' OR reverses IS NOT NULL
    OR purpose !~ '征地|拆迁|征收补偿|人员经费|工资|奖金|津贴|社保|公用经费|经常性|水电费|物业费|工作经费|办公经费|差旅|接待|公务用车')
);
CREATE INDEX fund_entry_task ON fund_entry (city, task) WHERE task IS NOT NULL;

-- 双监控: why money and results are apart, and until when that will have changed.
CREATE TABLE monitor_reason (
  city         text NOT NULL REFERENCES city (code),
  seq          integer NOT NULL CHECK (seq > 0),
  as_of        text NOT NULL,
  spent        text NOT NULL,                                      -- as shown when it was said: exact ratios
  achieved     text NOT NULL,
  reason       text NOT NULL CHECK (length(btrim(reason)) > 0),
  expected_on  date NOT NULL,
  said_by      uuid NOT NULL REFERENCES account (id),
  said_by_name text NOT NULL,
  said_at      timestamptz NOT NULL,
  PRIMARY KEY (city, seq)
);

-- Two people, and never more than the first instalment (10,000万元) beside what was refused.
CREATE FUNCTION check_fund_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('funds ' || NEW.city, 0));
  IF NEW.yuan + (SELECT coalesce(sum(p.yuan), 0) FROM fund_payment p WHERE p.city = NEW.city AND NOT EXISTS (
       SELECT FROM fund_payment_answer a WHERE a.city = p.city AND a.seq = p.seq AND NOT a.confirmed)) > 100000000 THEN
    RAISE EXCEPTION 'more than the first instalment' USING ERRCODE = 'CJ006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_payment_within BEFORE INSERT ON fund_payment FOR EACH ROW EXECUTE FUNCTION check_fund_payment();

CREATE FUNCTION check_fund_payment_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM fund_payment p WHERE p.city = NEW.city AND p.seq = NEW.seq AND p.recorded_by = NEW.answered_by) THEN
    RAISE EXCEPTION 'a payment is confirmed by another person than who recorded it' USING ERRCODE = 'CJ003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_payment_answer_other BEFORE INSERT ON fund_payment_answer FOR EACH ROW EXECUTE FUNCTION check_fund_payment_answer();

-- One writer a city at a time; a reversal takes back exactly what it reverses, and money is spent on tasks of an approved plan.
CREATE FUNCTION check_fund_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE other fund_entry;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('funds ' || NEW.city, 0));
  IF NEW.reverses IS NOT NULL THEN
    SELECT * INTO other FROM fund_entry e WHERE e.city = NEW.city AND e.seq = NEW.reverses;
    IF other.reverses IS NOT NULL OR other.yuan <> -NEW.yuan OR (other.kind, other.source) <> (NEW.kind, NEW.source)
       OR other.task IS DISTINCT FROM NEW.task OR other.form IS DISTINCT FROM NEW.form THEN
      RAISE EXCEPTION 'a reversal takes back exactly one entry' USING ERRCODE = 'CJ002';
    END IF;
  ELSIF NEW.kind = 'spending' AND NOT EXISTS (
      SELECT FROM plan_task t WHERE t.city = NEW.city AND t.code = NEW.task AND NOT t.removed AND EXISTS (
        SELECT FROM plan_event e WHERE e.city = t.city AND e.version = t.version AND e.kind = 'approved')) THEN
    -- Of another's city nothing is seen here; row-level security refuses the row.
    RAISE EXCEPTION 'no approved plan has task %', NEW.task USING ERRCODE = 'CJ004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fund_entry_follows BEFORE INSERT ON fund_entry FOR EACH ROW EXECUTE FUNCTION check_fund_entry();

-- Nobody spends what is not there: of each source what was received is never less than what was spent. Looked at when the
-- transaction ends, so that several entries may come together; the lock above is held until then.
CREATE FUNCTION check_fund_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(CASE e.kind WHEN 'receipt' THEN e.yuan ELSE -e.yuan END), 0)
      FROM fund_entry e WHERE e.city = NEW.city AND e.source = NEW.source) < 0 THEN
    RAISE EXCEPTION 'more % money spent than received', NEW.source USING ERRCODE = 'CJ006';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER fund_entry_balance AFTER INSERT ON fund_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_fund_balance();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['fund_payment','fund_payment_answer','fund_entry','monitor_reason'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO chengji_app', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t || '_owner', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO chengji_app USING (
        (current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))
        OR (current_setting('app.scope', true) = 'province' AND left(city, 2) = nullif(current_setting('app.province', true), ''))
        OR current_setting('app.scope', true) = 'nation')$p$, t || '_read', t);
    EXECUTE format($p$CREATE POLICY %I ON %I FOR INSERT TO chengji_app WITH CHECK (
        current_setting('app.scope', true) = 'city' AND city = nullif(current_setting('app.city', true), ''))$p$, t || '_insert', t);
  END LOOP;
END $$;
