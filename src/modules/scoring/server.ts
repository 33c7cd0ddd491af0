import { open } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Grade } from '../../language/scoring.ts'
import { writeAudit } from '../../engine/access/write-audit.ts'
import { pathOf } from '../../engine/files/store.ts'
import type { ModuleServer } from '../../engine/module-server.ts'
import { reachesNothing, reachOf } from '../../engine/access/reach.ts'
import { getRegister } from '../../engine/engine.ts'
import type { Guard } from '../../engine/records/guards.ts'
import { unknownRecord } from '../../engine/refusal.ts'
import { assignedProof, assignmentGuard, declareTie, openAssignments } from './inside/assignments.ts'
import { bringValues } from './inside/bring-values.ts'
import { enterValues } from './inside/entries.ts'
import { presentScore } from './inside/present-score.ts'
import { showSheet } from './inside/present-sheet.ts'
import { readValues } from './inside/read-values.ts'
import { findSheet, makeSheet, openSheet } from './inside/sheets.ts'
import { STEPS, takeStep } from './inside/steps.ts'
import { itemValueShape } from './inside/values.ts'
import { whatIf } from './inside/what-if.ts'
import type { WireAssignedProof, WireMyScoring, WireScheme, WireWhatIf } from './wire.ts'

/** What a change of scoring's records has to fit. */
export const guards: readonly Guard[] = [assignmentGuard]

const one = z.object({ id: z.uuid() })
const declared = one.extend({ action: z.enum(['accept', 'decline']) })
const oneFile = one.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const key = z.string().min(1).max(120)

const newSheet = z.strictObject({
  scheme: key,
  version: z.int().min(1).optional(),
  round: z.enum(['person', 'unit', 'group', 'school', 'experts']),
  unit: z.uuid(),
  plan: z.uuid().optional(),
  period: z.string().max(12).optional(),
  scorer: z.uuid().optional(),
  weighting: key.optional(),
  name: z.string().min(1).max(200).optional(),
})
const entries = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        level: key,
        item: key,
        value: itemValueShape.nullable(),
        reason: z.string().max(2000).optional(),
        version: z.int().min(1).optional(),
      }),
    )
    .min(1)
    .max(2000),
})
const changes = z.strictObject({ changes: z.unknown() })
const step = z.strictObject({ version: z.int().min(1), reason: z.string().max(2000).optional() })

export function routes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  const path = '/api/scoring'

  /** The schemes that a new sheet may be made with, the latest version of each first. */
  app.get(`${path}/schemes`, (request) =>
    withActor(request, async () =>
      [...engine.catalogue.schemes.values()]
        .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : b.version - a.version))
        .map(({ name, version, label, source, weightings }): WireScheme => ({
          name,
          version,
          label,
          source,
          weightings: Object.entries(weightings).map(([name, weighting]) => ({ key: name, label: weighting.label })),
        })),
    ),
  )

  app.get(`${path}/mine`, (request) =>
    withActor(request, async (tx, actor): Promise<WireMyScoring> => {
      // Experts fill the sheets that were made for them.
      const held = actor.held.filter(({ role }) => role !== 'scoring-expert')
      const reach = (name: string, doing: 'read' | 'write') =>
        !reachesNothing(reachOf(getRegister(engine, name), { ...actor, held }, doing))
      return {
        canMake: reach('score-sheets', 'write'),
        canArrange: reach('expert-assignments', 'read'),
        grades: Object.fromEntries(
          [...engine.catalogue.schemes.values()].flatMap(({ grades }) =>
            Object.values<Grade>(grades).map(({ label }) => [label.zh, label]),
          ),
        ),
        assignments: await openAssignments(tx, actor),
      }
    }),
  )

  app.post(`${path}/assignments/:id/:action`, async (request, reply) => {
    const { id, action } = declared.parse(request.params)
    const { version, reason } = step.parse(request.body)
    await withActor(request, (tx, actor) =>
      declareTie(engine, tx, actor, id, { action, version, ...(reason ? { comment: reason } : {}) }),
    )
    return reply.status(204).send()
  })

  app.post(`${path}/sheets`, async (request, reply) => {
    const body = newSheet.parse(request.body)
    const sheet = await withActor(request, async (tx, actor) =>
      showSheet(engine, tx, actor, await makeSheet(engine, tx, actor, body)),
    )
    return reply.status(201).send(sheet)
  })

  app.get(`${path}/sheets/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => showSheet(engine, tx, actor, id))
  })

  app.post(`${path}/sheets/:id/entries`, (request) => {
    const { id } = one.parse(request.params)
    const body = entries.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await enterValues(engine, tx, actor, id, body.entries)
      return showSheet(engine, tx, actor, id)
    })
  })

  /** What an expert judges by: the evidence that was assigned with the sheet. */
  app.get(`${path}/sheets/:id/proof`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor): Promise<WireAssignedProof> => {
      const { files, references } = await assignedProof(engine, tx, actor, await findSheet(engine, tx, actor, id))
      return {
        files: files.map(({ task, taskName, what, path: place, size, sha256 }) => ({
          task,
          taskName,
          what,
          name: place.split('/').at(-1)!.replace(/^\d+-/, ''),
          size,
          sha256,
        })),
        references: references.map(({ task, taskName, what, kind, address }) => ({
          task,
          taskName,
          what,
          kind,
          address,
        })),
      }
    })
  })

  /** One of those files: the expert sees it here, and nowhere else. */
  app.get(`${path}/sheets/:id/proof/:sha256`, async (request, reply) => {
    const { id, sha256 } = oneFile.parse(request.params)
    const file = await withActor(request, async (tx, actor) => {
      const { files } = await assignedProof(engine, tx, actor, await findSheet(engine, tx, actor, id))
      const found = files.find((one) => one.sha256 === sha256)
      if (!found) throw unknownRecord()
      await writeAudit(tx, { kind: 'export', actor, subject: `expert-assignments/${id}/${sha256}` })
      return found
    })
    const content = await open(pathOf(engine.filesDir, sha256)).catch(() => null)
    if (!content) throw unknownRecord()
    return reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.path.split('/').at(-1)!)}`)
      .send(content.createReadStream())
  })

  /** Brings figures and what the plan knows of itself. */
  app.post(`${path}/sheets/:id/bring`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => {
      const brought = await bringValues(engine, tx, actor, id)
      return { brought, sheet: await showSheet(engine, tx, actor, id) }
    })
  })

  /** The score with other values; nothing is written. */
  app.post(`${path}/sheets/:id/what-if`, (request) => {
    const { id } = one.parse(request.params)
    const body = changes.parse(request.body)
    return withActor(request, async (tx, actor): Promise<WireWhatIf> => {
      const { scheme, values } = await openSheet(engine, tx, actor, id)
      const changed = readValues(scheme, body.changes)
      const found = whatIf(scheme, values, changed)
      return {
        ...found,
        before: presentScore(scheme, found.before, values.weighting),
        after: presentScore(scheme, found.after, changed.weighting ?? values.weighting),
      }
    })
  })

  for (const name of STEPS)
    app.post(`${path}/sheets/:id/${name}`, (request) => {
      const { id } = one.parse(request.params)
      const body = step.parse(request.body)
      return withActor(request, async (tx, actor) => {
        await takeStep(engine, tx, actor, id, { ...body, step: name })
        return showSheet(engine, tx, actor, id)
      })
    })
}
