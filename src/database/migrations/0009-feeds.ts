/** Feeds: where records of other systems come from, what was taken of them, what could not be taken, and when. */
export const feeds = `
CREATE TABLE feeds (
  college_id uuid NOT NULL, id uuid NOT NULL,
  name text NOT NULL, register text NOT NULL,
  -- Where from; the password or token is apart, encrypted.
  source jsonb NOT NULL, secret text,
  mapping jsonb NOT NULL, mode text NOT NULL, changed_column text, vanished text NOT NULL,
  cron text, enabled boolean NOT NULL,
  -- The highest value of changed_column that was taken.
  high_water text,
  version integer NOT NULL, changed_at timestamptz NOT NULL, changed_by text NOT NULL,
  PRIMARY KEY (college_id, id), UNIQUE (college_id, name)
);
CREATE TABLE feed_rows (
  college_id uuid NOT NULL, feed_id uuid NOT NULL,
  -- Hashes of the row's key, and of all that it said when it was last taken.
  key bytea NOT NULL, hash bytea NOT NULL,
  -- Small and unique within the feed: a run marks rows that it met in a map of bits.
  n integer NOT NULL,
  record_id uuid NOT NULL, missing_since timestamptz, is_retired boolean NOT NULL DEFAULT false,
  -- No foreign key: hundreds of thousands of rows of one feed would each ask for it.
  PRIMARY KEY (college_id, feed_id, key)
);
CREATE INDEX feed_rows_missing ON feed_rows (college_id, feed_id) WHERE missing_since IS NOT NULL;
CREATE TABLE feed_dead_rows (
  college_id uuid NOT NULL, feed_id uuid NOT NULL, key bytea NOT NULL,
  place text NOT NULL, texts jsonb NOT NULL, problems jsonb NOT NULL,
  first_seen timestamptz NOT NULL, last_seen timestamptz NOT NULL, run_id uuid NOT NULL,
  PRIMARY KEY (college_id, feed_id, key),
  FOREIGN KEY (college_id, feed_id) REFERENCES feeds (college_id, id)
);
CREATE TABLE feed_files (
  college_id uuid NOT NULL, feed_id uuid NOT NULL, sha256 text NOT NULL,
  name text NOT NULL, rows integer NOT NULL, taken_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, feed_id, sha256),
  FOREIGN KEY (college_id, feed_id) REFERENCES feeds (college_id, id)
);
CREATE TABLE feed_runs (
  college_id uuid NOT NULL, feed_id uuid NOT NULL, id uuid NOT NULL,
  what text NOT NULL, state text NOT NULL, asked_by text NOT NULL,
  started_at timestamptz NOT NULL, ended_at timestamptz,
  counts jsonb NOT NULL, note jsonb, error jsonb,
  PRIMARY KEY (college_id, feed_id, id),
  FOREIGN KEY (college_id, feed_id) REFERENCES feeds (college_id, id)
);
`
