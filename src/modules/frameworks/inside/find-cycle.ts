/** What stands below what: several above one are allowed, a circle is not. */
export interface Edge {
  readonly child: string
  readonly parent: string
}

/**
 * A circle among the edges as the keys along it, upwards and back to the first; null when there is none. Walks a path
 * of its own: a chain of ten thousand would overflow the stack.
 */
export function findCycle(edges: readonly Edge[]): readonly string[] | null {
  const above = new Map<string, string[]>()
  for (const { child, parent } of edges) {
    const known = above.get(child)
    if (known) known.push(parent)
    else above.set(child, [parent])
  }
  const finished = new Set<string>()
  for (const start of above.keys()) {
    if (finished.has(start)) continue
    const path: { readonly key: string; next: number }[] = [{ key: start, next: 0 }]
    const places = new Map([[start, 0]])
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = above.get(top.key)?.[top.next++]
      if (to === undefined) {
        finished.add(top.key)
        places.delete(top.key)
        path.pop()
        continue
      }
      const place = places.get(to)
      if (place !== undefined) return [...path.slice(place).map(({ key }) => key), to]
      if (finished.has(to)) continue
      places.set(to, path.length)
      path.push({ key: to, next: 0 })
    }
  }
  return null
}
