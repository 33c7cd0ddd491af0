/** What was made lately, by what it was made of. */
export interface Recent<Value> {
  find(key: string): Value | undefined
  keep(key: string, value: Value): Value
}

/** Remembers the `most` values used last: what is made of the same text again need not be made again. */
export function recent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, Value>()
  const keep = (key: string, value: Value): Value => {
    kept.delete(key)
    kept.set(key, value)
    if (kept.size > most) kept.delete(kept.keys().next().value as string)
    return value
  }
  return {
    find(key) {
      const value = kept.get(key)
      return value === undefined ? undefined : keep(key, value)
    },
    keep,
  }
}
