import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { fileHeaders } from '../../engine/files/file-headers.ts'
import { mayOpenFile } from '../../engine/files/may-open.ts'
import { openFile, receiveFile, keepReceived } from '../../engine/files/store.ts'
import { Refusal } from '../../engine/refusal.ts'
import type { ServerContext } from '../context.ts'
import { described } from '../described.ts'
import { withActor } from '../session.ts'
import { uploadLimits } from '../settings.ts'

/** Files of evidence and fields: kept by the hash of their content, opened by those who may see what holds them. */
export function fileRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine, settings } = server

  app.post('/api/files', described({ upload: true }), async (request, reply) => {
    // Who is asking is known before the first byte is read.
    await withActor(server, request, async () => undefined)
    const part = request.isMultipart() ? await request.file() : undefined
    if (!part) throw new Refusal('bad-request', { zh: '没有收到文件', en: 'No file arrived' })
    const received = await receiveFile(
      engine,
      { name: part.filename, type: part.mimetype, content: part.file },
      uploadLimits(settings),
    )
    const kept = await withActor(server, request, (tx, actor) => keepReceived(engine, tx, actor, received))
    return reply.status(201).send(kept)
  })

  app.get('/api/files/:sha256/:name', async (request, reply) => {
    const { sha256, name } = z
      .object({ sha256: z.string().length(64), name: z.string().max(300) })
      .parse(request.params)
    const file = await withActor(server, request, async (tx, actor) => {
      if (!(await mayOpenFile(engine, tx, actor, sha256)))
        throw new Refusal('not-found', { zh: '没有找到这个文件', en: 'This file was not found' })
      return openFile(engine, tx, sha256)
    })
    return reply.headers(fileHeaders(file, name)).send(file.stream)
  })
}
