/** What people said of findings of the audit, and names that mean the same to them. */
export const reportAudits = `
CREATE TABLE audit_marks (
  college_id uuid NOT NULL,
  -- Hash of the kind of finding and its words without figures, and of its figures: the same mistake, the same numbers.
  pattern text NOT NULL, figures text NOT NULL,
  verdict text NOT NULL, reason text NOT NULL,
  document text NOT NULL, message jsonb NOT NULL,
  marked_at timestamptz NOT NULL, marked_by text NOT NULL,
  PRIMARY KEY (college_id, pattern, figures)
);
CREATE TABLE audit_names (
  college_id uuid NOT NULL, id uuid NOT NULL,
  names jsonb NOT NULL,
  changed_at timestamptz NOT NULL, changed_by text NOT NULL,
  PRIMARY KEY (college_id, id)
);
`
