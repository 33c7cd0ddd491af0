/**
 * What is kept of each class that is taught, so that pages about a college need not read all acts (see kept-sums.ts in
 * teaching-analysis, which alone says what it is); raised hands are acts and were never an activity.
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
`
