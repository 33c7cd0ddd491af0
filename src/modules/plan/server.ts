import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../engine/module-server.ts'
import { countedRows } from './inside/counted-rows.ts'
import { planFigures } from './inside/figures.ts'
import { planProblems } from './inside/plan-problems.ts'
import { listPlans } from './inside/plan-scope.ts'
import { planParts } from './inside/plan-parts.ts'
import { planTasks } from './inside/task-rows.ts'
import { circularJob, reconcileJob } from './jobs-money.ts'
import { packageJob } from './jobs-proof.ts'
import { remindPlansJob } from './jobs-run.ts'
import { changeRoutes } from './routes-changes.ts'
import { copyRoutes } from './routes-copies.ts'
import { moneyRoutes } from './routes-money.ts'
import { proofRoutes } from './routes-proof.ts'
import { versionRoutes } from './routes-versions.ts'
import { COUNTED, type Counted } from './wire-counted.ts'
import { workbookRoutes } from './routes-workbook.ts'
import { runRoutes } from './routes-run.ts'

export { guards } from './inside/guards.ts'

/** What is done in the background. */
export const jobs = [packageJob, remindPlansJob, reconcileJob, circularJob]

const onePlan = z.object({ plan: z.string().max(80) })
const counted = onePlan.extend({ what: z.enum(Object.keys(COUNTED) as [Counted, ...Counted[]]) })
const countedFilter = z.object({
  source: z.string().max(60).optional(),
  level: z.string().max(60).optional(),
  unit: z.uuid().optional(),
})

export function routes(app: FastifyInstance, server: ModuleServer): void {
  const { engine, withActor } = server
  const path = '/api/plans'

  app.get(path, (request) => withActor(request, (tx, actor) => listPlans(engine, tx, actor)))

  app.get(`${path}/:plan/figures`, (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => planFigures(engine, tx, actor, plan))
  })

  app.get(`${path}/:plan/tasks`, (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => planTasks(engine, tx, actor, plan))
  })

  app.get(`${path}/:plan/problems`, (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => planProblems(engine, tx, actor, plan))
  })

  app.get(`${path}/:plan/parts`, (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => planParts(engine, tx, actor, plan))
  })

  app.get(`${path}/:plan/counted/:what`, (request) => {
    const { plan, what } = counted.parse(request.params)
    const filter = countedFilter.parse(request.query)
    return withActor(request, (tx, actor) => countedRows(engine, tx, actor, plan, what, filter))
  })

  changeRoutes(app, server)
  copyRoutes(app, server)
  workbookRoutes(app, server)
  versionRoutes(app, server)
  runRoutes(app, server)
  moneyRoutes(app, server)
  proofRoutes(app, server)
}
