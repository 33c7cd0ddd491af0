import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Tx } from '../../database/connection.ts'
import type { WireBlocker } from '../../language/wire-reports.ts'
import { asSystem } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { hearChanges } from '../outbox.ts'
import type { OutputName } from './compile.ts'
import { createReport } from './create-report.ts'
import { draftOutputs } from './draft-outputs.ts'
import { findBlockers } from './find-blockers.ts'
import { publishedFiles, readKept } from './publications.ts'
import { publishReport } from './publish-report.ts'
import { findReport } from './report-rows.ts'
import { openReport } from './resolve-report.ts'

export interface WriteRequest {
  readonly collegeId: string
  readonly name: string
  readonly period: string
  /** The folder that the files are written to; made when it is not there. */
  readonly out: string
  /** From the present state, even where there is a publication. */
  readonly draft?: boolean
  /** Publishes first, when nothing stands in the way. */
  readonly publish?: boolean
}

export interface Written {
  readonly reportId: string
  readonly from: 'publication' | 'draft'
  readonly publishedAt: string | null
  readonly files: readonly string[]
  /** What stands in the way of publishing the present state. */
  readonly blockers: readonly WireBlocker[]
}

const OUTPUTS = ['report.docx', 'report.pdf', 'index.html', 'figures.json'] as const satisfies readonly OutputName[]

/**
 * Writes a report's files to a folder without screen or server: as published, or as it stands now. A period that has no
 * report yet gets one from the template.
 * @throws Refusal 404, 409 with the blockers when it is to be published
 */
export async function writeReport(engine: Engine, request: WriteRequest): Promise<Written> {
  const actor = asSystem(request.collegeId, 'command line')
  const inCollege = <T>(work: (tx: Tx) => Promise<T>) => engine.database.inCollege(request.collegeId, work)
  const { reportId, state } = await inCollege(async (tx) => {
    while (await hearChanges(engine, tx));
    const found = await findReport(tx, request.name, request.period)
    return found
      ? { reportId: found.id, state: found.state }
      : {
          reportId: await createReport(engine, tx, actor, { name: request.name, period: request.period }),
          state: 'draft',
        }
  })
  if (request.publish && state !== 'published') await publishReport(engine, actor, reportId, 'command line')
  const { published, draft, blockers } = await inCollege(async (tx) => {
    const kept = request.draft ? [] : await publishedFiles(tx, reportId, OUTPUTS)
    const whole = kept.length === OUTPUTS.length ? kept : null
    return {
      published: whole,
      draft: whole ? null : await draftOutputs(engine, tx, actor, reportId),
      blockers: await findBlockers(engine, tx, actor, await openReport(engine, tx, reportId)),
    }
  })
  const folder = resolve(request.out)
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  const write = async (name: string, bytes: Uint8Array) => {
    files.push(join(folder, name))
    await writeFile(join(folder, name), bytes)
  }
  if (published) for (const file of published) await write(file.name, await readKept(engine, file))
  else {
    const outputs = await draft!.print(OUTPUTS)
    for (const name of OUTPUTS) await write(name, outputs[name]!)
  }
  return {
    reportId,
    from: published ? 'publication' : 'draft',
    publishedAt: published?.[0]?.at ?? null,
    files,
    blockers,
  }
}
