/** When writes began that are not yet done, by college: what they will have kept is not to be seen yet. */
const writes = new Map<string, Set<{ readonly at: string }>>()

/** Runs a write, known to be under way until it is done. */
export async function underWay<T>(collegeId: string, at: string, work: () => Promise<T>): Promise<T> {
  const one = { at }
  const of = writes.get(collegeId) ?? new Set()
  writes.set(collegeId, of.add(one))
  try {
    return await work()
  } finally {
    of.delete(one)
  }
}

/** All statements stored up to this moment can be found (xAPI Communication 2.1.3.s1.b4): the time of the request, or of the oldest write under way. */
export function consistentThrough(collegeId: string, at: string): string {
  let oldest = at
  for (const one of writes.get(collegeId) ?? []) if (one.at < oldest) oldest = one.at
  return oldest
}
