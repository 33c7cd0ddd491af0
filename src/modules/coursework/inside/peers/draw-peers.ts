import { createHash } from 'node:crypto'

/** Who reviews whom. */
export interface Draw {
  readonly reviewer: string
  readonly author: string
}

/**
 * Draws who reviews whom among those who handed in: everybody reviews as many as review them, nobody themselves, and
 * nobody the same one twice. Around a circle in a drawn order, each reviews the next `each`: where fewer than that
 * handed in, all the others.
 * @param seed the same one draws the same
 */
export function drawPeers(authors: readonly string[], each: number, seed: string): Draw[] {
  const drawn = (id: string) => createHash('sha256').update(`${seed}\n${id}`).digest('hex')
  const circle = [...new Set(authors)]
    .map((id) => ({ id, at: drawn(id) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ id }) => id)
  // Two who review each other would know it: the steps around the circle are drawn too, without a step and its return.
  const steps = stepsOf(circle.length, each, drawn)
  return circle.flatMap((reviewer, i) =>
    steps.map((step) => ({ reviewer, author: circle[(i + step) % circle.length]! })),
  )
}

function stepsOf(size: number, each: number, drawn: (id: string) => string): number[] {
  const all = Array.from({ length: Math.max(0, size - 1) }, (_, i) => i + 1).toSorted((a, b) =>
    drawn(`step ${a}`) < drawn(`step ${b}`) ? -1 : 1,
  )
  const chosen: number[] = []
  for (const step of all)
    if (chosen.length < each && !chosen.includes(size - step) && step * 2 !== size) chosen.push(step)
  for (const step of all) if (chosen.length < each && !chosen.includes(step)) chosen.push(step)
  return chosen
}
