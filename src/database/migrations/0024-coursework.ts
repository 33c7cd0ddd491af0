/**
 * What is done before and after class: plans and materials of lessons, tasks and what is handed in, reviews by peers,
 * discussions, and the gradebook of a teaching class. Scores are decimals; what was handed in is never changed.
 */
export const coursework = `
CREATE TABLE coursework_plans (
  college_id uuid NOT NULL, lesson_id uuid NOT NULL, teaching_class text NOT NULL, course_id uuid NOT NULL,
  aims text NOT NULL, key_points text NOT NULL, steps jsonb NOT NULL, knowledge_points uuid[] NOT NULL,
  -- What the teacher found afterwards, for next time.
  afterthought text NOT NULL,
  revision integer NOT NULL, changed_at timestamptz NOT NULL, changed_by uuid NOT NULL,
  PRIMARY KEY (college_id, lesson_id)
);
CREATE TABLE coursework_materials (
  college_id uuid NOT NULL, id uuid NOT NULL, lesson_id uuid, teaching_class text NOT NULL, course_id uuid NOT NULL,
  teacher_id uuid NOT NULL, title text NOT NULL,
  -- Either a kept file or an address.
  file jsonb, address text,
  knowledge_points uuid[] NOT NULL, is_preview boolean NOT NULL,
  made_at timestamptz NOT NULL, withdrawn_at timestamptz,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX coursework_materials_class ON coursework_materials (college_id, teaching_class);
CREATE TABLE coursework_openings (
  college_id uuid NOT NULL, material_id uuid NOT NULL, student_id uuid NOT NULL, opened_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, material_id, student_id)
);
CREATE TABLE coursework_tasks (
  college_id uuid NOT NULL, id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('preview', 'homework', 'journal', 'reflection')),
  lesson_id uuid, teaching_class text NOT NULL, course_id uuid NOT NULL, teacher_id uuid NOT NULL,
  title text NOT NULL, instructions text NOT NULL,
  -- Items as they stood when the task was made, each with its id and version; a rubric; what may be handed in.
  items jsonb NOT NULL, rubric jsonb NOT NULL, accepts jsonb NOT NULL, knowledge_points uuid[] NOT NULL,
  max_score numeric NOT NULL, category_id uuid,
  state text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
  opened_at timestamptz, due_at timestamptz NOT NULL, late jsonb NOT NULL, attempts integer NOT NULL,
  -- How many peers review each, until when, and when they were drawn; empty where none do.
  peers integer, peers_due_at timestamptz, peers_drawn_at timestamptz,
  released_at timestamptz, revision integer NOT NULL, made_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX coursework_tasks_class ON coursework_tasks (college_id, teaching_class);
CREATE TABLE coursework_hand_ins (
  college_id uuid NOT NULL, task_id uuid NOT NULL, student_id uuid NOT NULL, attempt integer NOT NULL,
  answers jsonb NOT NULL, text text NOT NULL, files jsonb NOT NULL,
  at timestamptz NOT NULL,
  -- What the items gave by themselves; empty while a teacher has to say.
  item_scores jsonb NOT NULL,
  PRIMARY KEY (college_id, task_id, student_id, attempt),
  FOREIGN KEY (college_id, task_id) REFERENCES coursework_tasks (college_id, id)
);
CREATE INDEX coursework_hand_ins_student ON coursework_hand_ins (college_id, student_id);
CREATE TABLE coursework_grades (
  college_id uuid NOT NULL, task_id uuid NOT NULL, student_id uuid NOT NULL,
  -- By item and by criterion, as the teacher gave them; what lateness takes off is worked out when it is read.
  item_scores jsonb NOT NULL, rubric_scores jsonb NOT NULL, feedback text NOT NULL,
  -- Excused: it counts for nothing, neither way.
  excused boolean NOT NULL, excuse text NOT NULL,
  -- The hand-in that was graded; 0 where there was none.
  attempt integer NOT NULL,
  graded_by uuid NOT NULL, graded_at timestamptz NOT NULL, revision integer NOT NULL,
  PRIMARY KEY (college_id, task_id, student_id),
  FOREIGN KEY (college_id, task_id) REFERENCES coursework_tasks (college_id, id)
);
CREATE TABLE coursework_extensions (
  college_id uuid NOT NULL, task_id uuid NOT NULL, student_id uuid NOT NULL,
  due_at timestamptz NOT NULL, reason text NOT NULL, given_by uuid NOT NULL, given_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, task_id, student_id),
  FOREIGN KEY (college_id, task_id) REFERENCES coursework_tasks (college_id, id)
);
CREATE TABLE coursework_reviews (
  college_id uuid NOT NULL, task_id uuid NOT NULL, reviewer_id uuid NOT NULL, author_id uuid NOT NULL,
  -- What the author is called to the reviewer: 1, 2, 3.
  place integer NOT NULL, scores jsonb, comment text, done_at timestamptz,
  PRIMARY KEY (college_id, task_id, reviewer_id, author_id),
  FOREIGN KEY (college_id, task_id) REFERENCES coursework_tasks (college_id, id)
);
CREATE TABLE coursework_topics (
  college_id uuid NOT NULL, id uuid NOT NULL, lesson_id uuid, teaching_class text NOT NULL, course_id uuid NOT NULL,
  teacher_id uuid NOT NULL, title text NOT NULL, text text NOT NULL, made_at timestamptz NOT NULL, closed_at timestamptz,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX coursework_topics_class ON coursework_topics (college_id, teaching_class);
CREATE TABLE coursework_posts (
  college_id uuid NOT NULL, id uuid NOT NULL, topic_id uuid NOT NULL, student_id uuid, teacher_id uuid,
  text text NOT NULL, reply_to uuid, at timestamptz NOT NULL, hidden_reason text,
  PRIMARY KEY (college_id, id),
  FOREIGN KEY (college_id, topic_id) REFERENCES coursework_topics (college_id, id)
);
CREATE INDEX coursework_posts_topic ON coursework_posts (college_id, topic_id);
CREATE TABLE coursework_gradebooks (
  college_id uuid NOT NULL, teaching_class text NOT NULL, course_id uuid NOT NULL,
  -- Groups of scores with their weights and how many of the lowest are dropped; digits after the point.
  categories jsonb NOT NULL, decimals integer NOT NULL, open_to_students boolean NOT NULL,
  revision integer NOT NULL, changed_at timestamptz NOT NULL, changed_by uuid NOT NULL,
  PRIMARY KEY (college_id, teaching_class)
);
CREATE TABLE coursework_columns (
  college_id uuid NOT NULL, id uuid NOT NULL, teaching_class text NOT NULL, category_id uuid NOT NULL,
  title text NOT NULL, max_score numeric NOT NULL, made_at timestamptz NOT NULL, withdrawn_at timestamptz,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX coursework_columns_class ON coursework_columns (college_id, teaching_class);
CREATE TABLE coursework_marks (
  college_id uuid NOT NULL, column_id uuid NOT NULL, student_id uuid NOT NULL,
  score numeric, excused boolean NOT NULL, reason text NOT NULL, given_by uuid NOT NULL, given_at timestamptz NOT NULL,
  PRIMARY KEY (college_id, column_id, student_id),
  FOREIGN KEY (college_id, column_id) REFERENCES coursework_columns (college_id, id)
);
`
