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
import type { AuditStage, WireAudited, WireSentFile } from '../wire.ts'
import { auditCatalogue } from './audit-catalogue.ts'
import { type Asking, auditFile } from './audit-file.ts'
import { forgetSent } from './forget-sent.ts'
import { withMarks } from './marks.ts'
import { listNames } from './own-names.ts'
import { findRecent, keepRecent, type RecentFile, type Result } from './recent-files.ts'
import { keepingStage, stageOf } from './stages.ts'

type WithActor = <T>(work: (tx: Tx, actor: Actor) => Promise<T>) => Promise<T>

/** Whoever writes, reviews, signs or judges reports may audit any. @throws Refusal 403 */
export function checkMayAudit(engine: Engine, actor: Actor): void {
  if (!mayReadReports(engine, actor) && !may(engine.catalogue, actor, 'reports.write'))
    throw notAllowed({ zh: '检查报告', en: 'audit reports' })
}

/** A file that was sent, with what was found in it. */
export interface AuditedFile {
  readonly audited: WireAudited
  readonly bytes: Uint8Array
}

/**
 * Audits a file that was sent before, by whoever sent it. It is then only in memory, for half an hour.
 * The reading happens between two transactions: it takes seconds.
 * @throws Refusal 403; 404 when it was never sent or is no longer here; 413, 422
 */
export async function auditSentFile(
  { engine }: Pick<ModuleServer, 'engine'>,
  withActor: WithActor,
  sent: WireSentFile,
  against: WireSentFile | undefined,
  { signal, wait }: Pick<Asking, 'signal'> & { readonly wait?: string | undefined },
): Promise<AuditedFile> {
  const taken: string[] = []
  const { owner, file, before, options } = await withActor(async (tx, actor) => {
    checkMayAudit(engine, actor)
    const take = (one: WireSentFile) => takeFile(engine, tx, actor, one, taken)
    return {
      owner: ownerOf(actor),
      file: await take(sent),
      before: against ? { against: { name: against.fileName, bytes: (await take(against)).bytes } } : {},
      options: await optionsOf(engine, tx),
    }
  })
  const key = JSON.stringify([sent.fileName, against, options.synonyms])
  const order = { file: { name: sent.fileName, bytes: file.bytes }, ...before, options }
  const audit = (): Promise<Result> =>
    keepingStage(owner, wait, (onStage) => auditFile(order, { ...(signal ? { signal } : {}), onStage }))
  const [result] = await Promise.all([file.results.get(key) ?? audit(), forgetSent(engine, withActor, taken)])
  file.results.set(key, result)
  return { audited: await marked(withActor, result), bytes: file.bytes }
}

/** How far the audit is that the actor waits for under a name. @throws Refusal 403 */
export function stageFor(engine: Engine, actor: Actor, wait: string): AuditStage | null {
  checkMayAudit(engine, actor)
  return stageOf(ownerOf(actor), wait)
}

/** Whether a file that the actor sent can still be read. */
export async function isHere(engine: Engine, tx: Tx, actor: Actor, { sha256 }: WireSentFile): Promise<boolean> {
  checkMayAudit(engine, actor)
  return findRecent(ownerOf(actor), sha256) !== undefined || (await mayOpenFile(engine, tx, actor, sha256))
}

/**
 * Audits our own report as it would be printed now: as the page that people look at, or as the Word file that comments
 * can be put into.
 * @throws Refusal 403, 404
 */
export async function auditReport(
  { engine }: Pick<ModuleServer, 'engine'>,
  withActor: WithActor,
  reportId: string,
  output: 'preview.html' | 'report.docx',
  asking: Asking,
): Promise<AuditedFile> {
  const { resolved, options, title } = await withActor(async (tx, actor) => {
    const opened = await openReport(engine, tx, reportId)
    checkMayRead(engine, actor, opened.sections)
    const { resolved: report } = await resolveOpened(engine, tx, actor, opened, { asDraft: true })
    return { resolved: report, options: await optionsOf(engine, tx), title: report.report.title.zh }
  })
  const outputs = await compileReport(
    resolved,
    { outputs: [output], createdAt: new Date().toISOString() },
    asking.signal ? { signal: asking.signal } : {},
  )
  const printed = outputs[output]
  if (!printed) throw new Error('The report was not printed')
  const bytes = new Uint8Array(printed)
  const name = `${title}${output.slice(output.lastIndexOf('.'))}`
  return { audited: await marked(withActor, await auditFile({ file: { name, bytes }, options }, asking)), bytes }
}

async function marked(withActor: WithActor, { document, findings }: Result): Promise<WireAudited> {
  return {
    name: document.name,
    blocks: document.blocks,
    unreadable: document.unreadable ?? [],
    hidden: document.hidden ?? [],
    findings: await withActor((tx) => withMarks(tx, findings)),
  }
}

const ownerOf = (actor: Actor): string => `${actor.collegeId}/${actor.accountId ?? ''}`

/** From memory, or from where uploads lie; the latter are named in `taken`. */
async function takeFile(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  { sha256 }: WireSentFile,
  taken: string[],
): Promise<RecentFile> {
  const known = findRecent(ownerOf(actor), sha256)
  if (known) return known
  if (!(await mayOpenFile(engine, tx, actor, sha256)))
    throw new Refusal('not-found', {
      zh: '没有找到这个文件，请重新选择',
      en: 'This file was not found: choose it again',
    })
  const { stream } = await openFile(engine, tx, sha256)
  const bytes = new Uint8Array(await buffer(stream))
  taken.push(sha256)
  return keepRecent(ownerOf(actor), sha256, bytes)
}

async function optionsOf(engine: Engine, tx: Tx): Promise<Omit<AuditOptions, 'against'>> {
  return {
    synonyms: (await listNames(tx)).map(({ names }) => names),
    catalogue: auditCatalogue(engine.catalogue),
  }
}
