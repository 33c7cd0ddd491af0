/** Who is told, from the owner upwards. */
export type Audience = 'owner' | 'unit' | 'office' | 'leader'
export type ReminderKind = 'fill' | 'task' | 'decision' | 'finding'

interface ReminderRule {
  /** Days from the date; negative before it. */
  readonly days: number
  readonly tell: readonly Audience[]
}

/**
 * Who is reminded of what, and when: before the date the owner, on it too, after it one step higher each time. A month
 * that was not reported is told to the unit and the office, and does not trouble the leaders.
 */
const REMINDER_RULES: Readonly<Record<ReminderKind, readonly ReminderRule[]>> = {
  fill: [
    { days: -5, tell: ['owner'] },
    { days: 0, tell: ['owner'] },
    { days: 2, tell: ['owner', 'unit'] },
    { days: 5, tell: ['owner', 'unit', 'office'] },
  ],
  task: [
    { days: -30, tell: ['owner'] },
    { days: -7, tell: ['owner', 'unit'] },
    { days: 0, tell: ['owner', 'unit'] },
    { days: 7, tell: ['owner', 'unit', 'office'] },
    { days: 30, tell: ['owner', 'unit', 'office', 'leader'] },
  ],
  decision: [
    { days: -3, tell: ['owner'] },
    { days: 0, tell: ['owner'] },
    { days: 3, tell: ['owner', 'unit', 'office'] },
    { days: 14, tell: ['owner', 'unit', 'office', 'leader'] },
  ],
  finding: [
    { days: -7, tell: ['owner'] },
    { days: 0, tell: ['owner', 'unit'] },
    { days: 7, tell: ['owner', 'unit', 'office'] },
    { days: 21, tell: ['owner', 'unit', 'office', 'leader'] },
  ],
}

/**
 * The rule that stands on a day: the last whose day has come. A job that did not run for a while tells the step that
 * stands now, not all that it missed.
 * @param late days since the date; negative before it
 */
export const ruleOn = (kind: ReminderKind, late: number): ReminderRule | undefined =>
  REMINDER_RULES[kind].findLast(({ days }) => days <= late)
