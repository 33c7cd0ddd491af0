import { setImmediate } from 'node:timers/promises'

/** Steps of long work between two turns: about 10 ms. */
export const TURN = 1000

/**
 * Lets others have their turn in the middle of long work, and ends it when whoever wanted it is gone.
 * @throws the signal's reason
 */
export async function giveWay(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate()
  signal?.throwIfAborted()
}

/** `Array.map` for long lists: gives way now and then. @throws the signal's reason */
export async function mapSlowly<T, R>(
  list: readonly T[],
  signal: AbortSignal | undefined,
  step: (item: T, index: number) => R,
): Promise<R[]> {
  const results: R[] = []
  for (const [index, item] of list.entries()) {
    if (index % TURN === 0) await giveWay(signal)
    results.push(step(item, index))
  }
  return results
}
