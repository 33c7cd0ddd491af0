import { buffer } from 'node:stream/consumers'
import { type Actor, may } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { mayOpenFile } from '../../../engine/files/may-open.ts'
import { openFile } from '../../../engine/files/store.ts'
import type { ModuleServer, Tx } from '../../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import { compileReport } from '../../../engine/reports/compile-report.ts'
import { checkMayRead, mayReadReports } from '../../../engine/reports/report-access.ts'
import { openReport, resolveOpened } from '../../../engine/reports/resolve-report.ts'
import type { AuditOptions } from '../audit-document.ts'
import type { WireAudited, WireSentFile } from '../wire.ts'
import { auditCatalogue } from './audit-catalogue.ts'
import { auditFile } from './audit-file.ts'
import type { AuditOrder } from './audit-worker.ts'
import { withMarks } from './marks.ts'
import { listNames } from './own-names.ts'

type WithActor = <T>(work: (tx: Tx, actor: Actor) => Promise<T>) => Promise<T>

/** Whoever writes, reviews, signs or judges reports may audit any. @throws Refusal 403 */
export function checkMayAudit(engine: Engine, actor: Actor): void {
  if (!mayReadReports(engine, actor) && !may(engine.catalogue, actor, 'reports.write'))
    throw notAllowed({ zh: '检查报告', en: 'audit reports' })
}

/** Audits a file that was sent before. The reading happens between two transactions: it takes seconds. @throws Refusal 403, 404, 422 */
export async function auditSentFile(
  { engine }: Pick<ModuleServer, 'engine'>,
  withActor: WithActor,
  sent: WireSentFile,
  against: WireSentFile | undefined,
): Promise<WireAudited> {
  const order = await withActor(async (tx, actor): Promise<AuditOrder> => {
    checkMayAudit(engine, actor)
    return {
      file: await bytesOf(engine, tx, actor, sent),
      ...(against ? { against: await bytesOf(engine, tx, actor, against) } : {}),
      options: await optionsOf(engine, tx),
    }
  })
  return marked(withActor, order)
}

/** Audits our own report as it would be printed now. @throws Refusal 403, 404 */
export async function auditReport(
  { engine }: Pick<ModuleServer, 'engine'>,
  withActor: WithActor,
  reportId: string,
): Promise<WireAudited> {
  const { resolved, options, name } = await withActor(async (tx, actor) => {
    const opened = await openReport(engine, tx, reportId)
    checkMayRead(engine, actor, opened.sections)
    const { resolved: report } = await resolveOpened(engine, tx, actor, opened, { asDraft: true })
    return { resolved: report, options: await optionsOf(engine, tx), name: `${report.report.title.zh}.html` }
  })
  const outputs = await compileReport(resolved, { outputs: ['preview.html'], createdAt: new Date().toISOString() })
  const bytes = outputs['preview.html']
  if (!bytes) throw new Error('The report was not printed')
  return marked(withActor, { file: { name, bytes: new Uint8Array(bytes) }, options })
}

async function marked(withActor: WithActor, order: AuditOrder): Promise<WireAudited> {
  const { document, findings } = await auditFile(order)
  return {
    name: document.name,
    blocks: document.blocks,
    unreadable: document.unreadable ?? [],
    findings: await withActor((tx) => withMarks(tx, findings)),
  }
}

async function bytesOf(engine: Engine, tx: Tx, actor: Actor, { sha256, fileName }: WireSentFile) {
  if (!(await mayOpenFile(engine, tx, actor, sha256)))
    throw new Refusal('not-found', {
      zh: '没有找到这个文件，请重新选择',
      en: 'This file was not found: choose it again',
    })
  const { stream } = await openFile(engine, tx, sha256)
  return { name: fileName, bytes: new Uint8Array(await buffer(stream)) }
}

async function optionsOf(engine: Engine, tx: Tx): Promise<Omit<AuditOptions, 'against'>> {
  return {
    synonyms: (await listNames(tx)).map(({ names }) => names),
    catalogue: auditCatalogue(engine.catalogue),
  }
}
