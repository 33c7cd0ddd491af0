/**
 * The doors of the credit bank: citizens who sign in to their own account and are no users of the college's system, and
 * institutions whose programs call it. Secrets are kept as hashes, or sealed where they must be read again.
 */
export const creditDoors = `
CREATE TABLE credit_logins (
  college_id uuid NOT NULL, learner_id uuid NOT NULL,
  -- Empty until the learner has taken the account over by its code.
  phone text, password_hash text,
  -- A code given at a desk, by which an account that was opened there gets its learner.
  code_hash bytea, code_until timestamptz,
  created_at timestamptz NOT NULL, last_sign_in_at timestamptz,
  PRIMARY KEY (college_id, learner_id)
);
CREATE UNIQUE INDEX credit_logins_phone ON credit_logins (college_id, phone) WHERE phone IS NOT NULL;
CREATE TABLE credit_sessions (
  college_id uuid NOT NULL, token_hash bytea NOT NULL, learner_id uuid NOT NULL, csrf text NOT NULL,
  seen_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, token_hash)
);
CREATE INDEX credit_sessions_learner ON credit_sessions (college_id, learner_id);
-- Which records a merger moved: undoing it moves exactly these back.
CREATE TABLE credit_moves (
  college_id uuid NOT NULL, merge_id uuid NOT NULL, register text NOT NULL, record_id uuid NOT NULL,
  PRIMARY KEY (college_id, merge_id, register, record_id)
);
CREATE TABLE credit_clients (
  college_id uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, institution_id uuid NOT NULL,
  secret_hash bytea NOT NULL, scopes text[] NOT NULL,
  -- Its calls go through every check and are then undone.
  sandbox boolean NOT NULL DEFAULT false,
  per_minute integer NOT NULL, per_day integer NOT NULL,
  created_at timestamptz NOT NULL, created_by uuid NOT NULL, disabled_at timestamptz, used_at timestamptz,
  PRIMARY KEY (college_id, id)
);
CREATE TABLE credit_tokens (
  college_id uuid NOT NULL, token_hash bytea NOT NULL, client_id uuid NOT NULL, scopes text[] NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, token_hash)
);
-- Calls of a client in a minute ("2026-01-02T03:04") and on a day ("2026-01-02").
CREATE TABLE credit_calls (
  college_id uuid NOT NULL, client_id uuid NOT NULL, span text NOT NULL, calls integer NOT NULL,
  PRIMARY KEY (college_id, client_id, span)
);
-- Rows that were taken, by the key the client gave: asked again, the same answer.
CREATE TABLE credit_batches (
  college_id uuid NOT NULL, client_id uuid NOT NULL, key text NOT NULL, body_hash bytea NOT NULL,
  answer jsonb NOT NULL, at timestamptz NOT NULL,
  PRIMARY KEY (college_id, client_id, key)
);
CREATE TABLE credit_hooks (
  college_id uuid NOT NULL, id uuid NOT NULL, client_id uuid NOT NULL, url text NOT NULL, events text[] NOT NULL,
  secret text NOT NULL, created_at timestamptz NOT NULL, ended_at timestamptz,
  PRIMARY KEY (college_id, id)
);
CREATE TABLE credit_deliveries (
  college_id uuid NOT NULL, id uuid NOT NULL, hook_id uuid NOT NULL, event text NOT NULL, body jsonb NOT NULL,
  made_at timestamptz NOT NULL, tries integer NOT NULL DEFAULT 0,
  -- When it is sent next; empty when it arrived or was given up.
  due_at timestamptz, sent_at timestamptz, status integer, problem text,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX credit_deliveries_due ON credit_deliveries (college_id, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX credit_deliveries_hook ON credit_deliveries (college_id, hook_id, id);
`
