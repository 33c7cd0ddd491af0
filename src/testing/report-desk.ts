import type { Tx } from '../database/connection.ts'
import { type Actor, asSystem } from '../engine/access/actor.ts'
import type { Engine } from '../engine/engine.ts'
import { actOnFigure } from '../engine/indicators/act-on-figure.ts'
import { listFigures } from '../engine/indicators/figures.ts'
import { hearChanges } from '../engine/outbox.ts'
import { act } from '../engine/records/act.ts'
import { Refusal } from '../engine/refusal.ts'
import { actOnReport, type PlainAction } from '../engine/reports/act-on-report.ts'
import { createReport } from '../engine/reports/create-report.ts'
import { readReport } from '../engine/reports/read-report.ts'
import { actOnSection, saveSection } from '../engine/reports/sections.ts'
import type { SectionAction, WireReport, WireReportSection } from '../language/wire-reports.ts'
import { makeTestCollege, type TestCollege } from './actors.ts'
import { testCatalogue } from './college.ts'
import { openTestDatabase } from './database.ts'

/** The made-up college with three tools, two loans and its report of 2023, and short ways to work on it. */
export interface ReportDesk {
  readonly engine: Engine
  readonly college: TestCollege
  readonly keeper: Actor
  readonly storesWriter: Actor
  id: string
  inCollege<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  read(): Promise<WireReport>
  sectionOf(key: string): Promise<WireReportSection>
  /** The blockers, counted: `section 3`. */
  kinds(): Promise<string[]>
  save(key: string, content: object, actor?: Actor): Promise<void>
  handOn(key: string, action: SectionAction, actor?: Actor, comment?: string): Promise<void>
  step(action: PlainAction, actor?: Actor, comment?: string): Promise<void>
  approveFigures(period: string, codes?: readonly string[]): Promise<void>
  addTool(number: string, name: string, kind: 'hand' | 'power', price: string, pieces: number): Promise<string>
  close(): Promise<void>
}

/** What was refused; fails when it was not. */
export async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof Refusal) return error
  throw error ?? new Error('It was not refused')
}

export async function openReportDesk(): Promise<ReportDesk> {
  const db = await openTestDatabase(testCatalogue())
  const { engine } = db
  const college = await makeTestCollege(engine, 'reports')
  const keeper = await college.actor(['keeper', college.root])
  // Approves what the keeper reviewed: one person may not do both.
  const second = await college.actor(['keeper', college.root])
  const desk: ReportDesk = {
    engine,
    college,
    keeper,
    storesWriter: await college.actor(['writer', college.stores]),
    id: '',
    inCollege: (work) => db.database.inCollege(college.id, work),
    read: () =>
      desk.inCollege(async (tx) => {
        await hearChanges(engine, tx)
        return readReport(engine, tx, keeper, desk.id)
      }),
    sectionOf: async (key) => (await desk.read()).sections.find((s) => s.key === key)!,
    kinds: async () =>
      [...Map.groupBy((await desk.read()).blockers, (b) => b.kind)].map(([kind, found]) => `${kind} ${found.length}`),
    async save(key, content, actor = keeper) {
      const { id, version } = await desk.sectionOf(key)
      await desk.inCollege((tx) => saveSection(engine, tx, actor, { reportId: desk.id, id }, { content, version }))
    },
    async handOn(key, action, actor = keeper, comment) {
      const { id, version } = await desk.sectionOf(key)
      const request = { action, version, ...(comment ? { comment } : {}) }
      await desk.inCollege((tx) => actOnSection(engine, tx, actor, { reportId: desk.id, id }, request))
    },
    step: (action, actor = keeper, comment) =>
      desk.inCollege((tx) => actOnReport(engine, tx, actor, desk.id, { action, ...(comment ? { comment } : {}) })),
    async approveFigures(period, codes) {
      await desk.inCollege(async (tx) => {
        while (await hearChanges(engine, tx));
        for (const [action, actor] of [
          ['review', keeper],
          ['approve', second],
        ] as const)
          for (const f of await listFigures(engine, tx, actor, { period, ...(codes ? { codes } : {}) }))
            if (f.can.includes(action))
              await actOnFigure(engine, tx, actor, { code: f.code, period, action, version: f.version })
      })
    },
    async addTool(number, name, kind, price, pieces) {
      const workshop = kind === 'hand' ? college.east : college.west
      const id = await college.add('tools', { number, name, kind, price, pieces, workshop, boughtOn: '2021-05-01' })
      const system = asSystem(college.id, 'test')
      for (const action of ['submit', 'approve'])
        await desk.inCollege((tx) => act(engine, tx, system, { register: 'tools', id, action }))
      return id
    },
    close: () => db.close(),
  }
  const hammer = await desk.addTool('T1', '锤子', 'hand', '12.50', 4)
  await desk.addTool('T2', '钻头 <大>', 'power', '300.00', 1)
  const saw = await desk.addTool('T3', '锯', 'power', '99.99', 2)
  await college.add('loans', { number: 'L1', tool: saw, lentOn: '2023-03-01' })
  await college.add('loans', { number: 'L2', tool: hammer, lentOn: '2023-04-01' })
  desk.id = await desk.inCollege((tx) =>
    createReport(engine, tx, keeper, { name: 'tools-report', period: '2023', publishOn: '2024-01-31' }),
  )
  return desk
}
