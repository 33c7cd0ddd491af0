/** One thing that waits for another, by their keys. */
export interface Link {
  readonly from: string
  readonly to: string
}

/**
 * The circles among links: each as the keys along it, beginning with the smallest, so that a circle is found once
 * wherever the search enters it. Not every way through a tangle is listed, but no tangle is left without one.
 */
export function findCircles(links: readonly Link[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>()
  for (const { from, to } of links) next.set(from, [...(next.get(from) ?? []), to])
  const finished = new Set<string>()
  const circles = new Map<string, readonly string[]>()
  for (const start of [...next.keys()].toSorted()) {
    // A path of our own: a long chain would overflow the engine's stack.
    const path: { readonly key: string; readonly waiting: string[] }[] = []
    const places = new Map<string, number>()
    const enter = (key: string) => {
      places.set(key, path.length)
      path.push({ key, waiting: [...(next.get(key) ?? [])] })
    }
    if (!finished.has(start)) enter(start)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = top.waiting.pop()
      if (to === undefined) {
        finished.add(top.key)
        places.delete(top.key)
        path.pop()
        continue
      }
      const place = places.get(to)
      if (place !== undefined) {
        const circle = fromSmallest(path.slice(place).map(({ key }) => key))
        circles.set(circle.join('\n'), circle)
      } else if (!finished.has(to)) enter(to)
    }
  }
  return [...circles.values()]
}

function fromSmallest(circle: readonly string[]): readonly string[] {
  const first = circle.indexOf(circle.toSorted()[0]!)
  return [...circle.slice(first), ...circle.slice(0, first)]
}
