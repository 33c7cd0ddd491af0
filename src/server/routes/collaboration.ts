import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { addComment, listComments } from '../../engine/comments/comments.ts'
import { getRegister } from '../../engine/engine.ts'
import { addEvidence, listEvidence, removeEvidence } from '../../engine/evidence/evidence.ts'
import { mayUpdate } from '../../engine/records/allowed.ts'
import { getRecord } from '../../engine/records/list.ts'
import { keepView, listViews } from '../../engine/records/saved-views.ts'
import { notAllowed } from '../../engine/refusal.ts'
import { seeRecord } from '../../engine/subjects.ts'
import type { ServerContext } from '../context.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

const one = z.object({ register: z.string().max(60), id: z.uuid() })

/** What people hang on records: evidence and comments; and the views of lists that they keep. */
export function collaborationRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine } = server

  app.get('/api/registers/:register/:id/evidence', (request) => {
    const { register, id } = one.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      await seeRecord(engine, tx, actor, register, id)
      return listEvidence(tx, register, id)
    })
  })

  const evidenceBody = z.object({
    sha256s: z.array(z.string().length(64)).min(1).max(50),
    note: z.string().max(1000).optional(),
  })
  app.post('/api/registers/:register/:id/evidence', described({ body: evidenceBody }), (request) => {
    const { register, id } = one.parse(request.params)
    const body = evidenceBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      const declared = getRegister(engine, register)
      if (!mayUpdate(declared, actor, await getRecord(tx, actor, declared, id)))
        throw notAllowed({ zh: '为这条记录添加佐证', en: 'add evidence to this record' })
      await addEvidence(engine, tx, actor, register, id, body.sha256s, body.note ?? null)
      return listEvidence(tx, register, id)
    })
  })

  app.delete('/api/registers/:register/:id/evidence/:evidence', (request) => {
    const { register, id, evidence } = one.extend({ evidence: z.uuid() }).parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      const declared = getRegister(engine, register)
      if (!mayUpdate(declared, actor, await getRecord(tx, actor, declared, id)))
        throw notAllowed({ zh: '移除这条记录的佐证', en: 'remove evidence of this record' })
      await removeEvidence(tx, actor, register, id, evidence)
      return listEvidence(tx, register, id)
    })
  })

  app.get('/api/registers/:register/:id/comments', (request) => {
    const { register, id } = one.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      await seeRecord(engine, tx, actor, register, id)
      return listComments(tx, register, id)
    })
  })

  const commentsBody = z.object({ text: z.string().max(5000) })
  app.post('/api/registers/:register/:id/comments', described({ body: commentsBody }), (request) => {
    const { register, id } = one.parse(request.params)
    const body = commentsBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await seeRecord(engine, tx, actor, register, id)
      return addComment(tx, actor, register, id, { text: body.text, link: `/registers/${register}/${id}` })
    })
  })

  app.get('/api/registers/:register/views', (request) => {
    const { register } = z.object({ register: z.string().max(60) }).parse(request.params)
    return withActor(server, request, (tx, actor) => listViews(tx, actor, getRegister(engine, register)))
  })

  const viewsBody = z.object({
    name: z.string().min(1).max(60),
    shared: z.boolean().default(false),
    where: z.array(z.unknown()).max(40).optional(),
    sort: z.string().max(60).optional(),
    q: z.string().max(200).optional(),
    columns: z.array(z.string().max(60)).max(80).optional(),
  })
  app.post('/api/registers/:register/views', described({ body: viewsBody }), (request) => {
    const { register } = z.object({ register: z.string().max(60) }).parse(request.params)
    const view = viewsBody.parse(request.body)
    return withActor(server, request, (tx, actor) => keepView(tx, actor, getRegister(engine, register), view))
  })

  app.delete('/api/registers/:register/views/:id', async (request, reply) => {
    const { id } = one.parse(request.params)
    await withActor(server, request, (tx, actor) =>
      tx.change(
        sql`DELETE FROM saved_views WHERE college_id = ${tx.collegeId} AND id = ${id} AND account_id = ${actor.accountId}`,
      ),
    )
    return reply.status(204).send()
  })
}
