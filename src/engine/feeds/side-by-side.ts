export interface SideBySide {
  /**
   * Begins `work` as soon as there is room, and once no other that shares a key with it is at work; until then it waits.
   * @throws what an earlier work threw
   */
  begin(keys: ReadonlySet<string>, work: () => Promise<void>): Promise<void>
  /** Waits for all. @throws what any of them threw, once none is at work */
  finish(): Promise<void>
}

const shareKey = (some: ReadonlySet<string>, others: ReadonlySet<string>) => {
  for (const key of some) if (others.has(key)) return true
  return false
}

/** Does pieces of work at the same time, at most so many, and never two that share a key. */
export function sideBySide(most: number): SideBySide {
  const busy = new Map<Promise<void>, ReadonlySet<string>>()
  const errors: unknown[] = []
  const check = () => {
    if (errors.length > 0) throw errors[0]
  }
  return {
    async begin(keys, work) {
      while (busy.size >= most || [...busy.values()].some((others) => shareKey(others, keys)))
        await Promise.race(busy.keys())
      check()
      const doing: Promise<void> = work()
        .catch((error: unknown) => void errors.push(error))
        .finally(() => busy.delete(doing))
      busy.set(doing, keys)
    },
    async finish() {
      await Promise.all(busy.keys())
      check()
    },
  }
}
