/**
 * Courseware by cmi5: packages with their files, who learns them, how far they are, and each launch. Beside it two more
 * sums of learning records: by course, and who learned anything on a day.
 */
export const courseware = `
ALTER TABLE learning_counts DROP CONSTRAINT learning_counts_kind_check;
ALTER TABLE learning_counts ADD CONSTRAINT learning_counts_kind_check CHECK (kind IN ('verb', 'activity', 'course'));
CREATE TABLE learning_actors (
  college_id uuid NOT NULL, day date NOT NULL,
  -- 64 bits of a hash of the identifier, as in learning_statements.keys.
  actor bigint NOT NULL,
  PRIMARY KEY (college_id, day, actor)
);
CREATE TABLE courseware (
  college_id uuid NOT NULL, id uuid NOT NULL,
  -- What the course, its blocks and units are called in learning records: made once, whatever the server is called later.
  address text NOT NULL,
  structure jsonb NOT NULL, size bigint NOT NULL,
  created_at timestamptz NOT NULL, created_by uuid NOT NULL, withdrawn_at timestamptz,
  PRIMARY KEY (college_id, id)
);
CREATE TABLE courseware_files (
  college_id uuid NOT NULL, courseware_id uuid NOT NULL, path text NOT NULL, content_type text NOT NULL, content bytea NOT NULL,
  PRIMARY KEY (college_id, courseware_id, path),
  FOREIGN KEY (college_id, courseware_id) REFERENCES courseware (college_id, id)
);
-- Not packed: a player asks for a piece in the midst of a film.
ALTER TABLE courseware_files ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE TABLE courseware_registrations (
  college_id uuid NOT NULL, id uuid NOT NULL, courseware_id uuid NOT NULL,
  -- A person, or the account of somebody who is none.
  learner_id uuid NOT NULL, actor jsonb NOT NULL, created_at timestamptz NOT NULL,
  -- Blocks by their number, and the course (0), whose conditions are met.
  satisfied integer[] NOT NULL, satisfied_at timestamptz,
  PRIMARY KEY (college_id, id), UNIQUE (college_id, courseware_id, learner_id),
  FOREIGN KEY (college_id, courseware_id) REFERENCES courseware (college_id, id)
);
CREATE TABLE courseware_progress (
  college_id uuid NOT NULL, registration_id uuid NOT NULL, unit integer NOT NULL,
  completed_at timestamptz, passed_at timestamptz, failed_at timestamptz, waived_at timestamptz,
  -- From -1 to 1, of the last passed or failed.
  score numeric,
  PRIMARY KEY (college_id, registration_id, unit),
  FOREIGN KEY (college_id, registration_id) REFERENCES courseware_registrations (college_id, id)
);
CREATE TABLE courseware_sessions (
  college_id uuid NOT NULL, id uuid NOT NULL, registration_id uuid NOT NULL, unit integer NOT NULL,
  mode text NOT NULL CHECK (mode IN ('Normal', 'Browse', 'Review')),
  template jsonb NOT NULL,
  -- The address under which the files lie and the token is given out; the token itself, once it was.
  ticket_hash bytea NOT NULL, token_hash bytea,
  -- Verbs of cmi5 that came, each of which may come once.
  verbs text[] NOT NULL, knows_preferences boolean NOT NULL,
  launched_at timestamptz NOT NULL, last_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, ended_at timestamptz,
  PRIMARY KEY (college_id, id),
  FOREIGN KEY (college_id, registration_id) REFERENCES courseware_registrations (college_id, id)
);
CREATE INDEX courseware_sessions_open ON courseware_sessions (college_id, registration_id, unit) WHERE ended_at IS NULL;
`
