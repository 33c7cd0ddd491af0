import { createHash } from 'node:crypto'

/** A place for each id that follows from the seed alone: whoever knows the seed can draw again. */
const placeOf = (seed: string, id: string): string => createHash('sha256').update(`${seed} ${id}`).digest('hex')

/** Ids in the order that a seed gives them. */
export function shuffled(ids: readonly string[], seed: string): string[] {
  const places = new Map(ids.map((id) => [id, placeOf(seed, id)]))
  return ids.toSorted((a, b) => (places.get(a)! < places.get(b)! ? -1 : 1))
}

/** Who is picked: by lot among those who were picked least. @returns null when nobody is there */
export function pickOne(ids: readonly string[], picked: ReadonlyMap<string, number>, seed: string): string | null {
  const least = Math.min(...ids.map((id) => picked.get(id) ?? 0))
  return (
    shuffled(
      ids.filter((id) => (picked.get(id) ?? 0) === least),
      seed,
    )[0] ?? null
  )
}

/**
 * Groups of nearly the same size. With levels, each group gets its share of strong and weak: they are dealt out there
 * and back again, the strongest first.
 * @param levels share of right answers by student, 0 to 1; who has none stands in the middle
 */
export function groupsOf(
  ids: readonly string[],
  count: number,
  seed: string,
  levels?: ReadonlyMap<string, number>,
): string[][] {
  const drawn = shuffled(ids, seed)
  const dealt = levels ? drawn.toSorted((a, b) => (levels.get(b) ?? 0.5) - (levels.get(a) ?? 0.5)) : drawn
  const groups = Array.from({ length: Math.min(count, Math.max(1, ids.length)) }, (): string[] => [])
  dealt.forEach((id, i) => {
    const round = Math.floor(i / groups.length)
    const at = i % groups.length
    groups[levels && round % 2 === 1 ? groups.length - 1 - at : at]!.push(id)
  })
  return groups
}
