/**
 * What is kept of each class that is taught, so that pages about a college need not read all acts (see kept-sums.ts in
 * teaching-analysis, which alone says what it is); raised hands are acts and were never an activity. Gradebooks that were
 * finished, and what students think of a course: who said it is known of nobody, only who has said something.
 */
export const keptTeaching = `
CREATE TABLE teaching_sums (
  college_id uuid NOT NULL, course_id uuid NOT NULL, teaching_class text NOT NULL,
  -- What the class looked like, when that was, and from when on time alone changes sums.
  seen text NOT NULL, as_of timestamptz NOT NULL, until timestamptz,
  whole jsonb NOT NULL, lessons jsonb NOT NULL, points jsonb NOT NULL, risks jsonb NOT NULL,
  PRIMARY KEY (college_id, course_id, teaching_class)
);
CREATE INDEX classroom_acts_outside ON classroom_acts (college_id, course_id, teaching_class) WHERE session_id IS NULL;
ALTER TABLE classroom_activities DROP CONSTRAINT classroom_activities_kind_check;
ALTER TABLE classroom_activities ADD CONSTRAINT classroom_activities_kind_check
  CHECK (kind IN ('quiz', 'poll', 'words', 'pick', 'groups', 'board', 'practice'));
-- The results of a class as its teacher filed them, by student; the latest holds, those before it show what was corrected.
CREATE TABLE coursework_filings (
  college_id uuid NOT NULL, id uuid NOT NULL, teaching_class text NOT NULL, course_id uuid NOT NULL, term_id uuid NOT NULL,
  credits numeric NOT NULL, results jsonb NOT NULL, reason text NOT NULL,
  filed_at timestamptz NOT NULL, filed_by uuid NOT NULL,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX coursework_filings_class ON coursework_filings (college_id, teaching_class, filed_at);
CREATE TABLE coursework_raters (
  college_id uuid NOT NULL, teaching_class text NOT NULL, student_id uuid NOT NULL,
  PRIMARY KEY (college_id, teaching_class, student_id)
);
-- Without a student and without a time; its id tells none either.
CREATE TABLE coursework_ratings (
  college_id uuid NOT NULL, id uuid NOT NULL, teaching_class text NOT NULL,
  planned_course_id uuid NOT NULL, teacher_id uuid NOT NULL, scores jsonb NOT NULL,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX coursework_ratings_course ON coursework_ratings (college_id, planned_course_id, teacher_id);
`
