/**
 * The ledger of the credit bank. Every row takes credits from one account of a learner and gives them to another, so that
 * nothing can be made or lost between them; rows are only ever added. Learners lead every key after the college: the
 * tables can be spread by learner without touching a query.
 */
export const creditLedger = `
CREATE TABLE credit_entries (
  college_id uuid NOT NULL, learner_id uuid NOT NULL, id uuid NOT NULL,
  -- What is posted once only, however often it is asked for.
  key text NOT NULL,
  -- issued: where credits come from · held: accredited, not used · converted: at an institution · lapsed: surplus or run out
  from_account text NOT NULL CHECK (from_account IN ('issued', 'held', 'converted', 'lapsed')),
  to_account text NOT NULL CHECK (to_account IN ('issued', 'held', 'converted', 'lapsed') AND to_account <> from_account),
  credits numeric(8,1) NOT NULL CHECK (credits > 0),
  outcome_id uuid NOT NULL,
  -- Of entries to and from 'converted'.
  conversion_id uuid, institution_id uuid, category text, target text,
  -- How many conversions of the outcome, or for the target, were reversed before this one: of equal ones only one stands.
  turn integer, target_turn integer,
  reverses uuid,
  posted_at timestamptz NOT NULL, posted_by uuid NOT NULL,
  CHECK ((turn IS NOT NULL) = (to_account = 'converted')),
  CHECK (from_account <> 'converted' AND to_account <> 'converted' OR conversion_id IS NOT NULL AND institution_id IS NOT NULL AND category IS NOT NULL AND target IS NOT NULL),
  PRIMARY KEY (college_id, learner_id, id),
  UNIQUE (college_id, learner_id, key)
);
CREATE UNIQUE INDEX credit_entries_outcome_once ON credit_entries (college_id, learner_id, outcome_id, turn) WHERE turn IS NOT NULL;
CREATE UNIQUE INDEX credit_entries_target_once ON credit_entries (college_id, learner_id, institution_id, target, target_turn) WHERE target_turn IS NOT NULL;
CREATE UNIQUE INDEX credit_entries_reversed_once ON credit_entries (college_id, learner_id, reverses) WHERE reverses IS NOT NULL;
CREATE TABLE credit_decisions (
  college_id uuid NOT NULL, learner_id uuid NOT NULL, conversion_id uuid NOT NULL,
  rule_id uuid NOT NULL, rule_version integer NOT NULL,
  -- The rule, the limits and the outcome as they were, and every check with its words: what explains the decision for good.
  facts jsonb NOT NULL, checks jsonb NOT NULL,
  decided_at timestamptz NOT NULL, decided_by uuid NOT NULL,
  PRIMARY KEY (college_id, learner_id, conversion_id)
);
`
