/**
 * The learning record store: statements by xAPI, the documents beside them, and the programs that may write them.
 * Statements come by the million: their table is parted by month of arrival. A key in `keys`, `verb_key` and
 * `activity_key` is 64 bits of a hash of an address, so that an index entry is small however long the address is.
 */
export const learningRecords = `
CREATE TABLE learning_clients (
  college_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL,
  key text NOT NULL, secret_hash bytea NOT NULL, scopes text[] NOT NULL,
  created_at timestamptz NOT NULL, created_by uuid NOT NULL, revoked_at timestamptz,
  PRIMARY KEY (college_id, id), UNIQUE (college_id, key)
);
CREATE TABLE learning_tokens (
  college_id uuid NOT NULL, hash bytea NOT NULL, client_id uuid NOT NULL, scopes text[] NOT NULL, expires_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, hash)
);
CREATE TABLE learning_statement_ids (
  college_id uuid NOT NULL, id uuid NOT NULL,
  -- Where it stands in the order of arrival (UUIDv7), and in which month.
  place uuid NOT NULL, stored timestamptz NOT NULL,
  voids boolean NOT NULL, voided boolean NOT NULL,
  PRIMARY KEY (college_id, id)
);
CREATE TABLE learning_statements (
  college_id uuid NOT NULL, place uuid NOT NULL, stored timestamptz NOT NULL, id uuid NOT NULL,
  verb_key bigint NOT NULL, activity_key bigint, registration uuid, keys bigint[] NOT NULL,
  -- The statement that it is about, and those that this one is about in turn.
  targets uuid[] NOT NULL, voided boolean NOT NULL, client_id uuid NOT NULL,
  statement text NOT NULL,
  PRIMARY KEY (college_id, place, stored)
) PARTITION BY RANGE (stored);
CREATE INDEX learning_statements_verb ON learning_statements (college_id, verb_key, place);
CREATE INDEX learning_statements_activity ON learning_statements (college_id, activity_key, place);
CREATE INDEX learning_statements_registration ON learning_statements (college_id, registration, place) WHERE registration IS NOT NULL;
CREATE INDEX learning_statements_keys ON learning_statements USING gin (keys);
CREATE INDEX learning_statements_targets ON learning_statements USING gin (targets) WHERE targets <> '{}';
CREATE TABLE learning_activities (
  college_id uuid NOT NULL, key bigint NOT NULL, id text NOT NULL, definition jsonb NOT NULL, updated_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, key)
);
CREATE TABLE learning_attachments (
  college_id uuid NOT NULL, sha2 text NOT NULL, content_type text NOT NULL, content bytea NOT NULL, stored timestamptz NOT NULL,
  PRIMARY KEY (college_id, sha2)
);
CREATE TABLE learning_documents (
  college_id uuid NOT NULL,
  -- state · agent-profile · activity-profile, and of what: a hash of activity, agent and registration.
  kind text NOT NULL, subject bytea NOT NULL, id text NOT NULL, registration uuid,
  content_type text NOT NULL, content bytea NOT NULL, etag text NOT NULL, updated_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, kind, subject, id)
);
-- Counted as statements arrive, by verb and by activity, a row for each batch, so that no two writers wait for each
-- other; batches of an hour, and hours of a past day, are put together later.
CREATE TABLE learning_counts (
  college_id uuid NOT NULL, kind text NOT NULL CHECK (kind IN ('verb', 'activity')), hour timestamptz NOT NULL, name text NOT NULL, batch uuid NOT NULL,
  statements integer NOT NULL, succeeded integer NOT NULL, failed integer NOT NULL,
  PRIMARY KEY (college_id, kind, hour, name, batch)
);
CREATE FUNCTION ensure_learning_month(moment timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  first date := date_trunc('month', moment AT TIME ZONE 'UTC');
  part text := 'learning_statements_' || to_char(first, 'YYYY_MM');
BEGIN
  IF to_regclass('public.' || part) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext(part));
  IF EXISTS (SELECT FROM pg_class WHERE relname = part AND relnamespace = 'public'::regnamespace) THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE public.%I PARTITION OF public.learning_statements FOR VALUES FROM (%L) TO (%L)',
    part, first::timestamp AT TIME ZONE 'UTC', (first + interval '1 month')::timestamp AT TIME ZONE 'UTC');
END $$;
REVOKE ALL ON FUNCTION ensure_learning_month(timestamptz) FROM PUBLIC;
`
