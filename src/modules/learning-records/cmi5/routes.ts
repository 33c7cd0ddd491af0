import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { collegeOfKey } from '../store/clients.ts'
import { badPackage } from './bad-package.ts'
import { MODES } from './check-unit-statement.ts'
import { contentHeaders, findContent } from './content.ts'
import { checkMayBring, keepCourseware, withdrawCourseware } from './keep-courseware.ts'
import { launchFor } from './launch-for.ts'
import { readPackage } from './read-package.ts'
import { courseResults, listForActor, oneForActor, waiveUnit } from './results.ts'
import { readTicket } from './tickets.ts'
import { giveUnitToken } from './unit-door.ts'

const MOST_PACKAGE = 128 * 1048576

const one = z.object({ id: z.uuid() })
const launched = z.strictObject({ unit: z.int().min(0).max(10_000), mode: z.enum(MODES).default('Normal') })
const waived = z.strictObject({
  learner: z.uuid(),
  unit: z.int().min(0).max(10_000),
  reason: z.string().trim().min(1).max(200),
})
const place = z.object({ ticket: z.string().max(200), '*': z.string().max(2000) })

/** Courseware: what the screens ask, and the two addresses that a launch leads to. */
export function coursewareRoutes(app: FastifyInstance, server: ModuleServer): void {
  const { engine, withActor, addressOf, uploads } = server
  const path = '/api/courseware'

  app.get(path, (request) => withActor(request, (tx, actor) => listForActor(engine, tx, actor)))

  app.post(path, async (request, reply) => {
    // Who is asking is known before the first byte is read.
    await withActor(request, async (_tx, actor) => checkMayBring(engine, actor))
    const read = await readPackage(await fileOf(request, Math.min(MOST_PACKAGE, uploads.maxBytes)))
    const id = await withActor(request, (tx, actor) => keepCourseware(engine, tx, actor, read, addressOf(request)))
    return reply.status(201).send({ id })
  })

  app.get(`${path}/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => oneForActor(engine, tx, actor, id))
  })

  app.post(`${path}/:id/launch`, async (request) => {
    const { id } = one.parse(request.params)
    const { unit, mode } = launched.parse(request.body)
    const site = addressOf(request)
    return { url: await withActor(request, (tx, actor) => launchFor(engine, tx, actor, { id, unit, mode, site })) }
  })

  app.get(`${path}/:id/results`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => courseResults(engine, tx, actor, id))
  })

  app.post(`${path}/:id/waive`, async (request) => {
    const { id } = one.parse(request.params)
    const wanted = waived.parse(request.body)
    await withActor(request, (tx, actor) => waiveUnit(engine, tx, actor, id, wanted))
    return {}
  })

  app.post(`${path}/:id/withdraw`, async (request) => {
    const { id } = one.parse(request.params)
    await withActor(request, (tx, actor) => withdrawCourseware(engine, tx, actor, id))
    return {}
  })

  void app.register(async (scope) => {
    // Whatever a unit sends along: cmi5 asks for a POST and no more.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 65_536 }, (_request, _body, done) => done(null))
    scope.post('/xapi/cmi5/fetch/:ticket', async (request, reply) => {
      const { ticket } = z.object({ ticket: z.string().max(200) }).parse(request.params)
      const college = await collegeOfKey(engine, ticket)
      const answer = college
        ? await engine.database.inCollege(college, (tx) => giveUnitToken(tx, ticket))
        : { 'error-code': '2', 'error-text': 'There is no such address' }
      return reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' }).send(answer)
    })
    scope.get('/xapi/cmi5/content/:ticket/*', async (request, reply) => {
      const { ticket, '*': file } = place.parse(request.params)
      const read = readTicket(ticket)
      const college = read && (await collegeOfKey(engine, ticket))
      const found =
        college &&
        (await engine.database.inCollege(college, (tx) => findContent(tx, read, file, request.headers.range)))
      if (!found)
        throw new Refusal('not-found', {
          zh: '课件里没有这个文件，或者这次学习已经结束，请重新启动',
          en: 'The courseware has no such file, or the session is over: launch it again',
        })
      return reply
        .status(found.status)
        .headers(contentHeaders(found, addressOf(request)))
        .send(found.content)
    })
  })
}

/** The one file of a form, whole. @throws Refusal 400 when there is none, 422 when it is too large */
async function fileOf(request: FastifyRequest, maxBytes: number): Promise<Buffer> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: maxBytes, files: 1 } }) : undefined
  if (!part) throw new Refusal('bad-request', { zh: '没有收到课件包', en: 'No package arrived' })
  return part.toBuffer().catch(() => {
    const most = Math.floor(maxBytes / 1048576)
    throw badPackage({ zh: `超过 ${most} MB`, en: `it is larger than ${most} MB` })
  })
}
