/** Fetches the next while one is being dealt with. When it is left early, what is being fetched is waited for. */
export async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    let next = source.next()
    for (;;) {
      const { value, done } = await next
      if (done) return
      next = source.next()
      // Awaited in the next turn; until then its failure must not count as unhandled.
      next.catch(() => {})
      yield value
    }
  } finally {
    await source.return(undefined)
  }
}
