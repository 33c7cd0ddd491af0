/**
 * What a college decided about words that no dictionary knows: each row one decision, undone rather than changed; the
 * one in force of a term is the one not undone. `done` of `total` advertisements have been read again for it.
 *
 * Advertisements without a date have none here either, and count under the month ''. The counts are added up anew, so
 * that the month of an advertisement is that of its first posting whatever the order in which postings came.
 */
export const skillTerms = `
CREATE TABLE skill_terms (
  college_id uuid NOT NULL, id uuid NOT NULL,
  term text NOT NULL, shown text NOT NULL, decision text NOT NULL, name text NOT NULL, kind text NOT NULL,
  decided_at timestamptz NOT NULL, decided_by text NOT NULL, undone_at timestamptz, undone_by text,
  state text NOT NULL, total integer NOT NULL, done integer NOT NULL, changed integer NOT NULL,
  PRIMARY KEY (college_id, id)
);
CREATE UNIQUE INDEX skill_terms_in_force ON skill_terms (college_id, term) WHERE undone_at IS NULL;
CREATE INDEX advertisement_skills_new ON advertisement_skills (college_id, skill) WHERE is_new;
ALTER TABLE advertisements ALTER COLUMN first_seen DROP NOT NULL, ALTER COLUMN last_seen DROP NOT NULL;
ALTER TABLE advertisement_postings ALTER COLUMN posted_on DROP NOT NULL;
ALTER TABLE advertisements NO FORCE ROW LEVEL SECURITY;
ALTER TABLE advertisement_skills NO FORCE ROW LEVEL SECURITY;
ALTER TABLE demand_counts NO FORCE ROW LEVEL SECURITY;
DELETE FROM demand_counts;
INSERT INTO demand_counts (college_id, small_class, skill, month, city_code, education, kind, advertisements, required, paid, pay_sum, pay_squares)
SELECT a.college_id, a.small_class, s.skill, coalesce(to_char(a.first_seen, 'YYYY-MM'), ''), g.city_code, g.education, min(s.kind), count(*),
  count(*) FILTER (WHERE s.required), count(a.pay), coalesce(sum(a.pay), 0), coalesce(sum(a.pay * a.pay), 0)
FROM (SELECT college_id, id, small_class, first_seen, city_code, education,
    (coalesce(pay_min, pay_max) + coalesce(pay_max, pay_min)) / 2.0 AS pay FROM advertisements) AS a
JOIN (SELECT college_id, advertisement_id, skill, kind, required FROM advertisement_skills
    UNION ALL SELECT college_id, id, '', '', true FROM advertisements) AS s ON s.college_id = a.college_id AND s.advertisement_id = a.id
CROSS JOIN LATERAL (VALUES ('*', '*'), (a.city_code, a.education)) AS g(city_code, education)
GROUP BY a.college_id, a.small_class, s.skill, to_char(a.first_seen, 'YYYY-MM'), g.city_code, g.education;
ALTER TABLE advertisements FORCE ROW LEVEL SECURITY;
ALTER TABLE advertisement_skills FORCE ROW LEVEL SECURITY;
ALTER TABLE demand_counts FORCE ROW LEVEL SECURITY;
`
