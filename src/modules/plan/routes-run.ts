import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../engine/module-server.ts'
import { duty, listDuties, reportDuty } from './inside/duties.ts'
import { listFills, saveFill } from './inside/fills.ts'
import { leadersView } from './inside/leaders.ts'
import { taskLedger } from './inside/ledger.ts'
import { makeAgenda, openMeeting } from './inside/meetings.ts'
import { urgeFills } from './inside/remind.ts'
import { fillState, listReviews } from './inside/reviews.ts'

const onePlan = z.object({ plan: z.string().max(80) })
const oneTask = onePlan.extend({ task: z.uuid() })
const one = z.object({ id: z.uuid() })
const whose = z.object({ whose: z.enum(['mine', 'all']).default('mine') })
/** The language of the screen that asks. */
const said = z.object({ lang: z.enum(['zh', 'en']).default('zh') })
const below = z.object({ below: z.enum(['0', '1']).default('0') })

const file = z.strictObject({
  sha256: z.string().max(64),
  name: z.string().max(300),
  size: z.number().int(),
  type: z.string().max(200),
})
const words = z.string().max(4000).nullable()
const fill = z.strictObject({
  task: z.uuid(),
  month: z.string().max(7),
  percent: z.number(),
  done: z.string().max(4000),
  problems: words,
  reason: words,
  files: z.array(file).max(100).nullable(),
  id: z.uuid().optional(),
  version: z.number().int().optional(),
  submit: z.boolean(),
})

/** While a plan is run: reports and their review, meetings, the ledger, the leaders' look. */
export function runRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  app.get('/api/plan-fills', (request) => {
    const asked = whose.parse(request.query)
    return withActor(request, (tx, actor) => listFills(engine, tx, actor, asked.whose))
  })

  app.post('/api/plan-fills', (request) => {
    const body = fill.parse(request.body)
    return withActor(request, (tx, actor) => saveFill(engine, tx, actor, body))
  })

  app.get('/api/plan-duties', (request) => {
    const asked = whose.parse(request.query)
    return withActor(request, (tx, actor) => listDuties(engine, tx, actor, asked.whose))
  })

  app.post('/api/plan-duties/:id', (request) => {
    const { id } = one.parse(request.params)
    const body = duty.parse(request.body)
    return withActor(request, (tx, actor) => reportDuty(engine, tx, actor, id, body))
  })

  app.get('/api/plan-fills/reviews', (request) => withActor(request, (tx, actor) => listReviews(engine, tx, actor)))

  app.get('/api/plans/:plan/fills', (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => fillState(engine, tx, actor, plan))
  })

  app.post('/api/plans/:plan/fills/urge', (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => urgeFills(engine, tx, actor, plan))
  })

  app.get('/api/plans/:plan/leaders', (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => leadersView(engine, tx, actor, plan))
  })

  app.get('/api/plans/:plan/tasks/:task/ledger', (request) => {
    const { plan, task } = oneTask.parse(request.params)
    const asked = below.parse(request.query)
    return withActor(request, (tx, actor) => taskLedger(engine, tx, actor, plan, task, asked.below === '1'))
  })

  app.get('/api/plan-meetings/:id', (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => openMeeting(engine, tx, actor, id))
  })

  app.post('/api/plan-meetings/:id/agenda', (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => makeAgenda(engine, tx, actor, id))
  })

  app.get('/api/plan-meetings/:id/minutes.docx', async (request, reply) => {
    const { id } = one.parse(request.params)
    const { lang } = said.parse(request.query)
    const meeting = await withActor(request, (tx, actor) => openMeeting(engine, tx, actor, id))
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`${String(meeting.meeting.values['name'])}.docx`)}`,
      )
      .send(await (await import('./inside/minutes-word.ts')).minutesWord(meeting, lang))
  })
}
