import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { collegeOfTx } from '../../engine/colleges.ts'
import type { ModuleServer } from '../../engine/module-server.ts'
import { compileReport } from '../../engine/reports/compile-report.ts'
import { moneyAlerts } from './inside/spending/alerts.ts'
import { circularOf, sendCircular } from './inside/spending/circular.ts'
import { circularReport } from './inside/spending/circular-report.ts'
import { claimChoices } from './inside/spending/claim-choices.ts'
import { listClaims } from './inside/spending/claims-desk.ts'
import { makeClaim, readKeptInvoice } from './inside/spending/new-claim.ts'
import { makeQuarterlyReviews } from './inside/spending/quarterly.ts'
import { lastReconciliation, postMissing, reconcileNow } from './inside/spending/reconcile.ts'
import { showRoom } from './inside/spending/show-room.ts'
import { spendingOf } from './inside/spending/spending-lines.ts'

const onePlan = z.object({ plan: z.string().max(80) })
const monthly = z.object({ month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/) })
/** Of the screen that asks. */
const language = z.enum(['zh', 'en']).default('zh')
const year = z.coerce.number().int().min(2000).max(2100)
const values = z.record(z.string().max(60), z.unknown())
const newClaim = z.strictObject({
  values,
  invoices: z.array(values).max(100),
  submit: z.boolean(),
})
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Money of plans: where it stands, claims, the ledger, the circular, quarterly reviews. */
export function moneyRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  const path = '/api/plans/:plan'

  app.get(`${path}/money`, (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => spendingOf(engine, tx, actor, plan))
  })

  app.get(`${path}/money-alerts`, (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => moneyAlerts(engine, tx, actor, plan))
  })

  app.get(`${path}/claims`, (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => listClaims(engine, tx, actor, plan))
  })

  app.get(`${path}/claim-choices`, (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => claimChoices(engine, tx, actor, plan))
  })

  app.get(`${path}/circular`, (request) => {
    const { plan } = onePlan.parse(request.params)
    const { month } = monthly.parse(request.query)
    return withActor(request, (tx, actor) => circularOf(engine, tx, actor, plan, month))
  })

  app.get(`${path}/circular.docx`, async (request, reply) => {
    const { plan } = onePlan.parse(request.params)
    const { month, lang } = monthly.extend({ lang: language }).parse(request.query)
    const resolved = await withActor(request, async (tx, actor) => {
      const college = await collegeOfTx(tx)
      return circularReport(await circularOf(engine, tx, actor, plan, month), college, lang)
    })
    // Printed after the transaction has ended: it takes a second.
    const printed = await compileReport(resolved, {
      outputs: ['report.docx'],
      lang,
      createdAt: new Date().toISOString(),
    })
    const name = encodeURIComponent(`${resolved.report.title[lang]} ${month}.docx`)
    return reply
      .header('content-type', word)
      .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
      .send(Buffer.from(printed['report.docx']!))
  })

  app.post(`${path}/circular/send`, (request) => {
    const { plan } = onePlan.parse(request.params)
    const { month } = monthly.parse(request.body)
    return withActor(request, (tx, actor) => sendCircular(engine, tx, actor, plan, month))
  })

  app.post(`${path}/quarterly-reviews`, (request) => {
    const { plan } = onePlan.parse(request.params)
    const body = z.strictObject({ year, quarter: z.int().min(1).max(4) }).parse(request.body)
    return withActor(request, (tx, actor) => makeQuarterlyReviews(engine, tx, actor, plan, body))
  })

  app.get('/api/plan-money/room', (request) => {
    const query = z.object({ task: z.uuid(), year, source: z.string().max(60) }).parse(request.query)
    return withActor(request, (tx, actor) => showRoom(engine, tx, actor, query))
  })

  app.post('/api/plan-money/claims', async (request, reply) => {
    const body = newClaim.parse(request.body)
    const made = await withActor(request, (tx, actor) => makeClaim(engine, tx, actor, body))
    return reply.status(201).send(made)
  })

  app.post('/api/plan-money/invoices/read', (request) => {
    const { sha256 } = z.strictObject({ sha256: z.string().length(64) }).parse(request.body)
    return readKeptInvoice(engine, (work) => withActor(request, work), sha256)
  })

  app.get('/api/plan-money/reconciliation', (request) =>
    withActor(request, (tx, actor) => lastReconciliation(engine, tx, actor)),
  )

  app.post('/api/plan-money/reconciliation', (request) => {
    const { post } = z.strictObject({ post: z.boolean() }).parse(request.body)
    return withActor(request, (tx, actor) => (post ? postMissing : reconcileNow)(engine, tx, actor))
  })
}
