/** Words in the index begin with the last four digits of their college (see engine/search.ts), so that each college has its own. */
export const wordsByCollege = `
DO $$
DECLARE
  one regclass;
BEGIN
  FOR one IN SELECT c.oid::regclass FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'records'::regnamespace AND c.relkind = 'r' AND NOT c.relispartition AND a.attname = 'search' AND a.atttypid = 'tsvector'::regtype AND NOT a.attisdropped
  LOOP
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('UPDATE %s SET search = array_to_tsvector(ARRAY(SELECT right(college_id::text, 4) || lexeme FROM unnest(search))) WHERE search IS NOT NULL', one);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', one);
  END LOOP;
END $$;
`
