import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { getRegister } from '../../engine/engine.ts'
import { acceptImport, cancelImport } from '../../engine/importing/accept-import.ts'
import { previewImport } from '../../engine/importing/preview-import.ts'
import { problemsSheet } from '../../engine/importing/problems-sheet.ts'
import { getImport } from '../../engine/importing/stored-import.ts'
import { templateFor } from '../../engine/importing/template.ts'
import { defaultSheetLimits } from '../../engine/sheets/sheet-limits.ts'
import { sheetChunks } from '../../engine/sheets/write-sheet.ts'
import type { ServerContext } from '../context.ts'
import { receiveFile } from '../receive-file.ts'
import { hangUp } from '../hang-up.ts'
import { sendSheet, sheetRefusals } from '../send-sheet.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

const named = z.object({ register: z.string().max(60) })
const one = z.object({ id: z.string().max(60) })

/** From a spreadsheet to records: template, preview, accept or cancel, problems. */
export function importRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine, settings } = server
  const maxBytes = Math.min(settings.maxUploadMegabytes * 1048576, defaultSheetLimits.maxBytes)
  const limits = { maxBytes, ...(settings.virusScanCommand ? { scanCommand: settings.virusScanCommand } : {}) }

  app.get('/api/registers/:register/template.xlsx', async (request, reply) => {
    const { register } = named.parse(request.params)
    const { spec, name } = await withActor(server, request, async (tx, actor) => ({
      spec: await templateFor(engine, tx, actor, register, actor.lang),
      name: `${getRegister(engine, register).label[actor.lang]} ${actor.lang === 'zh' ? '导入模板' : 'template'}`,
    }))
    return sendSheet(reply, name, 'xlsx', sheetChunks(spec))
  })

  app.post('/api/registers/:register/imports', described({ upload: true }), async (request, reply) => {
    const { register } = named.parse(request.params)
    // Nobody unknown may fill the memory, and no transaction waits for a slow line.
    await withActor(server, request, async () => {})
    const signal = hangUp(reply)
    const file = await receiveFile(request, maxBytes)
    const preview = await sheetRefusals(() =>
      withActor(server, request, (tx, actor) =>
        previewImport(engine, tx, actor, register, file, { ...limits, signal }),
      ),
    )
    return reply.status(201).send(preview)
  })

  app.get('/api/imports/:id', (request) => {
    const { id } = one.parse(request.params)
    return withActor(server, request, async (tx, actor) => {
      const { preview, state } = await getImport(tx, actor, id)
      return { ...preview, state }
    })
  })

  const acceptBody = z.object({ comment: z.string().max(2000).optional() })
  app.post('/api/imports/:id/accept', described({ body: acceptBody }), (request, reply) => {
    const signal = hangUp(reply)
    const { id } = one.parse(request.params)
    const { comment } = acceptBody.parse(request.body ?? {})
    return sheetRefusals(() =>
      withActor(server, request, (tx, actor) => acceptImport(engine, tx, actor, id, comment, signal)),
    )
  })

  app.delete('/api/imports/:id', async (request, reply) => {
    const { id } = one.parse(request.params)
    await withActor(server, request, (tx, actor) => cancelImport(tx, actor, id))
    return reply.status(204).send()
  })

  app.get('/api/imports/:id/problems.xlsx', async (request, reply) => {
    const { id } = one.parse(request.params)
    const { spec, name } = await sheetRefusals(() =>
      withActor(server, request, async (tx, actor) => ({
        spec: await problemsSheet(engine, tx, actor, id),
        name: (await getImport(tx, actor, id)).fileName.replace(/\.\w+$/, ''),
      })),
    )
    return sendSheet(reply, `${name} 问题`, 'xlsx', sheetChunks(spec))
  })
}
