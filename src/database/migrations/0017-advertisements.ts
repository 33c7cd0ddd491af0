/**
 * Job advertisements with what was read in them. An advertisement that is posted again is kept once; every posting has
 * its row. `demand_counts` adds up what is kept, so that no dashboard reads advertisements: at the grain of small class,
 * skill and month (city and schooling '*'), and once more with city and schooling. Skill '' counts advertisements.
 */
export const advertisements = `
CREATE TABLE advertisement_imports (
  college_id uuid NOT NULL, id uuid NOT NULL,
  file_name text NOT NULL, sha256 text NOT NULL, columns jsonb NOT NULL, state text NOT NULL,
  total integer NOT NULL, done integer NOT NULL, kept integer NOT NULL, again integer NOT NULL, problems jsonb NOT NULL,
  started_at timestamptz NOT NULL, finished_at timestamptz, started_by text NOT NULL,
  PRIMARY KEY (college_id, id)
);
CREATE TABLE advertisement_columns (
  college_id uuid NOT NULL, headers text NOT NULL, columns jsonb NOT NULL,
  changed_at timestamptz NOT NULL, changed_by text NOT NULL,
  PRIMARY KEY (college_id, headers)
);
CREATE TABLE advertisements (
  college_id uuid NOT NULL, id uuid NOT NULL,
  fingerprint text NOT NULL, title text NOT NULL, company text NOT NULL, body text NOT NULL,
  small_class text NOT NULL, occupations jsonb NOT NULL,
  city_code text NOT NULL, education text NOT NULL,
  years_min integer, years_max integer, pay_min integer, pay_max integer,
  first_seen date NOT NULL, last_seen date NOT NULL, postings integer NOT NULL,
  PRIMARY KEY (college_id, id), UNIQUE (college_id, fingerprint)
);
CREATE INDEX advertisements_class ON advertisements (college_id, small_class, first_seen);
CREATE TABLE advertisement_postings (
  college_id uuid NOT NULL, import_id uuid NOT NULL, row_number integer NOT NULL,
  advertisement_id uuid NOT NULL, posted_on date NOT NULL, city_code text NOT NULL,
  PRIMARY KEY (college_id, import_id, row_number)
);
CREATE INDEX advertisement_postings_of ON advertisement_postings (college_id, advertisement_id);
CREATE TABLE advertisement_skills (
  college_id uuid NOT NULL, skill text NOT NULL, advertisement_id uuid NOT NULL,
  small_class text NOT NULL, kind text NOT NULL, required boolean NOT NULL, is_new boolean NOT NULL,
  in_title boolean NOT NULL, starts integer NOT NULL, ends integer NOT NULL,
  PRIMARY KEY (college_id, skill, advertisement_id)
);
CREATE INDEX advertisement_skills_of ON advertisement_skills (college_id, advertisement_id);
CREATE TABLE demand_counts (
  college_id uuid NOT NULL, small_class text NOT NULL, skill text NOT NULL, month text NOT NULL,
  city_code text NOT NULL, education text NOT NULL, kind text NOT NULL,
  advertisements integer NOT NULL, required integer NOT NULL,
  paid integer NOT NULL, pay_sum numeric NOT NULL, pay_squares numeric NOT NULL,
  PRIMARY KEY (college_id, small_class, skill, month, city_code, education)
);
CREATE INDEX demand_counts_coarse ON demand_counts (college_id, small_class, skill) WHERE city_code = '*';
CREATE INDEX demand_counts_all ON demand_counts (college_id, city_code) WHERE skill = '';
`
