const DAY_MS = 86_400_000
/** Nobody reads the thirteenth reminder: after twelve weeks an edition that stays open is no news. */
const LAST_WEEK = 12

/** Days from one day (YYYY-MM-DD) to another: negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/**
 * The day of the reminder that is due now: a week before the deadline, on it, and each week after it. Null before the
 * first and after the last. Between two the earlier still counts, for servers that were off on the day itself.
 */
export function reminderDay(dueOn: string, today: string): string | null {
  const week = Math.floor(daysBetween(dueOn, today) / 7)
  if (week < -1 || week > LAST_WEEK) return null
  return new Date(Date.parse(dueOn) + week * 7 * DAY_MS).toISOString().slice(0, 10)
}
