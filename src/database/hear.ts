import pg from 'pg'

/** What hears a channel, until it is stopped. */
export interface Hearing {
  stop(): void
}

/** How long after a connection broke, or could not be made, the next is tried, in ms. */
const AGAIN_MS = 1000

/**
 * Hears what transactions of any program tell on a channel (pg_notify), over one connection of its own: none of the pool
 * is missing meanwhile. A connection that broke is made anew, for as long as it takes.
 * @param heard called with each message
 * @param isBack called whenever it begins to hear: what was told before, or while the connection was away, was lost
 */
export function hear(
  address: pg.ClientConfig,
  channel: string,
  heard: (message: string) => void,
  isBack: () => void,
): Hearing {
  let isStopped = false
  let client: pg.Client | undefined
  let later: NodeJS.Timeout | undefined

  async function begin(): Promise<void> {
    const mine = new pg.Client({ ...address, keepAlive: true, keepAliveInitialDelayMillis: 10_000 })
    client = mine
    let isOver = false
    const lost = () => {
      if (isOver) return
      isOver = true
      void mine.end().catch(() => {})
      if (!isStopped) later = setTimeout(() => void begin(), AGAIN_MS)
    }
    mine.on('error', lost)
    mine.on('end', lost)
    mine.on('notification', ({ payload }) => heard(payload ?? ''))
    try {
      await mine.connect()
      await mine.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      if (!isStopped && !isOver) isBack()
    } catch {
      lost()
    }
    if (isStopped) void mine.end().catch(() => {})
  }

  void begin()
  return {
    stop() {
      isStopped = true
      clearTimeout(later)
      void client?.end().catch(() => {})
    },
  }
}
