/**
 * Seals over what is only ever added: history, audit, the credit bank's ledger and decisions, publications, code changes.
 * A row of history carries a salt, so that nobody guesses erased values from the hash that stays behind as erased.
 * Rows of ledgers that had no id of their own by time get one: seals go by intervals of UUIDv7.
 */
export const seals = `
CREATE TABLE seals (
  college_id uuid NOT NULL, n bigint NOT NULL,
  -- All rows with ids in this interval, or single ones that came while a clock was set back.
  after uuid NOT NULL, upto uuid NOT NULL, late boolean NOT NULL,
  sealed_at timestamptz NOT NULL, count integer NOT NULL,
  -- 49 bytes each: number of the table, id, hash; and, compressed, what each row was about.
  leaves bytea NOT NULL, places bytea NOT NULL,
  previous bytea NOT NULL, hash bytea NOT NULL, key_id text NOT NULL, mark bytea NOT NULL,
  PRIMARY KEY (college_id, n)
);
ALTER TABLE seals ALTER COLUMN leaves SET STORAGE EXTERNAL, ALTER COLUMN places SET STORAGE EXTERNAL;
ALTER TABLE history ADD COLUMN salt uuid DEFAULT gen_random_uuid(), ADD COLUMN erased bytea;
ALTER TABLE credit_decisions ADD COLUMN id uuid NOT NULL DEFAULT
  (lpad(to_hex(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid;
ALTER TABLE code_changes ADD COLUMN id uuid NOT NULL DEFAULT
  (lpad(to_hex(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid;
CREATE INDEX credit_entries_id ON credit_entries (college_id, id);
CREATE INDEX credit_decisions_id ON credit_decisions (college_id, id);
CREATE INDEX code_changes_id ON code_changes (college_id, id);

-- As before (0008), but the hash of the values stays, without which their seal could not be tried any more.
CREATE OR REPLACE FUNCTION erase_history(of_register text, ids text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  at_college uuid := nullif(current_setting('app.college', true), '')::uuid;
  kept integer := (SELECT years FROM public.retention WHERE register = of_register);
  early bigint;
  rows uuid[];
  hashes bytea[];
  gone bigint;
BEGIN
  IF kept IS NULL THEN RAISE EXCEPTION 'Register "%" declares no retention', of_register; END IF;
  EXECUTE format('SELECT count(*) FROM unnest($1) AS asked(id) WHERE NOT EXISTS (SELECT FROM records.%I AS r
    WHERE r.college_id = $2 AND r.id = asked.id::uuid AND r.deleted_at < $3)', replace(of_register, '-', '_'))
    INTO early USING ids, at_college, now() - make_interval(years => kept);
  IF early > 0 THEN RAISE EXCEPTION 'Register "%": % records have not outlived their retention', of_register, early; END IF;
  -- Read first: an UPDATE over several nodes takes no function of a column that depends on settings.
  SELECT array_agg(id), array_agg(coalesce(erased, sha256(
      convert_to(coalesce('=' || before::text, ''), 'UTF8') || '\\x00' || convert_to(coalesce('=' || after::text, ''), 'UTF8') || '\\x00' ||
      convert_to(coalesce('=' || reason, ''), 'UTF8') || '\\x00' || convert_to(coalesce('=' || salt::text, ''), 'UTF8'))))
    INTO rows, hashes FROM public.history WHERE college_id = at_college AND subject = of_register AND subject_id = ANY(ids);
  UPDATE public.history AS h SET erased = e.hash, before = NULL, after = NULL, reason = NULL, salt = NULL
    FROM unnest(rows, hashes) AS e(id, hash) WHERE h.college_id = at_college AND h.id = e.id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
`
