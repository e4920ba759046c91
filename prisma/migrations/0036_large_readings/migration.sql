-- What every city received and spent of each source, over all cities, without reading the entries themselves.
CREATE INDEX fund_entry_totals ON fund_entry (city, kind, source) INCLUDE (yuan);
-- Reports that are not accepted yet, which are few of many: what a review desk reads.
CREATE INDEX quarter_summary_waiting ON quarter_summary (city, period) WHERE accepted_version IS NULL;
-- What a reviewer did last.
CREATE INDEX report_event_actor ON report_event (actor, at DESC);
