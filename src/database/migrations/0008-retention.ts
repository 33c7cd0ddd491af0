/**
 * What outlived its register's retention is erased, from history too, which the application may otherwise only append
 * to. The function does that with the owner's rights, and only to records of the college at hand that have been out of
 * use for longer than the register's declaration says, which the owner keeps in a table that the application only reads.
 */
export const retention = `
CREATE TABLE retention (register text PRIMARY KEY, years integer NOT NULL CHECK (years > 0));
CREATE FUNCTION erase_history(of_register text, ids text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  at_college uuid := nullif(current_setting('app.college', true), '')::uuid;
  kept integer := (SELECT years FROM public.retention WHERE register = of_register);
  early bigint;
  erased bigint;
BEGIN
  IF kept IS NULL THEN RAISE EXCEPTION 'Register "%" declares no retention', of_register; END IF;
  EXECUTE format('SELECT count(*) FROM unnest($1) AS asked(id) WHERE NOT EXISTS (SELECT FROM records.%I AS r
    WHERE r.college_id = $2 AND r.id = asked.id::uuid AND r.deleted_at < $3)', replace(of_register, '-', '_'))
    INTO early USING ids, at_college, now() - make_interval(years => kept);
  IF early > 0 THEN RAISE EXCEPTION 'Register "%": % records have not outlived their retention', of_register, early; END IF;
  UPDATE public.history SET before = NULL, after = NULL, reason = NULL
    WHERE college_id = at_college AND subject = of_register AND subject_id = ANY(ids);
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;
REVOKE ALL ON FUNCTION erase_history(text, text[]) FROM PUBLIC;
`
