/** Fewer than this are never shown apart: k of k-anonymity, for students as for teachers. */
export const LEAST_GROUP = 5

export interface Countable {
  /** How many persons are behind it. */
  readonly persons: number
}

/**
 * Which groups of a whole may be shown. Those of fewer persons than `least` may not; and where those hidden are together
 * still fewer than `least`, the next smallest goes with them, because whoever knows the whole would get the rest by
 * taking away. Groups of nobody tell nothing and stay.
 * @returns in the order of `groups`: may it be shown?
 */
export function shownGroups(groups: readonly Countable[], least: number = LEAST_GROUP): boolean[] {
  const shown = groups.map(({ persons }) => persons === 0 || persons >= least)
  const hidden = () => groups.reduce((sum, { persons }, i) => (shown[i] ? sum : sum + persons), 0)
  const bySize = groups.map(({ persons }, i) => ({ persons, i })).toSorted((a, b) => a.persons - b.persons)
  for (const { persons, i } of bySize) {
    const rest = hidden()
    if (rest === 0 || rest >= least) break
    if (persons > 0) shown[i] = false
  }
  return shown
}
