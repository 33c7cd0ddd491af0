/**
 * Reports that a module makes of its own figures, one for each subject (a major). `content` holds figures, tables and
 * charts as the report prints them, `behind` what each figure was counted from, `texts` the sections as they were made,
 * which tells whether somebody wrote in them since. Nothing is changed but `outdated_at`: a report made anew gets one more.
 *
 * Advertisements get the industry (GB/T 4754) that a file names; an industry of the city the codes it is made of.
 */
export const madeReports = `
ALTER TABLE reports ADD COLUMN subject text NOT NULL DEFAULT '';
ALTER TABLE reports DROP CONSTRAINT reports_college_id_name_period_key, ADD CONSTRAINT reports_of_subject UNIQUE (college_id, name, period, subject);
CREATE TABLE report_supplies (
  college_id uuid NOT NULL, id uuid NOT NULL, report_id uuid NOT NULL,
  content jsonb NOT NULL, behind jsonb NOT NULL, asked jsonb NOT NULL, texts jsonb NOT NULL,
  made_at timestamptz NOT NULL, made_by text NOT NULL, outdated_at timestamptz,
  PRIMARY KEY (college_id, id),
  FOREIGN KEY (college_id, report_id) REFERENCES reports (college_id, id)
);
CREATE INDEX report_supplies_of ON report_supplies (college_id, report_id, id);
ALTER TABLE advertisements ADD COLUMN industry text NOT NULL DEFAULT '';
CREATE INDEX advertisements_industry ON advertisements (college_id, industry, small_class, city_code) WHERE industry <> '';
ALTER TABLE city_industries ADD COLUMN codes text[] NOT NULL DEFAULT '{}';
`
