/**
 * The classroom: lessons as they are held, sign-ins, what goes on in them, and every act of teaching and learning.
 * Acts can only be appended to; what a lesson looks like at any moment follows from these tables, so that a teacher
 * may close the lid, and several programs may serve one room.
 */
export const classroom = `
-- A lesson that is held: a meeting of the timetable, or an extra one of its teaching class.
CREATE TABLE classroom_sessions (
  college_id uuid NOT NULL, id uuid NOT NULL,
  lesson_id uuid NOT NULL, course_id uuid NOT NULL, teaching_class text NOT NULL, teacher_id uuid NOT NULL, unit_id uuid NOT NULL,
  room_id uuid NOT NULL, held_on date NOT NULL, extra_reason text,
  state text NOT NULL CHECK (state IN ('open', 'closed')),
  opened_at timestamptz NOT NULL, opened_by uuid NOT NULL,
  -- When it ends by itself, should nobody close it; and from when on whoever signs in is late.
  closes_at timestamptz NOT NULL, late_after timestamptz NOT NULL, closed_at timestamptz,
  -- What the codes for signing in are made of; it never leaves the server.
  secret bytea NOT NULL,
  -- What the projector shows: the code, nothing, or an activity by its id.
  stage text NOT NULL DEFAULT 'code',
  -- Grows with everything that happens in it: who saw an older number asks for what is new.
  revision bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (college_id, id)
);
-- A meeting is open once; so is an extra one.
CREATE UNIQUE INDEX classroom_sessions_open ON classroom_sessions (college_id, teaching_class, teacher_id) WHERE state = 'open';
CREATE INDEX classroom_sessions_teacher ON classroom_sessions (college_id, teacher_id, held_on);
CREATE INDEX classroom_sessions_class ON classroom_sessions (college_id, teaching_class, held_on);
CREATE TABLE classroom_activities (
  college_id uuid NOT NULL, id uuid NOT NULL, session_id uuid NOT NULL, ordinal integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('quiz', 'poll', 'words', 'pick', 'groups', 'hands', 'board', 'practice')),
  title text NOT NULL, definition jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('ready', 'open', 'closed', 'shown')),
  opened_at timestamptz, closed_at timestamptz,
  PRIMARY KEY (college_id, id), UNIQUE (college_id, session_id, ordinal),
  FOREIGN KEY (college_id, session_id) REFERENCES classroom_sessions (college_id, id)
);
CREATE TABLE classroom_signins (
  college_id uuid NOT NULL, session_id uuid NOT NULL, student_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('present', 'late', 'absent', 'leave')),
  -- By the code, by the teacher's hand, or as nobody came until the lesson was closed.
  how text NOT NULL CHECK (how IN ('code', 'manual', 'closing')),
  at timestamptz NOT NULL, device_id uuid, doubt jsonb,
  corrected_by uuid, correction_reason text,
  PRIMARY KEY (college_id, session_id, student_id),
  FOREIGN KEY (college_id, session_id) REFERENCES classroom_sessions (college_id, id)
);
CREATE INDEX classroom_signins_student ON classroom_signins (college_id, student_id, at);
-- A phone signs a sign-in; in one lesson, one phone speaks for one student.
CREATE UNIQUE INDEX classroom_signins_device ON classroom_signins (college_id, session_id, device_id) WHERE device_id IS NOT NULL;
CREATE TABLE classroom_devices (
  college_id uuid NOT NULL, id uuid NOT NULL, student_id uuid NOT NULL,
  -- SPKI of a P-256 key whose other half cannot leave the phone, and its SHA-256.
  public_key bytea NOT NULL, thumbprint text NOT NULL,
  registered_at timestamptz NOT NULL, released_at timestamptz,
  PRIMARY KEY (college_id, id)
);
CREATE UNIQUE INDEX classroom_devices_key ON classroom_devices (college_id, thumbprint) WHERE released_at IS NULL;
CREATE UNIQUE INDEX classroom_devices_student ON classroom_devices (college_id, student_id) WHERE released_at IS NULL;
-- Sign-ins that were refused, and why: the teacher sees them, and they are counted against guessing.
CREATE TABLE classroom_refusals (
  college_id uuid NOT NULL, id uuid NOT NULL, session_id uuid NOT NULL, student_id uuid NOT NULL,
  at timestamptz NOT NULL, why text NOT NULL,
  PRIMARY KEY (college_id, id),
  FOREIGN KEY (college_id, session_id) REFERENCES classroom_sessions (college_id, id)
);
CREATE INDEX classroom_refusals_session ON classroom_refusals (college_id, session_id, student_id);
CREATE TABLE classroom_acts (
  college_id uuid NOT NULL, id uuid NOT NULL,
  happened_at timestamptz NOT NULL, received_at timestamptz NOT NULL,
  kind text NOT NULL, actor text NOT NULL CHECK (actor IN ('student', 'teacher')), student_id uuid, teacher_id uuid,
  session_id uuid, lesson_id uuid, course_id uuid NOT NULL, teaching_class text NOT NULL,
  activity_id uuid, item_id uuid, knowledge_points uuid[] NOT NULL DEFAULT '{}',
  correct boolean, score numeric, max_score numeric, seconds numeric, body jsonb NOT NULL DEFAULT '{}',
  -- Which window of whose browser sent it, as its how manieth: sent again, it is kept once.
  client_id uuid, sequence integer,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX classroom_acts_session ON classroom_acts (college_id, session_id);
CREATE INDEX classroom_acts_class ON classroom_acts (college_id, course_id, teaching_class, happened_at);
CREATE INDEX classroom_acts_student ON classroom_acts (college_id, student_id, happened_at);
-- How far each window's acts have arrived: they come in order, each once.
CREATE TABLE classroom_clients (
  college_id uuid NOT NULL, session_id uuid NOT NULL, client_id uuid NOT NULL, account_id uuid NOT NULL,
  arrived integer NOT NULL,
  PRIMARY KEY (college_id, session_id, client_id),
  FOREIGN KEY (college_id, session_id) REFERENCES classroom_sessions (college_id, id)
);
`
