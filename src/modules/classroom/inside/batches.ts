import type { Engine } from '../../../engine/engine.ts'
import type { WireArrived } from '../wire.ts'
import { type Arrival, keepArrivals } from './arrive.ts'

interface Waiting {
  readonly arrival: Arrival
  readonly resolve: (answer: WireArrived) => void
  readonly reject: (error: unknown) => void
}

/** So many requests are written together at most: one transaction stays short. */
const MOST = 100

/**
 * Takes what arrives from many phones at once and writes it in one transaction for all who came while the one before
 * was being written: forty-five answers cost hardly more than one.
 */
export function batchArrivals({ database }: Engine) {
  const queues = new Map<string, Waiting[]>()

  async function flush(collegeId: string, sessionId: string): Promise<void> {
    const queue = queues.get(sessionId)!
    while (queue.length > 0) {
      const batch = queue.splice(0, MOST)
      try {
        await keep(collegeId, sessionId, batch)
      } catch (error) {
        // One that cannot be written must not take the others along: each is tried alone.
        if (batch.length === 1) batch[0]!.reject(error)
        else for (const one of batch) await keep(collegeId, sessionId, [one]).catch(one.reject)
      }
    }
    queues.delete(sessionId)
  }

  async function keep(collegeId: string, sessionId: string, batch: readonly Waiting[]): Promise<void> {
    const answers = await database.inCollege(collegeId, (tx) =>
      keepArrivals(
        tx,
        sessionId,
        batch.map(({ arrival }) => arrival),
      ),
    )
    batch.forEach(({ resolve }, i) => resolve(answers[i]!))
  }

  return (collegeId: string, sessionId: string, arrival: Arrival): Promise<WireArrived> =>
    new Promise((resolve, reject) => {
      const waiting = { arrival, resolve, reject }
      const queue = queues.get(sessionId)
      if (queue) queue.push(waiting)
      else {
        queues.set(sessionId, [waiting])
        void flush(collegeId, sessionId)
      }
    })
}
