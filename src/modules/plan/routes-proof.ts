import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { writeAudit } from '../../engine/access/write-audit.ts'
import { notAllowed, Refusal } from '../../engine/refusal.ts'
import { hasRole } from '../../engine/access/actor.ts'
import type { ModuleServer } from '../../engine/module-server.ts'
import { planGaps } from './inside/proof/gaps.ts'
import {
  askPackage,
  dropPackage,
  getPackage,
  keepPackage,
  listPackages,
  packagePath,
  readyPackage,
} from './inside/proof/packages.ts'
import { OFFICE } from './inside/proof/proof-office.ts'
import { tellOwners } from './inside/proof/tell-owners.ts'
import { packageJob } from './jobs-proof.ts'
import { GAP_KINDS } from './wire-proof.ts'

const onePlan = z.object({ plan: z.string().max(80) })
const onePackage = z.object({ id: z.uuid() })
const asked = z.strictObject({ kinds: z.array(z.enum(GAP_KINDS)).max(GAP_KINDS.length).optional() })

/** What is proven, what is not, and the package for experts. */
export function proofRoutes(app: FastifyInstance, { engine, jobs, withActor }: ModuleServer): void {
  const path = '/api/plans/:plan'

  app.get(`${path}/gaps`, (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => planGaps(engine, tx, actor, plan))
  })

  app.post(`${path}/gaps/tell`, (request) => {
    const { plan } = onePlan.parse(request.params)
    const only = asked.parse(request.body)
    return withActor(request, (tx, actor) => tellOwners(engine, tx, actor, plan, only))
  })

  app.get(`${path}/packages`, (request) => {
    const { plan } = onePlan.parse(request.params)
    return withActor(request, (tx, actor) => listPackages(engine, tx, actor, plan))
  })

  app.post(`${path}/packages`, async (request, reply) => {
    const { plan } = onePlan.parse(request.params)
    const made = await withActor(request, async (tx, actor) => {
      const id = await askPackage(engine, tx, actor, plan)
      const run = await jobs.send(packageJob, tx, { package: id }, { by: actor })
      await keepPackage(engine, tx, id, { run })
      return { id }
    })
    return reply.status(201).send(made)
  })

  app.post('/api/plan-packages/:id/cancel', async (request, reply) => {
    const { id } = onePackage.parse(request.params)
    await withActor(request, async (tx, actor) => {
      if (!hasRole(actor, OFFICE)) throw notAllowed({ zh: '取消佐证包', en: 'cancel a package' })
      const { values, state } = await getPackage(engine, tx, actor, id)
      if (state !== 'waiting')
        throw new Refusal('conflict', { zh: '佐证包已经生成或取消', en: 'The package is made or cancelled already' })
      await keepPackage(engine, tx, id, {}, 'cancel')
      // A run that has just ended is none to cancel.
      if (typeof values['run'] === 'string')
        await jobs.cancel(tx, values['run']).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error
        })
    })
    await withActor(request, (tx) => dropPackage(engine, tx.collegeId, id))
    return reply.status(204).send()
  })

  app.get('/api/plan-packages/:id/file', async (request, reply) => {
    const { id } = onePackage.parse(request.params)
    const { name, file } = await withActor(request, async (tx, actor) => {
      const record = await readyPackage(engine, tx, actor, id)
      await writeAudit(tx, { kind: 'export', actor, subject: `evidence-packages/${id}` })
      return { name: String(record.values['name']), file: packagePath(engine, tx.collegeId, id) }
    })
    const found = await stat(file).catch(() => null)
    if (!found)
      throw new Refusal('not-found', {
        zh: '佐证包的文件已被清理，请重新生成',
        en: 'The file of this package was cleared away: have it made anew',
      })
    return reply
      .header('content-type', 'application/zip')
      .header('content-length', found.size)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.zip`)}`)
      .send(createReadStream(file))
  })
}
