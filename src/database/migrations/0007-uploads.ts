/**
 * Who sent a file: equal content is kept once, and whoever sent it may open and attach it, under the name they gave it.
 * The owner, too, stands behind row-level security, and must step outside it to read what there is.
 */
export const uploads = `
CREATE TABLE uploads (
  college_id uuid NOT NULL, account_id uuid NOT NULL, sha256 text NOT NULL,
  name text NOT NULL, at timestamptz NOT NULL,
  PRIMARY KEY (college_id, account_id, sha256),
  FOREIGN KEY (college_id, sha256) REFERENCES files (college_id, sha256)
);
ALTER TABLE files NO FORCE ROW LEVEL SECURITY;
INSERT INTO uploads SELECT college_id, created_by, sha256, name, created_at FROM files WHERE created_by IS NOT NULL;
ALTER TABLE files FORCE ROW LEVEL SECURITY;
`
