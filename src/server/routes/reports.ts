import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../../database/connection.ts'
import { hearChanges, hearOwnChanges } from '../../engine/outbox.ts'
import { Refusal } from '../../engine/refusal.ts'
import { actOnReport, changeCover } from '../../engine/reports/act-on-report.ts'
import { addSection, moveSection, removeSection } from '../../engine/reports/change-outline.ts'
import type { OutputName } from '../../engine/reports/compile.ts'
import { createReport } from '../../engine/reports/create-report.ts'
import { draftOutputs } from '../../engine/reports/draft-outputs.ts'
import { findBlockers } from '../../engine/reports/find-blockers.ts'
import { listPublications, OUTPUT_TYPES, publishedFile, readKept } from '../../engine/reports/publications.ts'
import { publishReport } from '../../engine/reports/publish-report.ts'
import { listReports, readReport, readSection } from '../../engine/reports/read-report.ts'
import { checkMayRead } from '../../engine/reports/report-access.ts'
import { getSection, sectionsOf } from '../../engine/reports/report-rows.ts'
import { openReport } from '../../engine/reports/resolve-report.ts'
import { addSectionComment, listSectionComments, resolveSectionComment } from '../../engine/reports/section-comments.ts'
import { listVersions, readVersion } from '../../engine/reports/section-versions.ts'
import { actOnSection, assignSection, saveSection } from '../../engine/reports/sections.ts'
import { resolveBlock } from '../../engine/reports/resolve-block.ts'
import type { WirePublishing } from '../../language/wire-reports.ts'
import { publicReportRoutes, sendPage } from './public-reports.ts'
import type { ServerContext } from '../context.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

const day = z.iso.date()
const comment = z.string().max(2000).optional()
const one = z.object({ id: z.uuid() })
const section = one.extend({ sid: z.uuid() })
const title = z.string().max(400)
const level = z.number().int().min(1).max(4)
const words = z.object({ zh: z.string().max(2000), en: z.string().max(2000).optional() })
const cover = z.object({
  publicForm: words.optional(),
  publicAddress: z.string().max(400).optional(),
  declaration: z.array(words).max(20).optional(),
  legalRepresentative: z.string().max(60).optional(),
  date: words.optional(),
})
const downloads = z.enum(['report.docx', 'report.pdf', 'index.html', 'figures.json'])

/** The life of reports: outline, texts, versions, comments, approval, publication; and what everybody may read. */
export function reportRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine } = server
  publicReportRoutes(app, server)

  app.get('/api/reports', (request) => withActor(server, request, (tx, actor) => listReports(engine, tx, actor)))

  const newReportBody = z.object({
    name: z.string().max(60),
    period: z.string().max(12),
    from: z.uuid().optional(),
    publishOn: day.optional(),
  })
  app.post('/api/reports', described({ body: newReportBody }), async (request, reply) => {
    const body = newReportBody.parse(request.body)
    const made = await withActor(server, request, async (tx, actor) => {
      await hearChanges(engine, tx)
      const id = await createReport(engine, tx, actor, {
        name: body.name,
        period: body.period,
        ...(body.from ? { from: body.from } : {}),
        ...(body.publishOn ? { publishOn: body.publishOn } : {}),
      })
      return readReport(engine, tx, actor, id)
    })
    return reply.status(201).send(made)
  })

  app.get('/api/reports/:id', (request) => {
    const { id } = one.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      return readReport(engine, tx, actor, id)
    })
  })

  const coverBody = z.object({ cover: cover.optional(), publishOn: day.optional() })
  app.patch('/api/reports/:id', described({ body: coverBody }), (request) => {
    const { id } = one.parse(request.params)
    const body = coverBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      // Absent words are left out, not kept as undefined.
      const change = JSON.parse(JSON.stringify(body)) as Parameters<typeof changeCover>[4]
      await changeCover(engine, tx, actor, id, change)
      return readReport(engine, tx, actor, id)
    })
  })

  app.get('/api/reports/:id/blockers', (request) => {
    const { id } = one.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      const opened = await openReport(engine, tx, id)
      checkMayRead(engine, actor, opened.sections)
      return findBlockers(engine, tx, actor, opened)
    })
  })

  // Publications that are under way on this server; only for showing how far they have come.
  const publishing = new Map<string, WirePublishing>()

  app.get('/api/reports/:id/publishing', (request) => {
    const { id } = one.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      checkMayRead(engine, actor, await sectionsOf(tx, id))
      return { publishing: publishing.get(id) ?? null }
    })
  })

  const actionsBody = z.object({ comment })
  app.post('/api/reports/:id/actions/:action', described({ body: actionsBody }), async (request, reply) => {
    const { id, action } = one
      .extend({ action: z.enum(['review', 'sign-off', 'publish', 'reopen']) })
      .parse(request.params)
    const body = actionsBody.parse(request.body ?? {})
    if (action === 'publish') {
      const actor = await withActor(server, request, async (_tx, found) => found)
      const onProgress = (progress: WirePublishing) => publishing.set(id, progress)
      await publishReport(engine, actor, id, body.comment, { signal: untilClosed(reply), onProgress }).finally(() =>
        publishing.delete(id),
      )
    }
    return withActor(server, request, async (tx, actor) => {
      await hearChanges(engine, tx)
      if (action !== 'publish')
        await actOnReport(engine, tx, actor, id, { action, ...(body.comment ? { comment: body.comment } : {}) })
      return readReport(engine, tx, actor, id)
    })
  })

  app.get('/api/reports/:id/sections/:sid', (request) => {
    const { id, sid } = section.parse(request.params)
    return withActor(server, request, (tx, actor) => readSection(engine, tx, actor, id, sid))
  })

  const textBody = z.object({ content: z.unknown().optional(), title: title.optional(), version: z.number().int() })
  app.patch('/api/reports/:id/sections/:sid', described({ body: textBody }), (request) => {
    const { id, sid } = section.parse(request.params)
    const body = textBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await saveSection(
        engine,
        tx,
        actor,
        { reportId: id, id: sid },
        {
          version: body.version,
          ...(body.content === undefined ? {} : { content: body.content }),
          ...(body.title === undefined ? {} : { title: body.title }),
        },
      )
      return readSection(engine, tx, actor, id, sid)
    })
  })

  const sectionActionBody = z.object({ version: z.number().int(), comment })
  app.post('/api/reports/:id/sections/:sid/actions/:action', described({ body: sectionActionBody }), (request) => {
    const { id, sid, action } = section
      .extend({ action: z.enum(['submit', 'approve', 'return']) })
      .parse(request.params)
    const body = sectionActionBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await actOnSection(
        engine,
        tx,
        actor,
        { reportId: id, id: sid },
        { action, version: body.version, ...(body.comment ? { comment: body.comment } : {}) },
      )
      return readSection(engine, tx, actor, id, sid)
    })
  })

  const assignmentBody = z.object({
    unitId: z.uuid().nullable().optional(),
    personId: z.uuid().nullable().optional(),
    due: day.nullable().optional(),
  })
  app.patch('/api/reports/:id/sections/:sid/assignment', described({ body: assignmentBody }), (request) => {
    const { id, sid } = section.parse(request.params)
    const body = assignmentBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await assignSection(
        engine,
        tx,
        actor,
        { reportId: id, id: sid },
        {
          ...(body.unitId === undefined ? {} : { unitId: body.unitId }),
          ...(body.personId === undefined ? {} : { personId: body.personId }),
          ...(body.due === undefined ? {} : { due: body.due }),
        },
      )
      return readSection(engine, tx, actor, id, sid)
    })
  })

  const newSectionBody = z.object({
    after: z.uuid().nullable().default(null),
    title,
    level: level.default(1),
    numbered: z.boolean().optional(),
  })
  app.post('/api/reports/:id/sections', described({ body: newSectionBody }), async (request, reply) => {
    const { id } = one.parse(request.params)
    const body = newSectionBody.parse(request.body)
    const made = await withActor(server, request, async (tx, actor) => {
      const sid = await addSection(engine, tx, actor, id, {
        after: body.after,
        title: body.title,
        level: body.level,
        ...(body.numbered === undefined ? {} : { numbered: body.numbered }),
      })
      return readSection(engine, tx, actor, id, sid)
    })
    return reply.status(201).send(made)
  })

  const moveBody = z.object({ after: z.uuid().nullable(), level: level.optional() })
  app.post('/api/reports/:id/sections/:sid/move', described({ body: moveBody }), (request) => {
    const { id, sid } = section.parse(request.params)
    const body = moveBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await moveSection(engine, tx, actor, id, sid, {
        after: body.after,
        ...(body.level === undefined ? {} : { level: body.level }),
      })
      return readReport(engine, tx, actor, id)
    })
  })

  const removeBody = z.object({ comment })
  app.delete('/api/reports/:id/sections/:sid', described({ body: removeBody }), (request) => {
    const { id, sid } = section.parse(request.params)
    const { comment: reason } = removeBody.parse(request.body ?? request.query ?? {})
    return withActor(server, request, async (tx, actor) => {
      await removeSection(engine, tx, actor, id, sid, reason ?? null)
      return readReport(engine, tx, actor, id)
    })
  })

  app.get('/api/reports/:id/sections/:sid/versions', (request) => {
    const { id, sid } = section.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      checkMayRead(engine, actor, [await getSection(tx, id, sid)])
      return listVersions(tx, sid)
    })
  })

  const versionsQuery = z.object({ against: z.coerce.number().int().min(1).optional() })
  app.get('/api/reports/:id/sections/:sid/versions/:version', described({ query: versionsQuery }), (request) => {
    const { id, sid, version } = section.extend({ version: z.coerce.number().int().min(1) }).parse(request.params)
    const { against } = versionsQuery.parse(request.query)
    return withActor(server, request, async (tx, actor) => {
      checkMayRead(engine, actor, [await getSection(tx, id, sid)])
      return readVersion(tx, sid, version, against)
    })
  })

  app.get('/api/reports/:id/sections/:sid/comments', (request) => {
    const { id, sid } = section.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      checkMayRead(engine, actor, [await getSection(tx, id, sid)])
      return listSectionComments(tx, sid)
    })
  })

  const commentsBody = z.object({
    text: z.string().max(4000).default(''),
    anchor: z.string().max(2000).optional(),
    suggestion: z.string().max(8000).optional(),
  })
  app.post('/api/reports/:id/sections/:sid/comments', described({ body: commentsBody }), async (request, reply) => {
    const { id, sid } = section.parse(request.params)
    const body = commentsBody.parse(request.body)
    const found = await withActor(server, request, async (tx, actor) => {
      const commented = await getSection(tx, id, sid)
      checkMayRead(engine, actor, [commented])
      await addSectionComment(tx, actor, commented, body)
      return listSectionComments(tx, sid)
    })
    return reply.status(201).send(found)
  })

  app.post('/api/reports/:id/sections/:sid/comments/:cid/resolve', (request) => {
    const { id, sid, cid } = section.extend({ cid: z.uuid() }).parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      const commented = await getSection(tx, id, sid)
      checkMayRead(engine, actor, [commented])
      await resolveSectionComment(engine, tx, actor, commented, cid)
      return listSectionComments(tx, sid)
    })
  })

  app.get('/api/reports/:id/preview.html', async (request, reply) => {
    const { id } = one.parse(request.params)
    const { print } = await withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      return draftOutputs(engine, tx, actor, id)
    })
    const page = (await print(['preview.html']))['preview.html']!
    return sendPage(reply, Buffer.from(page))
  })

  const groupQuery = z.object({ group: z.string().max(80).optional() })
  for (const kind of ['tables', 'charts'] as const)
    app.get(`/api/reports/:id/${kind}/:name`, described({ query: groupQuery }), (request) => {
      const { id, name } = one.extend({ name: z.string().max(80) }).parse(request.params)
      const { group } = groupQuery.parse(request.query)
      return withActor(server, request, async (tx, actor) => {
        await hearOwnChanges(engine, tx, actor)
        checkMayRead(engine, actor, await sectionsOf(tx, id))
        return resolveBlock(engine, tx, actor, id, kind, name, group)
      })
    })

  /** Figures that a module made for a report; none of other reports. */
  app.get('/api/reports/:id/supply', (request) => {
    const { id } = one.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      const { sections, around } = await openReport(engine, tx, id)
      checkMayRead(engine, actor, sections)
      return around.supply?.figures ?? {}
    })
  })

  const editionQuery = z.object({ edition: z.enum(['published']).optional() })
  app.get('/api/reports/:id/files/:name', described({ query: editionQuery }), async (request, reply) => {
    const { id, name } = one.extend({ name: downloads }).parse(request.params)
    const { edition } = editionQuery.parse(request.query)
    const found = await withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      checkMayRead(engine, actor, await sectionsOf(tx, id))
      const published = await latest(tx, id, name, edition === 'published')
      return published ?? draftOutputs(engine, tx, actor, id)
    })
    if (Buffer.isBuffer(found)) return sendFile(reply, name, found)
    const outputs = await found.print([name], { signal: untilClosed(reply) })
    return sendFile(reply, name, Buffer.from(outputs[name]!), 'draft-')
  })

  app.get('/api/reports/:id/publications/:pid/files/:name', async (request, reply) => {
    const { id, pid, name } = one.extend({ pid: z.uuid(), name: downloads }).parse(request.params)
    const bytes = await withActor(server, request, async (tx, actor) => {
      checkMayRead(engine, actor, await sectionsOf(tx, id))
      const file = (await listPublications(tx, id)).find((p) => p.id === pid)?.files.find((f) => f.name === name)
      if (!file)
        throw new Refusal('not-found', { zh: '没有找到这次发布的文件', en: 'This publication has no such file' })
      return readKept(engine, { ...file, name })
    })
    return sendFile(reply, name, bytes)
  })

  /** The published file while the report stands as published, or when it is asked for; null otherwise. */
  async function latest(tx: Tx, id: string, name: OutputName, asked: boolean): Promise<Buffer | null> {
    const { row } = await openReport(engine, tx, id)
    if (!asked && row.state !== 'published') return null
    const file = await publishedFile(tx, id, name)
    if (file) return readKept(engine, file)
    if (asked) throw new Refusal('not-found', { zh: '这份报告还没有发布', en: 'This report is not published yet' })
    return null
  }
}

/** Aborts when whoever asked goes away before the answer: closing the connection is how long work is cancelled. */
function untilClosed({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort()
  })
  return controller.signal
}

function sendFile(reply: FastifyReply, name: OutputName, bytes: Buffer, prefix = ''): FastifyReply {
  return reply
    .header('content-type', OUTPUT_TYPES[name])
    .header('content-disposition', `attachment; filename="${prefix}${name}"`)
    .send(bytes)
}
