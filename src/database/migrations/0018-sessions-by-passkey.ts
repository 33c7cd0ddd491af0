/** How a session was opened: some roles count only where a passkey was used (`PASSKEY_ROLES`). */
export const sessionsByPasskey = `
ALTER TABLE sessions ADD COLUMN by_passkey boolean NOT NULL DEFAULT false;
`
