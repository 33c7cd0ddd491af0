import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../../engine/access/actor.ts'
import type { ModuleServer, Tx } from '../../engine/module-server.ts'
import { mayReadReports } from '../../engine/reports/report-access.ts'
import type { Plan } from './inside/plan-items.ts'
import { MAKING_STEPS, type WireMaking } from './wire-report.ts'

const making = () => import('./demand-report/make-demand-report.ts')

/** What somebody asks a report of: a plan, and which advertisements. */
interface Order {
  readonly plan: (tx: Tx, actor: Actor) => Promise<Plan>
  readonly classes?: readonly string[] | undefined
  readonly city?: string | undefined
}

/** Demand reports of majors: made here, read and signed off where all reports are. */
export function reportRoutes(
  app: FastifyInstance,
  { engine, withActor, hangUp }: ModuleServer,
  orderOf: (body: unknown) => Order,
  classesAsked: (named: readonly string[], chosen?: readonly string[]) => readonly string[],
): void {
  const path = '/api/ability'
  // Reports that are being made on this server, by who waits; only for showing how far they have come.
  const underWay = new Map<string, WireMaking>()
  const waiter = ({ collegeId, accountId }: Actor) => `${collegeId}/${accountId}`

  app.get(`${path}/reports`, (request) => {
    const { code } = z.object({ code: z.string().regex(/^\d{6}$/) }).parse(request.query)
    return withActor(request, async (tx, actor) =>
      mayReadReports(engine, actor) ? (await making()).listDemandReports(tx, code) : [],
    )
  })

  app.get(`${path}/reports/making`, (request) =>
    withActor(request, async (_, actor) => ({ making: underWay.get(waiter(actor)) ?? null })),
  )

  app.post(`${path}/reports`, async (request, reply) => {
    const order = orderOf(request.body)
    const { makeDemandReport } = await making()
    const signal = hangUp(reply)
    const id = await withActor(request, async (tx, actor) => {
      const key = waiter(actor)
      try {
        const plan = await order.plan(tx, actor)
        const base = { classes: classesAsked(plan.classes, order.classes), city: order.city }
        return await makeDemandReport(engine, tx, actor, plan, base, (step) => {
          signal.throwIfAborted()
          underWay.set(key, { step, done: MAKING_STEPS.indexOf(step), of: MAKING_STEPS.length })
        })
      } finally {
        underWay.delete(key)
      }
    })
    return reply.status(201).send({ id })
  })

  app.get(`${path}/behind/:supply`, (request) => {
    const { supply } = z.object({ supply: z.uuid() }).parse(request.params)
    const { figure, from } = z
      .object({ figure: z.string().min(1).max(200), from: z.coerce.number().int().min(0).max(1_000_000).default(0) })
      .parse(request.query)
    return withActor(request, async (tx, actor) =>
      (await import('./demand-report/open-behind.ts')).openBehind(engine, tx, actor, supply, figure, from),
    )
  })
}
