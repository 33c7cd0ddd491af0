/**
 * After a first load the planner knows nothing of the rows yet, and the application's role may not ANALYZE what it does
 * not own: this function does, on tables of the owner's, and nothing else. No names: all of them.
 * Also: where below its address the outside platform of a standard takes each call, and what went wrong with a batch in
 * both languages.
 */
export const statisticsAndPaths = `
CREATE FUNCTION analyze_tables(names text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  one regclass;
BEGIN
  -- In one order everywhere: two that analyze at once do not wait for each other in a circle.
  FOR one IN SELECT c.oid::regclass FROM pg_class c
    WHERE c.relnamespace IN ('records'::regnamespace, 'public'::regnamespace) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND pg_has_role(c.relowner, 'USAGE') AND (names IS NULL OR c.relname = ANY(names)) ORDER BY c.oid
  LOOP
    BEGIN
      EXECUTE format('ANALYZE %s', one);
    -- Whatever stands in the way of statistics (another at the same table) must not undo what was written.
    EXCEPTION WHEN OTHERS THEN RAISE WARNING 'ANALYZE %: %', one, SQLERRM;
    END;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION analyze_tables(text[]) FROM PUBLIC;
ALTER TABLE standard_connections ADD COLUMN paths jsonb;
ALTER TABLE standard_batches ALTER COLUMN error TYPE jsonb USING CASE WHEN error IS NOT NULL THEN jsonb_build_object('zh', error, 'en', error) END;
`
