import type { FastifyReply } from 'fastify'
import { Refusal } from '../engine/refusal.ts'

/**
 * A signal that ends long work when whoever asked for it has gone: they pressed Cancel, or closed the page. Nobody is
 * there to read the answer; the work must leave nothing half done.
 */
export function hangUp(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished)
      controller.abort(
        new Refusal('cancelled', { zh: '已取消，没有写入任何数据', en: 'Cancelled: nothing was written' }),
      )
  })
  return controller.signal
}
