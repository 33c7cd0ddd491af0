/**
 * Advice to teachers and what became of it; which lessons have filled the college's registers; and how what was
 * recorded of persons is forgotten when its time is over, which the application may not do otherwise.
 */
export const teachingAnalysis = `
CREATE TABLE teaching_advice (
  college_id uuid NOT NULL, id uuid NOT NULL,
  session_id uuid NOT NULL, course_id uuid NOT NULL, teaching_class text NOT NULL, teacher_id uuid NOT NULL,
  rule text NOT NULL, key text NOT NULL, words jsonb NOT NULL,
  -- Whom it is about and the acts it rests on: opened by the teacher of the class alone.
  students uuid[] NOT NULL, acts uuid[] NOT NULL,
  -- The rule's measure in that lesson: so many of so many.
  hits integer, of_all integer,
  made_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'done')),
  answered_at timestamptz, remark text NOT NULL, revision integer NOT NULL,
  PRIMARY KEY (college_id, id), UNIQUE (college_id, session_id, rule, key)
);
CREATE INDEX teaching_advice_teacher ON teaching_advice (college_id, teacher_id, state);
CREATE INDEX teaching_advice_class ON teaching_advice (college_id, course_id, teaching_class);
CREATE TABLE teaching_fills (
  college_id uuid NOT NULL, session_id uuid NOT NULL, filled_at timestamptz NOT NULL,
  -- What the lesson looked like when it was filled in: a correction makes another.
  seen text NOT NULL,
  PRIMARY KEY (college_id, session_id)
);
CREATE FUNCTION forget_teaching(acts_before timestamptz, traces_before timestamptz, OUT acts bigint, OUT traces bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  at_college uuid := nullif(current_setting('app.college', true), '')::uuid;
  n bigint;
BEGIN
  IF at_college IS NULL THEN RAISE EXCEPTION 'No college is at hand'; END IF;
  IF acts_before > now() - interval '5 years' OR traces_before > now() - interval '180 days' THEN
    RAISE EXCEPTION 'What was recorded in class has not outlived its retention';
  END IF;
  -- Whose telephone it was, and what spoke against a sign-in.
  UPDATE public.classroom_signins SET doubt = NULL, device_id = NULL
    WHERE college_id = at_college AND at < traces_before AND (doubt IS NOT NULL OR device_id IS NOT NULL);
  GET DIAGNOSTICS traces = ROW_COUNT;
  DELETE FROM public.classroom_refusals WHERE college_id = at_college AND at < traces_before;
  GET DIAGNOSTICS n = ROW_COUNT; traces := traces + n;
  DELETE FROM public.classroom_devices WHERE college_id = at_college AND released_at < traces_before;
  GET DIAGNOSTICS n = ROW_COUNT; traces := traces + n;
  -- That something happened stays, who did it and what they wrote goes.
  UPDATE public.classroom_acts SET student_id = NULL, teacher_id = NULL, client_id = NULL, body = '{}'
    WHERE college_id = at_college AND happened_at < acts_before AND (student_id IS NOT NULL OR teacher_id IS NOT NULL OR body <> '{}');
  GET DIAGNOSTICS acts = ROW_COUNT;
  UPDATE public.learning_statements SET keys = '{}', statement = jsonb_set(statement::jsonb, '{actor}',
      '{"objectType": "Agent", "account": {"homePage": "urn:jiangxin:forgotten", "name": "forgotten"}}')::text
    WHERE college_id = at_college AND client_id = '00000000-0000-7000-8000-000000000000'
      AND stored < acts_before AND keys <> '{}';
  DELETE FROM public.classroom_signins WHERE college_id = at_college AND at < acts_before;
  DELETE FROM public.teaching_advice WHERE college_id = at_college AND made_at < acts_before;
  DELETE FROM public.coursework_openings WHERE college_id = at_college AND opened_at < acts_before;
  DELETE FROM public.coursework_hand_ins WHERE college_id = at_college AND at < acts_before;
  DELETE FROM public.coursework_grades WHERE college_id = at_college AND graded_at < acts_before;
  DELETE FROM public.coursework_reviews WHERE college_id = at_college AND done_at < acts_before;
  DELETE FROM public.coursework_posts WHERE college_id = at_college AND at < acts_before;
  DELETE FROM public.coursework_marks WHERE college_id = at_college AND given_at < acts_before;
  DELETE FROM public.coursework_extensions WHERE college_id = at_college AND given_at < acts_before;
END $$;
REVOKE ALL ON FUNCTION forget_teaching(timestamptz, timestamptz) FROM PUBLIC;
`
