import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addCode, changeCode, undoCode } from '../../engine/codes/change-codes.ts'
import { codesSheet, importCodes } from '../../engine/codes/codes-sheet.ts'
import { codesHistory, listCodes, readCodes } from '../../engine/codes/list-codes.ts'
import { ownCodes } from '../../engine/codes/own-codes.ts'
import { readSheet } from '../../engine/sheets/read-sheet.ts'
import { sheetChunks } from '../../engine/sheets/write-sheet.ts'
import type { ServerContext } from '../context.ts'
import { receiveFile } from '../receive-file.ts'
import { sendSheet, sheetRefusals } from '../send-sheet.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

const MEGABYTE = 1048576
const list = z.object({ list: z.string().max(60) })
const one = list.extend({ value: z.string().max(60) })
const label = z.object({ zh: z.string().max(200), en: z.string().max(200) })
const text = z.string().max(200).nullable().optional()
const reason = z.string().max(2000)
const version = z.int().min(0)
const adding = z.object({ value: z.string().max(200), label, official: text, from: text, reason })
const changing = z.object({
  version,
  label: label.optional(),
  official: text,
  from: text,
  retiredFrom: text,
  reason,
})

/** What was said, without what was not: a null says something, an absent one nothing. */
const said = <T extends object>(body: T) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

/** Code lists: read by all, changed by whoever manages them, for their own college alone. */
export function codeRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine } = server

  const codesQuery = z.object({ q: z.string().max(100).optional() })
  app.get('/api/codes', described({ query: codesQuery }), (request) => {
    const { q } = codesQuery.parse(request.query)
    return withActor(server, request, (tx) => listCodes(engine, tx, q))
  })

  app.get('/api/codes/own', (request) => withActor(server, request, (tx) => ownCodes(tx)))

  app.get('/api/codes/:list', (request) => {
    const { list: name } = list.parse(request.params)
    return withActor(server, request, (tx, actor) => readCodes(engine, tx, actor, name))
  })

  app.get('/api/codes/:list/history', (request) => {
    const { list: name } = list.parse(request.params)
    return withActor(server, request, (tx) => codesHistory(engine, tx, name))
  })

  app.get('/api/codes/:list/export.xlsx', async (request, reply) => {
    const { list: name } = list.parse(request.params)
    const { codes, lang } = await withActor(server, request, async (tx, actor) => ({
      codes: await readCodes(engine, tx, actor, name),
      lang: actor.lang,
    }))
    return sendSheet(reply, codes.label[lang], 'xlsx', sheetChunks(codesSheet(codes, lang)))
  })

  app.post('/api/codes/:list/values', described({ body: adding }), async (request, reply) => {
    const { list: name } = list.parse(request.params)
    const body = adding.parse(request.body)
    const codes = await withActor(server, request, async (tx, actor) => {
      await addCode(
        engine,
        tx,
        actor,
        name,
        { ...body, official: body.official ?? null, from: body.from ?? null },
        body.reason,
      )
      return readCodes(engine, tx, actor, name)
    })
    return reply.status(201).send(codes)
  })

  app.patch('/api/codes/:list/values/:value', described({ body: changing }), (request) => {
    const where = one.parse(request.params)
    const { version, reason, ...change } = changing.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await changeCode(engine, tx, actor, { ...where, version }, said(change), reason)
      return readCodes(engine, tx, actor, where.list)
    })
  })

  const undoBody = z.object({ version, reason })
  app.post('/api/codes/:list/values/:value/undo', described({ body: undoBody }), (request) => {
    const where = one.parse(request.params)
    const body = undoBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await undoCode(engine, tx, actor, { ...where, version: body.version }, body.reason)
      return readCodes(engine, tx, actor, where.list)
    })
  })

  // With a reason in the form, before the file, it is done; without one it is a preview.
  app.post('/api/codes/:list/import', described({ upload: true }), async (request) => {
    const { list: name } = list.parse(request.params)
    // Nobody unknown may fill the memory.
    await withActor(server, request, async () => {})
    const { fileName, bytes, texts } = await receiveFile(request, MEGABYTE)
    const why = reason.parse(texts['reason'] ?? '')
    return sheetRefusals(async () => {
      const sheet = await readSheet(bytes, fileName)
      return withActor(server, request, (tx, actor) =>
        importCodes(engine, tx, actor, name, sheet, { reason: why, apply: why.trim() !== '' }),
      )
    })
  })
}
