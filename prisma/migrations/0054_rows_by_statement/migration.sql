-- Who may read rows of registers is the same as before: it is asked once a statement and no longer once a row, of which an export
-- reads very many.
DROP POLICY version_row_read ON version_row;
CREATE POLICY version_row_read ON version_row FOR SELECT TO chengji_app USING (
  city = (SELECT nullif(current_setting('app.city', true), '') WHERE current_setting('app.scope', true) = 'city')
  OR left(city, 2) = (SELECT nullif(current_setting('app.province', true), '') WHERE current_setting('app.scope', true) = 'province')
  OR (SELECT current_setting('app.scope', true) = 'nation'));

DROP POLICY version_row_assessed ON version_row;
CREATE POLICY version_row_assessed ON version_row FOR SELECT TO chengji_app USING (
  city = (SELECT nullif(current_setting('app.city', true), '')
          WHERE current_setting('app.scope', true) = 'assessed' AND assessor_may_read(nullif(current_setting('app.city', true), ''))));
