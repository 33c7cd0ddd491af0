import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { Refusal } from '../../engine/refusal.ts'
import type { ServerContext } from '../context.ts'

/** How long the database may take to say that it is there. */
const PATIENCE_MS = 3000

/** For whoever watches over the server: is the process alive, and may requests be sent to it? */
export function healthRoutes(app: FastifyInstance, { engine, run }: ServerContext): void {
  app.get('/health', () => ({ ok: true }))

  app.get('/ready', async () => {
    if (run?.isStopping) throw new Refusal('unavailable', { zh: '程序正在停止', en: 'The program is being stopped' })
    const late = new Promise<never>((_, reject) => {
      const refusal = new Refusal('unavailable', {
        zh: '数据库没有及时响应',
        en: 'The database does not answer in time',
      })
      setTimeout(() => reject(refusal), PATIENCE_MS).unref()
    })
    await Promise.race([engine.database.run(sql`SELECT 1`), late])
    return { ok: true }
  })
}
