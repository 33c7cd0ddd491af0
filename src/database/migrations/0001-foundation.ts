/** The engine's own tables. Registers' tables follow from their declarations (see plan.ts). */
export const foundation = `
CREATE SCHEMA records;
CREATE TABLE colleges (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  english_name text,
  demo boolean NOT NULL DEFAULT false,
  settings jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL
);

-- What happened to whatever: appended only (the application's role may not UPDATE or DELETE here).
CREATE TABLE history (
  college_id uuid NOT NULL, id uuid NOT NULL,
  subject text NOT NULL, subject_id text NOT NULL,
  at timestamptz NOT NULL, actor_id uuid, actor_name text NOT NULL,
  action text NOT NULL, before jsonb, after jsonb, reason text,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX history_subject ON history (college_id, subject, subject_id, id);

-- What others must still hear of: written with the change, taken out once heard.
CREATE TABLE outbox (
  college_id uuid NOT NULL, id uuid NOT NULL,
  subject text NOT NULL, subject_id text NOT NULL, action text NOT NULL, actor_id uuid,
  PRIMARY KEY (college_id, id)
);

CREATE TABLE accounts (
  college_id uuid NOT NULL, id uuid NOT NULL,
  name text NOT NULL, password_hash text, person_id uuid,
  display_name text NOT NULL, lang text NOT NULL DEFAULT 'zh',
  disabled boolean NOT NULL DEFAULT false,
  must_change_password boolean NOT NULL DEFAULT false, password_changed_at timestamptz,
  created_at timestamptz NOT NULL, last_sign_in_at timestamptz, version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (college_id, id), UNIQUE (college_id, name)
);
-- Who an account is elsewhere (OpenID Connect, CAS): how somebody signs in is no part of the account.
CREATE TABLE identities (
  college_id uuid NOT NULL, provider text NOT NULL, subject text NOT NULL, account_id uuid NOT NULL,
  PRIMARY KEY (college_id, provider, subject),
  FOREIGN KEY (college_id, account_id) REFERENCES accounts (college_id, id)
);
-- Wrong passwords lately, by account name (known or not: the answers must not differ) and by address.
CREATE TABLE sign_in_failures (
  college_id uuid NOT NULL, key text NOT NULL,
  failed_count integer NOT NULL, last_at timestamptz NOT NULL, locked_until timestamptz,
  PRIMARY KEY (college_id, key)
);
CREATE INDEX sign_in_failures_last_at ON sign_in_failures (college_id, last_at);
-- A role held at a unit, from a day to a day; delegated ones say by whom, and end with the delegator's own (source_id).
CREATE TABLE assignments (
  college_id uuid NOT NULL, id uuid NOT NULL,
  account_id uuid NOT NULL, role text NOT NULL, unit_id uuid NOT NULL,
  valid_from date, valid_to date, delegated_by uuid, source_id uuid,
  PRIMARY KEY (college_id, id),
  FOREIGN KEY (college_id, account_id) REFERENCES accounts (college_id, id)
);
CREATE INDEX assignments_account ON assignments (college_id, account_id);
CREATE TABLE sessions (
  college_id uuid NOT NULL, token_hash bytea NOT NULL,
  id uuid NOT NULL, account_id uuid NOT NULL, csrf text NOT NULL,
  created_at timestamptz NOT NULL, seen_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
  address text, device text,
  PRIMARY KEY (college_id, token_hash),
  FOREIGN KEY (college_id, account_id) REFERENCES accounts (college_id, id)
);
CREATE INDEX sessions_account ON sessions (college_id, account_id);
CREATE TABLE passkeys (
  college_id uuid NOT NULL, id text NOT NULL,
  account_id uuid NOT NULL, public_key bytea NOT NULL, counter bigint NOT NULL,
  transports text[], label text NOT NULL, created_at timestamptz NOT NULL, used_at timestamptz,
  PRIMARY KEY (college_id, id),
  FOREIGN KEY (college_id, account_id) REFERENCES accounts (college_id, id)
);
CREATE TABLE challenges (
  college_id uuid NOT NULL, challenge text NOT NULL, account_id uuid, expires_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, challenge)
);
-- Sign-ins, permission changes, exports, system acts: appended only.
CREATE TABLE audit (
  college_id uuid NOT NULL, id uuid NOT NULL,
  at timestamptz NOT NULL, kind text NOT NULL, actor_id uuid, actor_name text NOT NULL,
  subject text, detail jsonb, address text,
  PRIMARY KEY (college_id, id)
);

CREATE TABLE files (
  college_id uuid NOT NULL, sha256 text NOT NULL,
  name text NOT NULL, size bigint NOT NULL, type text NOT NULL, scan text NOT NULL,
  created_by uuid, created_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, sha256)
);
CREATE TABLE evidence (
  college_id uuid NOT NULL, id uuid NOT NULL,
  subject text NOT NULL, subject_id text NOT NULL,
  sha256 text NOT NULL, name text NOT NULL, note text, created_by uuid, created_by_name text NOT NULL, created_at timestamptz NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (college_id, id),
  FOREIGN KEY (college_id, sha256) REFERENCES files (college_id, sha256)
);
CREATE INDEX evidence_subject ON evidence (college_id, subject, subject_id);
CREATE INDEX evidence_sha256 ON evidence (college_id, sha256);
CREATE TABLE comments (
  college_id uuid NOT NULL, id uuid NOT NULL,
  subject text NOT NULL, subject_id text NOT NULL,
  body text NOT NULL, anchor text, suggestion text, resolved_at timestamptz, resolved_by uuid,
  created_by uuid NOT NULL, created_by_name text NOT NULL, created_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX comments_subject ON comments (college_id, subject, subject_id, id);
CREATE TABLE notices (
  college_id uuid NOT NULL, id uuid NOT NULL,
  account_id uuid NOT NULL, kind text NOT NULL, body jsonb NOT NULL, link text, read_at timestamptz, created_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX notices_account ON notices (college_id, account_id, id DESC);
CREATE TABLE saved_views (
  college_id uuid NOT NULL, id uuid NOT NULL,
  account_id uuid NOT NULL, register text NOT NULL, name text NOT NULL, body jsonb NOT NULL, shared boolean NOT NULL DEFAULT false,
  PRIMARY KEY (college_id, id)
);
CREATE TABLE imports (
  college_id uuid NOT NULL, id uuid NOT NULL,
  register text NOT NULL, account_id uuid NOT NULL, file_name text NOT NULL, sha256 text NOT NULL,
  state text NOT NULL, summary jsonb NOT NULL, created_at timestamptz NOT NULL, accepted_at timestamptz,
  PRIMARY KEY (college_id, id)
);

-- The governed figures. unit_id is the college's root unit for the whole college.
CREATE TABLE figures (
  college_id uuid NOT NULL, period text NOT NULL, code text NOT NULL, unit_id uuid NOT NULL,
  value numeric, numerator numeric, denominator numeric, row_count bigint NOT NULL DEFAULT 0,
  status text NOT NULL, definition_version integer NOT NULL, version integer NOT NULL DEFAULT 1,
  computed_at timestamptz NOT NULL,
  changed_value numeric, changed_at timestamptz, is_changed boolean NOT NULL DEFAULT false,
  note text, marked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (college_id, period, code, unit_id)
);
CREATE TABLE rule_sign_offs (
  college_id uuid NOT NULL, period text NOT NULL, rule text NOT NULL,
  finding text NOT NULL, reason text NOT NULL, account_id uuid NOT NULL, account_name text NOT NULL, at timestamptz NOT NULL,
  PRIMARY KEY (college_id, period, rule)
);

CREATE TABLE reports (
  college_id uuid NOT NULL, id uuid NOT NULL,
  name text NOT NULL, period text NOT NULL, title text NOT NULL, state text NOT NULL, version integer NOT NULL DEFAULT 1,
  publish_on date, cover jsonb NOT NULL DEFAULT '{}', created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, previous_id uuid,
  PRIMARY KEY (college_id, id), UNIQUE (college_id, name, period)
);
CREATE TABLE report_sections (
  college_id uuid NOT NULL, id uuid NOT NULL,
  report_id uuid NOT NULL, key text NOT NULL, title text NOT NULL, numbered boolean NOT NULL DEFAULT true, level integer NOT NULL, position integer NOT NULL,
  unit_id uuid, person_id uuid, due date, state text NOT NULL, content jsonb NOT NULL, version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL, updated_by uuid,
  PRIMARY KEY (college_id, id),
  FOREIGN KEY (college_id, report_id) REFERENCES reports (college_id, id)
);
CREATE INDEX report_sections_report ON report_sections (college_id, report_id, position);
CREATE TABLE publications (
  college_id uuid NOT NULL, id uuid NOT NULL,
  report_id uuid NOT NULL, hash text NOT NULL, figures jsonb NOT NULL, files jsonb NOT NULL,
  published_by uuid NOT NULL, published_by_name text NOT NULL, published_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, id),
  FOREIGN KEY (college_id, report_id) REFERENCES reports (college_id, id)
);
CREATE INDEX publications_report ON publications (college_id, report_id, id);
`

/** Tables of the foundation that belong to a college, and what the application's role may do there. */
export const grants: Readonly<Record<string, string>> = {
  history: 'SELECT, INSERT',
  seals: 'SELECT, INSERT',
  audit: 'SELECT, INSERT',
  publications: 'SELECT, INSERT',
  report_supplies: 'SELECT, INSERT, UPDATE',
  outbox: 'SELECT, INSERT, UPDATE, DELETE',
  accounts: 'SELECT, INSERT, UPDATE',
  identities: 'SELECT, INSERT, DELETE',
  sign_in_failures: 'SELECT, INSERT, UPDATE, DELETE',
  assignments: 'SELECT, INSERT, UPDATE, DELETE',
  sessions: 'SELECT, INSERT, UPDATE, DELETE',
  passkeys: 'SELECT, INSERT, UPDATE, DELETE',
  challenges: 'SELECT, INSERT, DELETE',
  files: 'SELECT, INSERT, UPDATE',
  uploads: 'SELECT, INSERT, UPDATE, DELETE',
  evidence: 'SELECT, INSERT, UPDATE',
  comments: 'SELECT, INSERT, UPDATE',
  notices: 'SELECT, INSERT, UPDATE',
  saved_views: 'SELECT, INSERT, UPDATE, DELETE',
  imports: 'SELECT, INSERT, UPDATE, DELETE',
  figures: 'SELECT, INSERT, UPDATE, DELETE',
  rule_sign_offs: 'SELECT, INSERT, UPDATE, DELETE',
  reports: 'SELECT, INSERT, UPDATE',
  report_sections: 'SELECT, INSERT, UPDATE, DELETE',
  job_runs: 'SELECT, INSERT, UPDATE, DELETE',
  job_schedules: 'SELECT, INSERT, UPDATE, DELETE',
  code_changes: 'SELECT, INSERT',
  standard_checks: 'SELECT, INSERT, UPDATE',
  standard_faults: 'SELECT, INSERT, UPDATE',
  standard_connections: 'SELECT, INSERT, UPDATE',
  standard_batches: 'SELECT, INSERT, UPDATE',
  standard_reported: 'SELECT, INSERT, UPDATE',
  feeds: 'SELECT, INSERT, UPDATE, DELETE',
  feed_rows: 'SELECT, INSERT, UPDATE, DELETE',
  feed_dead_rows: 'SELECT, INSERT, UPDATE, DELETE',
  feed_files: 'SELECT, INSERT, UPDATE, DELETE',
  feed_runs: 'SELECT, INSERT, UPDATE, DELETE',
  audit_marks: 'SELECT, INSERT, UPDATE, DELETE',
  audit_names: 'SELECT, INSERT, UPDATE, DELETE',
  advertisement_imports: 'SELECT, INSERT, UPDATE',
  advertisement_columns: 'SELECT, INSERT, UPDATE',
  advertisements: 'SELECT, INSERT, UPDATE',
  advertisement_postings: 'SELECT, INSERT',
  advertisement_skills: 'SELECT, INSERT, DELETE',
  demand_counts: 'SELECT, INSERT, UPDATE, DELETE',
  skill_terms: 'SELECT, INSERT, UPDATE',
  city_industries: 'SELECT, INSERT, DELETE',
  plan_matches: 'SELECT, INSERT',
  credit_entries: 'SELECT, INSERT',
  credit_decisions: 'SELECT, INSERT',
  credit_logins: 'SELECT, INSERT, UPDATE, DELETE',
  credit_sessions: 'SELECT, INSERT, UPDATE, DELETE',
  credit_moves: 'SELECT, INSERT',
  credit_clients: 'SELECT, INSERT, UPDATE',
  credit_tokens: 'SELECT, INSERT, DELETE',
  credit_calls: 'SELECT, INSERT, UPDATE, DELETE',
  credit_batches: 'SELECT, INSERT, DELETE',
  credit_hooks: 'SELECT, INSERT, UPDATE',
  credit_deliveries: 'SELECT, INSERT, UPDATE, DELETE',
  case_sources: 'SELECT, INSERT',
  badge_keys: 'SELECT, INSERT, UPDATE',
  badges: 'SELECT, INSERT, UPDATE',
  items: 'SELECT, INSERT, UPDATE',
  item_versions: 'SELECT, INSERT, UPDATE',
  coursework_plans: 'SELECT, INSERT, UPDATE',
  coursework_materials: 'SELECT, INSERT, UPDATE',
  coursework_openings: 'SELECT, INSERT',
  coursework_tasks: 'SELECT, INSERT, UPDATE',
  coursework_hand_ins: 'SELECT, INSERT',
  coursework_grades: 'SELECT, INSERT, UPDATE',
  coursework_extensions: 'SELECT, INSERT, UPDATE',
  coursework_reviews: 'SELECT, INSERT, UPDATE',
  coursework_topics: 'SELECT, INSERT, UPDATE',
  coursework_posts: 'SELECT, INSERT, UPDATE',
  coursework_gradebooks: 'SELECT, INSERT, UPDATE',
  coursework_columns: 'SELECT, INSERT, UPDATE',
  coursework_marks: 'SELECT, INSERT, UPDATE',
  coursework_filings: 'SELECT, INSERT',
  coursework_raters: 'SELECT, INSERT',
  coursework_ratings: 'SELECT, INSERT',
  learning_clients: 'SELECT, INSERT, UPDATE',
  learning_tokens: 'SELECT, INSERT, DELETE',
  learning_statement_ids: 'SELECT, INSERT, UPDATE',
  learning_statements: 'SELECT, INSERT, UPDATE',
  learning_activities: 'SELECT, INSERT, UPDATE',
  learning_attachments: 'SELECT, INSERT',
  learning_documents: 'SELECT, INSERT, UPDATE, DELETE',
  learning_counts: 'SELECT, INSERT, UPDATE, DELETE',
  classroom_sessions: 'SELECT, INSERT, UPDATE',
  classroom_activities: 'SELECT, INSERT, UPDATE, DELETE',
  classroom_signins: 'SELECT, INSERT, UPDATE',
  classroom_devices: 'SELECT, INSERT, UPDATE',
  classroom_refusals: 'SELECT, INSERT',
  classroom_acts: 'SELECT, INSERT',
  classroom_clients: 'SELECT, INSERT, UPDATE',
  teaching_advice: 'SELECT, INSERT, UPDATE',
  teaching_fills: 'SELECT, INSERT, UPDATE',
  teaching_sums: 'SELECT, INSERT, UPDATE, DELETE',
  learning_actors: 'SELECT, INSERT',
  courseware: 'SELECT, INSERT, UPDATE',
  courseware_files: 'SELECT, INSERT',
  courseware_registrations: 'SELECT, INSERT, UPDATE',
  courseware_progress: 'SELECT, INSERT, UPDATE',
  courseware_sessions: 'SELECT, INSERT, UPDATE',
}
