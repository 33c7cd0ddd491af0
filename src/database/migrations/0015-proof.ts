/**
 * What CASE objects say beyond our registers, so that an imported package is exported as it came; and what proves
 * learning to others: the keys a college signs with, the certificates it issued and the lists of those taken back.
 */
export const proof = `
CREATE TABLE case_sources (
  college_id uuid NOT NULL, framework_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('package', 'document', 'item', 'place', 'link')),
  -- The place in its list of the package.
  position integer NOT NULL,
  -- The record that shows it: of a place the item that it places.
  record_id uuid NOT NULL,
  -- JSON as it came: kept as text, because jsonb would round, reorder and refuse some of it.
  members text NOT NULL,
  -- Of an association, by which others ask for it.
  identifier text,
  PRIMARY KEY (college_id, framework_id, kind, position)
);
CREATE INDEX case_sources_record ON case_sources (college_id, record_id);
CREATE INDEX case_sources_identifier ON case_sources (college_id, identifier);
CREATE TABLE badge_keys (
  college_id uuid NOT NULL, id uuid NOT NULL,
  -- did:web of the college, as it was when the key was made.
  issuer text NOT NULL,
  -- Ed25519: the public key as Multikey, the private one encrypted with the key beside the files.
  public_key text NOT NULL, private_key text NOT NULL,
  made_at timestamptz NOT NULL, made_by uuid NOT NULL,
  -- Signs nothing more; what it signed stays valid.
  retired_at timestamptz,
  PRIMARY KEY (college_id, id)
);
CREATE UNIQUE INDEX badge_keys_current ON badge_keys (college_id) WHERE retired_at IS NULL;
CREATE TABLE badges (
  college_id uuid NOT NULL, id uuid NOT NULL,
  -- Part of its public address: cannot be guessed.
  token text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('outcome', 'transcript', 'other')),
  -- Whose learning; of certificates that an outside system had signed, nobody's.
  learner_id uuid,
  -- The outcomes that it proves: when one of them is revoked, so is this.
  outcomes uuid[] NOT NULL,
  -- Its place in the status list.
  list integer NOT NULL, place integer NOT NULL,
  credential text NOT NULL,
  issued_at timestamptz NOT NULL, issued_by uuid NOT NULL,
  revoked_at timestamptz, revoked_by uuid, reason text,
  PRIMARY KEY (college_id, id),
  UNIQUE (college_id, token),
  UNIQUE (college_id, list, place)
);
CREATE INDEX badges_learner ON badges (college_id, learner_id);
CREATE INDEX badges_revoked ON badges (college_id, list) WHERE revoked_at IS NOT NULL;
`
