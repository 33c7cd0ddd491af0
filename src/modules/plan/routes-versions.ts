import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../engine/module-server.ts'
import { comparePlans, comparisonWorkbook, listVersions } from './inside/versions/compare-plans.ts'

const onePlan = z.object({ plan: z.string().max(80) })
const two = z.object({ left: z.string().min(1).max(100), right: z.string().min(1).max(100) })
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Editions of a plan, and two plans or editions side by side. */
export function versionRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  app.get('/api/plans/:plan/versions', (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => listVersions(engine, tx, actor, plan))
  })

  app.get('/api/plan-comparison', (request) => {
    const { left, right } = two.parse(request.query)
    return withActor(request, (tx, actor) => comparePlans(engine, tx, actor, left, right))
  })

  app.get('/api/plan-comparison.xlsx', async (request, reply) => {
    const { left, right } = two.parse(request.query)
    const { name, bytes } = await withActor(request, (tx, actor) => comparisonWorkbook(engine, tx, actor, left, right))
    return reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`)
      .send(Buffer.from(bytes))
  })
}
