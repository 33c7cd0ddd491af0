import { buffer } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../../engine/access/actor.ts'
import type { Engine } from '../../engine/engine.ts'
import { mayOpenFile } from '../../engine/files/may-open.ts'
import { openFile } from '../../engine/files/store.ts'
import type { ModuleServer, Tx } from '../../engine/module-server.ts'
import type { Guard } from '../../engine/records/guards.ts'
import { Refusal } from '../../engine/refusal.ts'
import { compareFrameworks, exportCase } from './inside/export-case.ts'
import { importCase, previewCase } from './inside/import-case.ts'
import { makeVersion } from './inside/new-version.ts'
import { listFrameworks, showItem, showTree } from './inside/show-framework.ts'
import { treeGuard } from './inside/tree-guard.ts'
import { caseRoutes } from './routes-case.ts'

export const guards: readonly Guard[] = [treeGuard]

const one = z.object({ id: z.uuid() })
const two = z.object({ with: z.uuid() })
const sent = z.strictObject({
  sha256: z.string().length(64),
  fileName: z.string().min(1).max(200),
  version: z.string().trim().max(60).optional(),
})
const asked = z.strictObject({ version: z.string().trim().min(1).max(60) })

export function routes(app: FastifyInstance, server: ModuleServer): void {
  const { engine, withActor, addressOf } = server
  const path = '/api/frameworks'

  app.get(path, (request) => withActor(request, (tx, actor) => listFrameworks(engine, tx, actor)))

  app.get(`${path}/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => showTree(engine, tx, actor, id))
  })

  app.get(`${path}/items/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => showItem(engine, tx, actor, id))
  })

  app.get(`${path}/:id/comparison`, (request) => {
    const { id } = one.parse(request.params)
    const other = two.parse(request.query).with
    return withActor(request, (tx, actor) => compareFrameworks(engine, tx, actor, other, id))
  })

  app.post(`${path}/:id/versions`, (request) => {
    const { id } = one.parse(request.params)
    const { version } = asked.parse(request.body)
    return withActor(request, (tx, actor) => makeVersion(engine, tx, actor, id, version))
  })

  app.get(`${path}/:id/package.json`, async (request, reply) => {
    const { id } = one.parse(request.params)
    const { name, text } = await withActor(request, (tx, actor) =>
      exportCase(engine, tx, actor, id, `${addressOf(request)}/ims/case/v1p1`),
    )
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.json`)}`)
      .send(text)
  })

  /** The file is sent as any other; here it is named by its content. Nothing is written by a preview. */
  app.post(`${path}/imports/preview`, (request) => {
    const { sha256, version } = sent.parse(request.body)
    return withActor(request, async (tx, actor) =>
      previewCase(engine, tx, actor, await sentFile(engine, tx, actor, sha256), version || undefined),
    )
  })
  app.post(`${path}/imports/accept`, (request) => {
    const { sha256, version } = sent.parse(request.body)
    return withActor(request, async (tx, actor) =>
      importCase(engine, tx, actor, await sentFile(engine, tx, actor, sha256), version || undefined),
    )
  })

  caseRoutes(app, server)
}

async function sentFile(engine: Engine, tx: Tx, actor: Actor, sha256: string): Promise<Buffer> {
  if (!(await mayOpenFile(engine, tx, actor, sha256)))
    throw new Refusal('not-found', { zh: '没有找到这个文件，请重新上传', en: 'This file was not found: send it again' })
  return buffer((await openFile(engine, tx, sha256)).stream)
}
