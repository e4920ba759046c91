-- Who has no credit code (foreign, or not registered) is claimed by name: rows of other cities whose name is written the same but
-- for width, case, spaces, signs and legal form are found by this key. lib/values/name-key.ts makes it; what lies here already is
-- given it once, by the same steps.
ALTER TABLE version_row ADD COLUMN name_key text;
ALTER TABLE version_row DISABLE TRIGGER version_row_append_only;
UPDATE version_row SET name_key = coalesce(nullif(regexp_replace(plain.name,
    '(股份有限公司|有限责任公司|有限公司|股份公司|合伙企业|公司|coltd|ltd|limited|inc|corporation|corp)$', ''), ''), plain.name)
  FROM (SELECT v.city, v.period, v.version, v.row_id,
               regexp_replace(lower(normalize(v.name, NFKC)), '[][[:space:]·•.,，。、—_''"“”‘’《》<>()（）【】〔〕-]', '', 'g') AS name
        FROM version_row v) plain
  WHERE (version_row.city, version_row.period, version_row.version, version_row.row_id) = (plain.city, plain.period, plain.version, plain.row_id);
ALTER TABLE version_row ENABLE TRIGGER version_row_append_only;
CREATE INDEX version_row_name ON version_row (name_key, indicator) WHERE name_key IS NOT NULL;
