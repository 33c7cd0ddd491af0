import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { fileHeaders } from '../../engine/files/file-headers.ts'
import { keepReceived, openFile, receiveFile } from '../../engine/files/store.ts'
import type { ModuleServer } from '../../engine/module-server.ts'
import { Refusal } from '../../engine/refusal.ts'
import { addEvidence, checkMaySend, evidenceFile, MOST_BYTES, ownsFile } from './inside/accounts/own-files.ts'
import type { AsLearner } from './own-door.ts'
import { MOST_FILES } from './wire.ts'

const named = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().max(300) })
const one = z.object({ id: z.uuid() })
const evidence = z.strictObject({ evidence: z.array(evidenceFile).min(1).max(MOST_FILES) })

/** Evidence by the learner's own door: files are kept by the hash of their content, and opened by whose they are. */
export function ownFileRoutes(
  app: FastifyInstance,
  { engine, uploads }: ModuleServer,
  path: string,
  asLearner: AsLearner,
): void {
  app.post(`${path}/files`, { config: { described: { upload: true } } }, async (request, reply) => {
    // Who is asking, and whether they may, is known before the first byte is read.
    await asLearner(request, checkMaySend)
    const part = request.isMultipart() ? await request.file() : undefined
    if (!part) throw new Refusal('bad-request', { zh: '没有收到文件', en: 'No file arrived' })
    const received = await receiveFile(
      engine,
      { name: part.filename, type: part.mimetype, content: part.file },
      { ...uploads, maxBytes: Math.min(uploads.maxBytes, MOST_BYTES) },
    )
    return reply.status(201).send(await asLearner(request, (tx, actor) => keepReceived(engine, tx, actor, received)))
  })

  app.get(`${path}/files/:sha256/:name`, async (request, reply) => {
    const { sha256, name } = named.parse(request.params)
    const file = await asLearner(request, async (tx, actor, learner) => {
      if (!(await ownsFile(engine, tx, actor, learner, sha256)))
        throw new Refusal('not-found', { zh: '没有找到这个文件', en: 'This file was not found' })
      return openFile(engine, tx, sha256)
    })
    return reply.headers(fileHeaders(file, name)).send(file.stream)
  })

  app.post(`${path}/outcomes/:id/evidence`, { config: { described: { body: evidence } } }, (request) => {
    const { id } = one.parse(request.params)
    const { evidence: files } = evidence.parse(request.body)
    return asLearner(request, async (tx, actor, learner) => {
      await addEvidence(engine, tx, actor, learner, id, files)
      return {}
    })
  })
}
