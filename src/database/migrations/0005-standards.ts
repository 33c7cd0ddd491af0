/** What the last check of each table of a standard found, and what people do about it. */
export const standards = `
CREATE TABLE standard_checks (
  college_id uuid NOT NULL, standard text NOT NULL, table_name text NOT NULL,
  checked_at timestamptz NOT NULL, rows bigint NOT NULL, valid bigint NOT NULL, fault_count bigint NOT NULL,
  PRIMARY KEY (college_id, standard, table_name)
);
CREATE TABLE standard_faults (
  college_id uuid NOT NULL, id uuid NOT NULL,
  standard text NOT NULL, table_name text NOT NULL, record_id uuid NOT NULL, column_name text NOT NULL, kind text NOT NULL,
  message jsonb NOT NULL,
  first_seen timestamptz NOT NULL, last_seen timestamptz NOT NULL, mended_at timestamptz,
  assignee_id uuid, due_on date, note text,
  -- Why it may stay as it is.
  waived text, waived_by text,
  PRIMARY KEY (college_id, id)
);
CREATE UNIQUE INDEX standard_faults_place ON standard_faults (college_id, standard, table_name, record_id, column_name, kind);
CREATE INDEX standard_faults_assignee ON standard_faults (college_id, assignee_id) WHERE mended_at IS NULL;
`
