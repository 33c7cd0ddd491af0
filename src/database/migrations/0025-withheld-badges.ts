/** Whoever holds a certificate decides whether its page shows it; whom it was given can verify the file all the same. */
export const withheldBadges = `
ALTER TABLE badges ADD COLUMN withheld_at timestamptz;
`
