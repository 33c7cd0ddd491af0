/**
 * Items of courses. A version that was used once stays as it was asked: a change after that is a new version.
 */
export const itemBank = `
CREATE TABLE items (
  college_id uuid NOT NULL, id uuid NOT NULL, course_id uuid NOT NULL,
  -- The account of whoever keeps it; others who teach the course see it once it is shared.
  author_id uuid NOT NULL, shared boolean NOT NULL,
  kind text NOT NULL CHECK (kind IN ('single', 'multiple', 'blanks', 'number', 'order', 'match', 'short')),
  version integer NOT NULL, content jsonb NOT NULL,
  -- What people judge beforehand; how hard it was is counted from answers.
  difficulty text NOT NULL CHECK (difficulty IN ('easy', 'medium', 'hard')),
  knowledge_points uuid[] NOT NULL,
  -- Grows with every change: whoever saw an older one is told.
  revision integer NOT NULL,
  made_at timestamptz NOT NULL, changed_at timestamptz NOT NULL, retired_at timestamptz,
  PRIMARY KEY (college_id, id)
);
CREATE INDEX items_course ON items (college_id, course_id, changed_at);
CREATE TABLE item_versions (
  college_id uuid NOT NULL, item_id uuid NOT NULL, version integer NOT NULL,
  content jsonb NOT NULL, made_at timestamptz NOT NULL, made_by uuid NOT NULL,
  -- When it was first asked anywhere: from then on it is not changed.
  used_at timestamptz,
  PRIMARY KEY (college_id, item_id, version),
  FOREIGN KEY (college_id, item_id) REFERENCES items (college_id, id)
);
-- How hard an item was is counted from the answers to it.
CREATE INDEX classroom_acts_item ON classroom_acts (college_id, item_id) WHERE item_id IS NOT NULL;
`
