/** Notices that are also mailed: `mailed_at` is set before sending, so that none is sent twice. */
export const mail = `
ALTER TABLE notices
  ADD COLUMN mailed_at timestamptz,
  ADD COLUMN mail_tries integer NOT NULL DEFAULT 0,
  ADD COLUMN mail_after timestamptz;
CREATE INDEX notices_unmailed ON notices (college_id, created_at) WHERE mailed_at IS NULL;
`
