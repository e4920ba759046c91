-- Whoever checks a receipt is told that its version, or a later one, was taken back, and when: of that one report the
-- withdrawals, and nothing else of its life.
CREATE POLICY report_event_receipt ON report_event FOR SELECT TO chengji_app USING (
  current_setting('app.scope', true) = 'receipt' AND kind = 'withdrawn'
  AND city || '/' || period = nullif(current_setting('app.receipt_report', true), ''));
