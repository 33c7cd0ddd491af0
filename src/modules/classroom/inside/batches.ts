import type { FastifyRequest } from 'fastify'
import type { ModuleServer } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { WireArrived, WireSentAct } from '../wire.ts'
import { keepArrivals } from './arrive.ts'
import { sendersOf } from './senders.ts'

/** Acts of one window of a browser, as they came in one request. */
export interface SentActs {
  readonly request: FastifyRequest
  /** Which window. */
  readonly client: string
  /** The sender's clock when it was sent, and ours when it came, in ms. */
  readonly sentAt: number
  readonly receivedAt: number
  readonly acts: readonly WireSentAct[]
}

interface Waiting {
  readonly sent: SentActs
  readonly resolve: (answer: WireArrived) => void
  readonly reject: (error: unknown) => void
}

/** So many requests are written together at most: one transaction stays short. */
const MOST = 100

/**
 * Takes what arrives from many phones at once. Who asks, whether they may, and what they did is looked up and written
 * in one transaction for all who came while the one before was being written: forty-five answers cost hardly more than
 * one. Nobody is answered before their act is committed.
 */
export function batchArrivals(server: ModuleServer) {
  const queues = new Map<string, Waiting[]>()

  async function flush(key: string, collegeId: string, sessionId: string): Promise<void> {
    const queue = queues.get(key)!
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
    queues.delete(key)
  }

  async function keep(collegeId: string, sessionId: string, batch: readonly Waiting[]): Promise<void> {
    const sent = batch.map((one) => one.sent)
    const requests = sent.map(({ request }) => request)
    const answers = await server.withActors(collegeId, requests, async (tx, actors) => {
      const senders = await sendersOf(server.engine, tx, sessionId, actors, sent)
      const arrivals = senders.flatMap((sender, i) => (sender instanceof Refusal ? [] : [{ ...sent[i]!, ...sender }]))
      const kept = (await keepArrivals(tx, sessionId, arrivals)).values()
      return senders.map((sender) => (sender instanceof Refusal ? sender : kept.next().value!))
    })
    for (const [i, { resolve, reject }] of batch.entries()) {
      const answer = answers[i]!
      if (answer instanceof Refusal) reject(answer)
      else resolve(answer)
    }
  }

  return (sessionId: string, sent: SentActs): Promise<WireArrived> => {
    const collegeId = server.collegeOf(sent.request)
    const key = `${collegeId} ${sessionId}`
    return new Promise((resolve, reject) => {
      const waiting = { sent, resolve, reject }
      const queue = queues.get(key)
      if (queue) queue.push(waiting)
      else {
        queues.set(key, [waiting])
        void flush(key, collegeId, sessionId)
      }
    })
  }
}
