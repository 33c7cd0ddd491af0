/** Work in the background: what ran or waits, and the timetable. The queue itself is pg-boss's (see job-queue.ts). */
export const jobs = `
CREATE TABLE job_runs (
  college_id uuid NOT NULL, id uuid NOT NULL,
  job text NOT NULL, key text, data jsonb NOT NULL, state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0, done bigint, total bigint, result jsonb, error jsonb,
  asked_by uuid, asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL, started_at timestamptz, ended_at timestamptz,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX job_runs_asked_at ON job_runs (college_id, asked_at DESC, id DESC);
CREATE UNIQUE INDEX job_runs_waiting ON job_runs (college_id, job, key) WHERE state = 'queued';
CREATE TABLE job_schedules (
  college_id uuid NOT NULL, job text NOT NULL, key text NOT NULL,
  cron text NOT NULL, time_zone text NOT NULL, data jsonb NOT NULL, paused boolean NOT NULL DEFAULT false,
  PRIMARY KEY (college_id, job, key)
);
`
