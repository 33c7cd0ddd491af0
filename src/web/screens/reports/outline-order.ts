/** What the order of an outline is made of. */
export interface Placed {
  readonly id: string
  readonly level: number
}

/** Where a section goes: behind the branch of `after` (right behind it when deeper), first when that is null. */
export interface Move {
  readonly after: string | null
  readonly level: number
}

export const DEEPEST = 4

/** A section with everything below it. */
export function branchOf<S extends Placed>(sections: readonly S[], id: string): readonly S[] {
  const at = sections.findIndex((one) => one.id === id)
  const top = sections[at]
  if (!top) return []
  const end = sections.findIndex((one, index) => index > at && one.level <= top.level)
  return sections.slice(at, end < 0 ? undefined : end)
}

/** The section that this one is below; undefined at the top. */
export function parentOf<S extends Placed>(sections: readonly S[], id: string): S | undefined {
  const at = sections.findIndex((one) => one.id === id)
  const level = sections[at]?.level ?? 0
  return sections.slice(0, Math.max(0, at)).findLast((one) => one.level < level)
}

function siblingsOf<S extends Placed>(sections: readonly S[], id: string): readonly S[] {
  const parent = parentOf(sections, id)
  const level = sections.find((one) => one.id === id)?.level
  const family = parent ? branchOf(sections, parent.id).slice(1) : sections
  return family.filter((one) => one.level === level)
}

/** Before the sibling above; undefined when it is the first. */
export function moveUp(sections: readonly Placed[], id: string): Move | undefined {
  const siblings = siblingsOf(sections, id)
  const at = siblings.findIndex((one) => one.id === id)
  const own = siblings[at]
  if (!own || at < 1) return undefined
  return { after: siblings[at - 2]?.id ?? parentOf(sections, id)?.id ?? null, level: own.level }
}

/** Behind the sibling below; undefined when it is the last. */
export function moveDown(sections: readonly Placed[], id: string): Move | undefined {
  const siblings = siblingsOf(sections, id)
  const at = siblings.findIndex((one) => one.id === id)
  const [own, next] = [siblings[at], siblings[at + 1]]
  return own && next ? { after: next.id, level: own.level } : undefined
}

/** Last below the sibling above; undefined when there is none, or it would be too deep. */
export function moveDeeper(sections: readonly Placed[], id: string): Move | undefined {
  const siblings = siblingsOf(sections, id)
  const at = siblings.findIndex((one) => one.id === id)
  const [above, own] = [siblings[at - 1], siblings[at]]
  if (!above || !own) return undefined
  const deepest = Math.max(...branchOf(sections, id).map((one) => one.level))
  if (deepest >= DEEPEST) return undefined
  const lastBelow = branchOf(sections, above.id).findLast((one) => one.level === own.level + 1)
  return { after: lastBelow?.id ?? above.id, level: own.level + 1 }
}

/** Behind the section it is below; undefined at the top. */
export function moveHigher(sections: readonly Placed[], id: string): Move | undefined {
  const parent = parentOf(sections, id)
  return parent ? { after: parent.id, level: parent.level } : undefined
}

/** The outline after a move, as the server will give it: shown until it answers. */
export function applyMove<S extends Placed>(sections: readonly S[], id: string, move: Move): readonly S[] {
  const branch = branchOf(sections, id)
  const rest = sections.filter((one) => !branch.includes(one))
  const shift = move.level - (branch[0]?.level ?? move.level)
  const moved = branch.map((one) => ({ ...one, level: one.level + shift }))
  const target = move.after === null ? undefined : branchOf(rest, move.after)
  const first = target?.[0]
  const place = first ? rest.indexOf(first) + (move.level > first.level ? 1 : target.length) : 0
  return [...rest.slice(0, place), ...moved, ...rest.slice(place)]
}

/** Numbers by place, without those of headings inside the texts: what is shown until the server has counted again. */
export function numberSections(sections: readonly (Placed & { readonly number: string })[]): readonly string[] {
  const counters = Array<number>(DEEPEST).fill(0)
  let silentFrom = Infinity
  return sections.map((one) => {
    if (one.level <= silentFrom) silentFrom = one.number === '' ? one.level : Infinity
    if (silentFrom !== Infinity) return ''
    counters[one.level - 1] = (counters[one.level - 1] ?? 0) + 1
    counters.fill(0, one.level)
    return counters.slice(0, one.level).join('.')
  })
}
