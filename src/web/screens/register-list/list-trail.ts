/** The records of the list that was last looked at, for next and previous on the record page. */
interface ListTrail {
  readonly ids: readonly string[]
  /** The list's own address, to go back to. */
  readonly address: string
}

const trails = new Map<string, ListTrail>()

/** Remembers what a list shows. */
export function keepTrail(register: string, trail: ListTrail): void {
  trails.set(register, trail)
}

/** The neighbours of a record in the list it was opened from, and the way back there. */
export function neighbours(
  register: string,
  id: string,
): { readonly previous?: string | undefined; readonly next?: string | undefined; readonly back: string } {
  const trail = trails.get(register)
  const at = trail?.ids.indexOf(id) ?? -1
  if (!trail) return { back: `/registers/${register}` }
  if (at < 0) return { back: trail.address }
  return { previous: trail.ids[at - 1], next: trail.ids[at + 1], back: trail.address }
}
