import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type ModuleServer, onRegisters } from '../../engine/module-server.ts'
import { coursesOf, openCourse } from './inside/courses-of.ts'
import { findItem, listItems, versionsOf } from './inside/find-items.ts'
import { changeItem, makeItem, retireItem } from './inside/keep-item.ts'
import { pointsOf } from './inside/points.ts'
import { gradeAnswer } from './item/grade-answer.ts'
import { itemProblems } from './item/item-problems.ts'
import { itemShape } from './item/item-shape.ts'
import { presentItem } from './item/present-item.ts'
import { exchangeRoutes } from './routes-exchange.ts'
import { filters } from './shapes.ts'
import { DIFFICULTIES } from './wire.ts'

const one = z.object({ id: z.uuid() })
const ofCourse = z.object({ course: z.uuid() })
const query = filters.extend({
  page: z.coerce.number().int().min(1).max(100_000).optional(),
  size: z.coerce.number().int().min(1).max(200).optional(),
})
const input = z.strictObject({
  item: itemShape,
  difficulty: z.enum(DIFFICULTIES),
  knowledgePoints: z.array(z.uuid()).max(20),
  shared: z.boolean(),
})
const making = input.extend({ course: z.uuid() })
const changing = input.extend({ revision: z.int().min(1) })
const retiring = z.strictObject({ revision: z.int().min(1), retired: z.boolean() })
const trying = z.strictObject({ item: itemShape, answer: z.unknown() })

/** The item bank of courses, for those who teach them. */
export function routes(app: FastifyInstance, given: ModuleServer): void {
  const server = onRegisters(given, 'courses', 'knowledge-points')
  const { engine, withActor } = server
  const path = '/api/items'

  app.get(`${path}/courses`, (request) => withActor(request, (tx, actor) => coursesOf(engine, tx, actor)))

  app.get(`${path}/points`, (request) => {
    const { course } = ofCourse.parse(request.query)
    return withActor(request, async (tx, actor) => {
      await openCourse(engine, tx, actor, course)
      return pointsOf(tx, course)
    })
  })

  app.get(path, (request) => {
    const { course, ...asked } = query.parse(request.query)
    return withActor(request, (tx, actor) => listItems(engine, tx, actor, course, asked))
  })

  app.post(path, async (request, reply) => {
    const { course, ...body } = making.parse(request.body)
    const made = await withActor(request, async (tx, actor) =>
      findItem(engine, tx, actor, await makeItem(engine, tx, actor, course, body)),
    )
    return reply.status(201).send(made)
  })

  app.get(`${path}/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => findItem(engine, tx, actor, id))
  })

  app.get(`${path}/:id/versions`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => versionsOf(engine, tx, actor, id))
  })

  app.put(`${path}/:id`, (request) => {
    const { id } = one.parse(request.params)
    const { revision, ...body } = changing.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await changeItem(engine, tx, actor, id, revision, body)
      return findItem(engine, tx, actor, id)
    })
  })

  app.post(`${path}/:id/retire`, (request) => {
    const { id } = one.parse(request.params)
    const { revision, retired } = retiring.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await retireItem(engine, tx, actor, id, revision, retired)
      return findItem(engine, tx, actor, id)
    })
  })

  /** How an item that is being written would be asked, and what an answer to it would be worth; nothing is kept. */
  app.post(`${path}/try`, (request) => {
    const { item, answer } = trying.parse(request.body)
    return withActor(request, async () => ({
      asked: presentItem(item),
      problems: itemProblems(item),
      grade: itemProblems(item).length > 0 ? null : gradeAnswer(item, answer),
    }))
  })

  exchangeRoutes(app, server)
}
