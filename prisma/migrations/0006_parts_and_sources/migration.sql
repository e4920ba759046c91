-- Transfers and licences by right and kind, beside the figure they add up to; and of every figure the office that supplied it
-- and the number of its document, kept with each change and each submitted version.
ALTER TABLE report_cell DROP CONSTRAINT report_cell_part;
ALTER TABLE report_cell ADD CONSTRAINT report_cell_part CHECK (part IN ('','Q1','Q2','Q3','Q4','Y',
  'patentTransfer','patentLicense','trademarkTransfer','trademarkLicense','otherTransfer','otherLicense'));

ALTER TABLE report_cell        ADD COLUMN source_office text, ADD COLUMN source_document text;
ALTER TABLE report_cell_change ADD COLUMN source_office text, ADD COLUMN source_document text;
ALTER TABLE version_figure     ADD COLUMN source_office text, ADD COLUMN source_document text;
