/**
 * What a college says of its city's industries, each with the small classes of occupations at work in it; and majors held
 * against demand, kept as they stood on a day, so that a major can be watched over the years. `skills` lists what was
 * asked then and whether the plan had it.
 */
export const majorsAndCity = `
CREATE TABLE city_industries (
  college_id uuid NOT NULL, id uuid NOT NULL,
  name text NOT NULL, classes text[] NOT NULL, place integer NOT NULL,
  PRIMARY KEY (college_id, id)
);
CREATE TABLE plan_matches (
  college_id uuid NOT NULL, id uuid NOT NULL,
  code text NOT NULL, plan text NOT NULL, asked jsonb NOT NULL,
  advertisements integer NOT NULL, covered integer NOT NULL, mentions integer NOT NULL, skills jsonb NOT NULL,
  kept_at timestamptz NOT NULL, kept_by text NOT NULL,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX plan_matches_of ON plan_matches (college_id, code, id);
`
