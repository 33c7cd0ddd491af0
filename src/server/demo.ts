import { sql } from 'kysely'
import { v7 } from 'uuid'
import { demoAdvertisements } from '../../demo/ability.ts'
import { demoAccountList } from '../../demo/accounts.ts'
import { COLLEGE, STAGE } from '../../demo/college.ts'
import { createDemoContext } from '../../demo/context.ts'
import { enteredFigures } from '../../demo/entered-figures.ts'
import { demoAccountPeople, demoRows } from '../../demo/index.ts'
import type { Tx } from '../database/connection.ts'
import { asSystem } from '../engine/access/actor.ts'
import { hashPassword } from '../engine/access/password-hash.ts'
import { today } from '../engine/access/today.ts'
import { changeCollegeSettings } from '../engine/college-settings.ts'
import { createCollege, listColleges } from '../engine/colleges.ts'
import type { Engine } from '../engine/engine.ts'
import { append } from '../engine/history/append.ts'
import { getIndicator } from '../engine/indicators/figures.ts'
import { FIGURE, figureId, refreshFigures } from '../engine/indicators/refresh.ts'
import { createReport } from '../engine/reports/create-report.ts'
import { createMany } from '../engine/records/write-many.ts'
import { unitTree } from '../engine/units.ts'
import { firstState } from '../language/catalogue.ts'
import { keepMade } from '../modules/ability/index.ts'
import { openLedger } from '../modules/credit-bank/index.ts'
import { DEMO_PASSWORD } from './demo-accounts.ts'
import { loadClassroom } from './demo-classroom.ts'
import type { AnyRegister } from '../language/register.ts'

const CODE = 'demo'
/** Editions of the demo: the one being reported, and the one before. */
const CURRENT = '2023'
const PUBLISHED = '2022'
/** Reports of another edition than the year's. */
const EDITIONS: Readonly<Record<string, { readonly period: string; readonly publishOn: string }>> = {
  'double-high-self-evaluation': { period: STAGE, publishOn: '2022-05-31' },
}

/** Registers so that whatever is referred to comes first. */
export function inOrder(registers: ReadonlyMap<string, AnyRegister>): AnyRegister[] {
  const done = new Map<string, AnyRegister>()
  const visit = (register: AnyRegister, path: readonly string[]) => {
    if (done.has(register.name) || path.includes(register.name)) return
    for (const field of Object.values(register.fields))
      if (field.kind === 'reference') visit(registers.get(field.register)!, [...path, register.name])
    done.set(register.name, register)
  }
  for (const register of registers.values()) visit(register, [])
  return [...done.values()]
}

/** Makes the demo college: its records, its accounts, its figures. All or nothing. */
export async function loadDemo(engine: Engine, log: (line: string) => void): Promise<void> {
  log('首次启动：正在载入演示学院… / First start: loading the demo college …')
  const started = Date.now()
  const demo = createDemoContext()
  const collegeId = demo.id('colleges', CODE)
  // A load that was killed half-way left the college without records: it is loaded again.
  const known = (await listColleges(engine)).some((c) => c.id === collegeId)
  if (!known)
    await createCollege(
      engine,
      { id: collegeId, code: CODE, name: COLLEGE.zh, englishName: COLLEGE.en, demo: true },
      false,
    )
  const system = asSystem(collegeId, 'demo')
  const rows = demoRows()
  let count = 0
  await engine.database.inCollege(collegeId, async (tx) => {
    for (const register of inOrder(engine.catalogue.registers)) {
      const own = rows.get(register.name) ?? []
      if (own.length === 0) continue
      const state = register.counts?.[0] ?? firstState(register)
      await createMany(
        // The rows are whole: what must follow from one is among them.
        { ...engine, guards: [] },
        tx,
        system,
        register.name,
        own.map(({ $id, $state, ...values }) => ({ id: $id, values: valuesOf(values), state: $state ?? state })),
      )
      count += own.length
    }
    await openLedger(engine, tx)
    await keepMade(tx, demoAdvertisements(demo), today())
    await makeAccounts(tx, demo)
    await loadClassroom({ ...engine, guards: [] }, tx, demo)
    await tx.run(sql`DELETE FROM outbox WHERE college_id = ${collegeId}`)
    await enterFigures(engine, tx)
    await refreshFigures(engine, tx, [...engine.catalogue.indicators.values()], 'demo')
    await settle(engine, tx)
    // What reads the demo next would otherwise plan for empty tables, until PostgreSQL has looked at them all itself.
    await tx.run(sql`SELECT analyze_tables(NULL)`)
  })
  log(`已载入 ${count} 条记录，用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒 / loaded ${count} records`)
}

/**
 * Brings the demo to the morning before publication: figures approved, the year before published, the report
 * written and approved section by section. Values that were typed in still wait for their review. What a visitor changes from here on shows.
 */
async function settle(engine: Engine, tx: Tx): Promise<void> {
  const system = asSystem(tx.collegeId, 'demo')
  // A visitor walks the whole way with the one account of the quality office.
  await changeCollegeSettings(engine, tx, system, { separateApproval: false })
  const at = new Date().toISOString()
  const figures = await tx.run<{
    period: string
    code: string
    unit_id: string
    value: string | null
    status: string
  }>(sql`
    UPDATE figures SET status = CASE WHEN period = ${PUBLISHED} THEN 'published' ELSE 'approved' END, version = version + 1
    WHERE college_id = ${tx.collegeId} AND value IS NOT NULL AND NOT (period = ${CURRENT} AND status = 'entered') RETURNING period, code, unit_id, value, status`)
  await append(
    tx,
    system,
    at,
    figures.map((f) => ({
      subject: FIGURE,
      subjectId: figureId(f.period, f.code, f.unit_id),
      action: f.status === 'published' ? 'publish' : 'approve',
      after: { value: f.value, status: f.status },
    })),
  )
  await tx.run(sql`DELETE FROM outbox WHERE college_id = ${tx.collegeId}`)
  for (const { name, made } of engine.catalogue.reports.values()) {
    if (made) continue
    const edition = EDITIONS[name] ?? { period: CURRENT, publishOn: '2024-01-12' }
    const id = await createReport(engine, tx, system, { name, ...edition })
    await tx.run(
      sql`UPDATE report_sections SET state = 'approved' WHERE college_id = ${tx.collegeId} AND report_id = ${id}`,
    )
  }
}

/** What the offices typed in, by edition; written past the lock of the edition that is closed. */
async function enterFigures(engine: Engine, tx: Tx): Promise<void> {
  const at = new Date().toISOString()
  const unitId = (await unitTree(engine.database, tx)).root.id
  const typed = Object.entries(enteredFigures).flatMap(([period, values]) =>
    Object.entries(values).map(([code, value]) => ({ period, code, value, id: figureId(period, code, unitId) })),
  )
  for (const { period, code, value } of typed)
    await tx.run(sql`
      INSERT INTO figures (college_id, period, code, unit_id, value, status, definition_version, computed_at)
      VALUES (${tx.collegeId}, ${period}, ${code}, ${unitId}, ${value}, 'entered', ${getIndicator(engine, code).version}, ${at})`)
  await append(
    tx,
    asSystem(tx.collegeId, 'demo'),
    at,
    typed.map(({ id, value }) => ({
      subject: FIGURE,
      subjectId: id,
      action: 'enter',
      after: { value, status: 'entered' },
    })),
  )
}

/** The values alone: what begins with $ is about the row. */
const valuesOf = (row: object) => Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('$')))

async function makeAccounts(tx: Tx, demo: ReturnType<typeof createDemoContext>): Promise<void> {
  const at = new Date().toISOString()
  const hash = await hashPassword(DEMO_PASSWORD)
  for (const { name, label, role, unit } of demoAccountList) {
    const id = demo.id('accounts', name)
    const person = demoAccountPeople[name]
    await tx.run(sql`
      INSERT INTO accounts (college_id, id, name, password_hash, person_id, display_name, created_at, password_changed_at)
      VALUES (${tx.collegeId}, ${id}, ${name}, ${hash}, ${person ? demo.id('people', person) : null}, ${`${label.zh}（演示）`}, ${at}, ${at})`)
    await tx.run(sql`
      INSERT INTO assignments (college_id, id, account_id, role, unit_id) VALUES (${tx.collegeId}, ${v7()}, ${id}, ${role}, ${demo.id('units', unit)})`)
  }
}
