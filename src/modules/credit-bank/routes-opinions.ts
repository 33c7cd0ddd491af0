import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { fileHeaders } from '../../engine/files/file-headers.ts'
import type { ModuleServer } from '../../engine/module-server.ts'
import { askExperts, findExperts, opinionsOf } from './inside/opinions/ask-experts.ts'
import { declineOpinion, giveOpinion, myOpinions, opinionFile } from './inside/opinions/own-opinions.ts'

const PATH = '/api/credit-bank'
const one = z.object({ id: z.uuid() })
const file = one.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const search = z.object({ search: z.string().trim().max(60).default('') })
const question = z.strictObject({
  experts: z.array(z.uuid()).min(1).max(10),
  dueOn: z.iso.date(),
  question: z.string().trim().max(1000).optional(),
  isLearnerShown: z.boolean().default(false),
})
const opinion = z.strictObject({
  version: z.int().min(1),
  recommendation: z.string().min(1).max(40),
  level: z.string().max(40).nullable().default(null),
  credits: z.string().trim().max(10).nullable().default(null),
  reason: z.string().trim().min(1).max(2000),
})
const stepBack = z.strictObject({ version: z.int().min(1), reason: z.string().trim().min(1).max(1000) })

/** Experts' opinions of outcomes: the desk asks and reads them, each expert sees and answers their own. */
export function opinionRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  app.get(`${PATH}/experts`, { config: { described: { query: search } } }, (request) => {
    const { search: text } = search.parse(request.query)
    return withActor(request, (tx, actor) => findExperts(engine, tx, actor, text))
  })
  app.get(`${PATH}/outcomes/:id/opinions`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => opinionsOf(engine, tx, actor, id))
  })
  app.post(`${PATH}/outcomes/:id/opinions`, { config: { described: { body: question } } }, (request) => {
    const { id } = one.parse(request.params)
    const asked = question.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await askExperts(engine, tx, actor, id, asked)
      return opinionsOf(engine, tx, actor, id)
    })
  })

  app.get(`${PATH}/opinions/mine`, (request) => withActor(request, (tx, actor) => myOpinions(engine, tx, actor)))
  app.post(`${PATH}/opinions/:id`, { config: { described: { body: opinion } } }, (request) => {
    const { id } = one.parse(request.params)
    const said = opinion.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await giveOpinion(engine, tx, actor, id, said)
      return {}
    })
  })
  app.post(`${PATH}/opinions/:id/decline`, { config: { described: { body: stepBack } } }, (request) => {
    const { id } = one.parse(request.params)
    const said = stepBack.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await declineOpinion(engine, tx, actor, id, said)
      return {}
    })
  })
  app.get(`${PATH}/opinions/:id/files/:sha256`, async (request, reply) => {
    const { id, sha256 } = file.parse(request.params)
    const found = await withActor(request, (tx, actor) => opinionFile(engine, tx, actor, id, sha256))
    return reply.headers(fileHeaders(found, found.name)).send(found.stream)
  })
}
