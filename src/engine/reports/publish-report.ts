import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../database/connection.ts'
import type { ResolvedReport } from '../../language/document.ts'
import type { WireFigure } from '../../language/wire.ts'
import type { WirePublishing } from '../../language/wire-reports.ts'
import { type Actor, asSystem } from '../access/actor.ts'
import { today } from '../access/today.ts'
import type { Engine } from '../engine.ts'
import { append } from '../history/append.ts'
import { FIGURE, figureId } from '../indicators/refresh.ts'
import { hearChanges } from '../outbox.ts'
import { Refusal } from '../refusal.ts'
import { checkReportAction, moveReport, refuseBlocked } from './act-on-report.ts'
import type { OutputName, Outputs } from './compile.ts'
import { compileReport, refuseStopped } from './compile-report.ts'
import { findBlockers } from './find-blockers.ts'
import { hashReport } from './hash-report.ts'
import { keepOutputs, type KeptFile } from './publications.ts'
import { holdReport } from './report-rows.ts'
import { openReport, resolveOpened } from './resolve-report.ts'

export interface Published {
  readonly id: string
  readonly hash: string
  readonly at: string
  readonly files: readonly KeptFile[]
}

interface Prepared {
  readonly resolved: ResolvedReport
  readonly figures: ReadonlyMap<string, WireFigure>
  readonly hash: string
}

const OUTPUTS = [
  'report.docx',
  'report.pdf',
  'index.html',
  'staff.html',
  'figures.json',
  'report.json',
] as const satisfies readonly OutputName[]

/** How somebody follows a publication, and stops it until the last moment. */
export interface PublishWatch {
  readonly signal?: AbortSignal
  onProgress?(progress: WirePublishing): void
}

/**
 * Publishes a report: freezes its text and figures under one seal, prints and keeps all files, and marks the figures as
 * published. Printing takes seconds and happens between two transactions; when anything changed meanwhile, or somebody
 * stopped it, nothing is published.
 * @throws Refusal 403, 404, 409 with the blockers, or because something changed, or because it was stopped
 */
export async function publishReport(
  engine: Engine,
  actor: Actor,
  reportId: string,
  comment?: string,
  watch: PublishWatch = {},
): Promise<Published> {
  const { signal } = watch
  let done = 0
  const tell = (step: WirePublishing['step']) => watch.onProgress?.({ step, done: done++, of: OUTPUTS.length + 2 })
  tell('check')
  const at = new Date().toISOString()
  const inCollege = <T>(work: (tx: Tx) => Promise<T>) => engine.database.inCollege(actor.collegeId, work)
  const before = await inCollege((tx) => prepare(engine, tx, actor, reportId, at))
  tell('print')
  const outputs = await compileReport(
    before.resolved,
    { outputs: OUTPUTS, createdAt: at, seal: before.hash },
    { ...(signal ? { signal } : {}), onPrinted: () => tell(done <= OUTPUTS.length ? 'print' : 'keep') },
  )
  return inCollege(async (tx) => {
    const now = await prepare(engine, tx, actor, reportId, at)
    if (now.hash !== before.hash)
      throw new Refusal('stale', {
        zh: '生成期间报告或数据有变，尚未发布，请重新发布',
        en: 'The report or its records changed while it was printed. Nothing was published: publish again',
      })
    const published = await keep(engine, tx, actor, reportId, now, outputs, at, comment)
    refuseStopped(signal)
    return published
  })
}

/** What would be published now, with its seal: what everybody may read, seen as nobody in particular. */
async function prepare(engine: Engine, tx: Tx, actor: Actor, reportId: string, at: string): Promise<Prepared> {
  while (await hearChanges(engine, tx));
  const report = await holdReport(tx, reportId)
  checkPublish(engine, actor, report)
  const opened = await openReport(engine, tx, reportId)
  refuseBlocked(await findBlockers(engine, tx, actor, opened), report)
  const { resolved, figures, failures } = await resolveOpened(
    engine,
    tx,
    asSystem(tx.collegeId, 'publication'),
    opened,
    { asPublished: true, day: today(Date.parse(at)) },
  )
  if (failures.length > 0)
    throw new Refusal('conflict', {
      zh: `报告中有内容无法生成：${failures.join('；')}`,
      en: `Something in the report cannot be printed: ${failures.join('; ')}`,
    })
  return { resolved, figures, hash: hashReport(resolved) }
}

/** The command line publishes in one go; a person only what was reviewed and signed off. */
function checkPublish(engine: Engine, actor: Actor, report: Parameters<typeof checkReportAction>[2]): void {
  if (!actor.system || report.state === 'published') checkReportAction(engine, actor, report, 'publish')
}

async function keep(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  reportId: string,
  { resolved, figures, hash }: Prepared,
  outputs: Outputs,
  at: string,
  comment?: string,
): Promise<Published> {
  const report = await holdReport(tx, reportId)
  const files = await keepOutputs(engine, tx, actor, outputs)
  const id = v7()
  await tx.run(sql`
    INSERT INTO publications (college_id, id, report_id, hash, figures, files, published_by, published_by_name, published_at)
    VALUES (${tx.collegeId}, ${id}, ${reportId}, ${hash}, ${JSON.stringify(resolved.figures)}, ${JSON.stringify(files)}, ${actor.accountId}, ${actor.name}, ${at})`)
  await markPublished(
    tx,
    actor,
    at,
    [...figures.values()].filter((f) => f.status === 'approved'),
    report.id,
  )
  await moveReport(tx, actor, report, 'publish', comment, { publication: id, hash })
  return { id, hash, at, files }
}

async function markPublished(
  tx: Tx,
  actor: Actor,
  at: string,
  figures: readonly WireFigure[],
  reportId: string,
): Promise<void> {
  if (figures.length === 0) return
  const list = (pick: (f: WireFigure) => string) => figures.map(pick)
  await tx.run(sql`
    UPDATE figures SET status = 'published', version = version + 1
    FROM unnest(${list((f) => f.period)}::text[], ${list((f) => f.code)}::text[], ${list((f) => f.unitId)}::uuid[]) AS p(period, code, unit_id)
    WHERE figures.college_id = ${tx.collegeId} AND figures.period = p.period AND figures.code = p.code AND figures.unit_id = p.unit_id AND figures.status = 'approved'`)
  await append(
    tx,
    actor,
    at,
    figures.map((f) => ({
      subject: FIGURE,
      subjectId: figureId(f.period, f.code, f.unitId),
      action: 'publish',
      before: { status: 'approved' },
      after: { status: 'published', value: f.value, report: reportId },
    })),
  )
}
