/**
 * Every circle in a graph once, each beginning with its first node by order of `nodes`.
 * @param next where one gets from a node; what leads nowhere known is passed over
 */
export function findLoops(nodes: readonly string[], next: (node: string) => readonly string[]): string[][] {
  const order = new Map(nodes.map((node, index) => [node, index]))
  const found: string[][] = []
  const walk = (start: string, path: readonly string[]): void => {
    for (const to of next(path.at(-1)!)) {
      if (to === start) found.push([...path])
      // A circle is told from its first node; a path that gets long enough for no person to follow is given up.
      else if ((order.get(to) ?? -1) > order.get(start)! && !path.includes(to) && path.length < 12)
        walk(start, [...path, to])
    }
  }
  for (const node of nodes) walk(node, [node])
  return found
}
