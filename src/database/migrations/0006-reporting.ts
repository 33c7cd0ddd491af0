/** Reporting the tables of a standard to its authority: where to, what was sent in which batch, what became of each row. */
export const reporting = `
CREATE TABLE standard_connections (
  college_id uuid NOT NULL, standard text NOT NULL,
  url text NOT NULL, app_key text NOT NULL, secret text NOT NULL, mode text NOT NULL, encoding text NOT NULL,
  batch_rows integer NOT NULL, enabled boolean NOT NULL, changed_at timestamptz NOT NULL, changed_by text NOT NULL,
  PRIMARY KEY (college_id, standard)
);
CREATE TABLE standard_batches (
  college_id uuid NOT NULL, id uuid NOT NULL, standard text NOT NULL, table_name text NOT NULL,
  state text NOT NULL, rows integer NOT NULL, rejected integer NOT NULL DEFAULT 0, attempts integer NOT NULL DEFAULT 0,
  prepared_at timestamptz NOT NULL, sent_at timestamptz, checked_at timestamptz, receipt text, error text,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX standard_batches_open ON standard_batches (college_id, standard, table_name) WHERE state IN ('prepared', 'sent');
CREATE TABLE standard_reported (
  college_id uuid NOT NULL, standard text NOT NULL, table_name text NOT NULL, record_id uuid NOT NULL,
  -- Of the row as it was last accepted, and as it is on its way.
  hash bytea, sending_hash bytea, batch_id uuid, state text NOT NULL, column_name text, message text,
  PRIMARY KEY (college_id, standard, table_name, record_id)
);
CREATE INDEX standard_reported_batch ON standard_reported (college_id, batch_id);
`
