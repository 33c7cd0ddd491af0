/** What colleges change in code lists: one row per value and version, appended only. The last version counts. */
export const codes = `
CREATE TABLE code_changes (
  college_id uuid NOT NULL, list text NOT NULL, value text NOT NULL, version integer NOT NULL,
  action text NOT NULL,
  -- Null: as declared. A value of the college's own has both names.
  zh text, en text, official text,
  valid_from date, retired_from date,
  -- The college has nothing of its own to say here any more: it was undone.
  is_void boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL, actor_id uuid NOT NULL, actor_name text NOT NULL, reason text NOT NULL,
  PRIMARY KEY (college_id, list, value, version)
);
`
