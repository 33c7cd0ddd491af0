import { sql } from 'kysely'
import type { Tx } from '../src/database/connection.ts'
import { snake, tableOf } from '../src/database/plan.ts'
import type { Actor, Held } from '../src/engine/access/actor.ts'
import type { Engine } from '../src/engine/engine.ts'
import { exportCsv } from '../src/engine/exporting/export-rows.ts'
import { openExport } from '../src/engine/exporting/open-export.ts'
import { mayOpenFile } from '../src/engine/files/may-open.ts'
import { historyOf, readableHistory } from '../src/engine/history/read.ts'
import { templateFor } from '../src/engine/importing/template.ts'
import { rowsBehind } from '../src/engine/indicators/rows-behind.ts'
import { actOnMany } from '../src/engine/records/act-on-many.ts'
import { act } from '../src/engine/records/act.ts'
import { visibleCounts } from '../src/engine/records/counts.ts'
import { findRecord, listRecords } from '../src/engine/records/list.ts'
import { findOptions } from '../src/engine/records/options.ts'
import { present } from '../src/engine/records/present.ts'
import { referringRecords } from '../src/engine/records/referring.ts'
import { registerStatistics } from '../src/engine/records/statistics.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { searchEverything } from '../src/engine/search-everything.ts'
import { seeRecord } from '../src/engine/subjects.ts'
import { draftsOf } from '../src/engine/workbench.ts'
import { formulasOf, measuresOf } from '../src/language/catalogue.ts'
import type { AnyRegister } from '../src/language/register.ts'
import type { WireCondition } from '../src/language/wire.ts'

/** What the database holds of a record, read past everything that is being tried. */
interface Fact {
  readonly id: string
  readonly unit_id: string
  readonly owner_id: string | null
  readonly created_by: string | null
  readonly gone: boolean
  readonly title: string | null
  readonly hidden: Readonly<Record<string, unknown>>
  readonly files: Readonly<Record<string, readonly { sha256: string }[] | null>>
}

interface Unit {
  readonly id: string
  readonly parent: string | null
  readonly office: string | null
}

/** Who asks: one role at one unit, with a person and an account of their own. */
export interface Asker {
  readonly role: string
  readonly unit: string
  readonly personId: string | null
  readonly accountId: string
}

/** Everything that is needed to say, from the declarations alone, what an asker may see. */
export interface Matrix {
  readonly engine: Engine
  readonly collegeId: string
  readonly units: readonly Unit[]
  readonly facts: ReadonlyMap<string, readonly Fact[]>
  /** An indicator that counts a register's records, and a period of it. */
  readonly indicators: ReadonlyMap<string, string>
  readonly period: string
  /** Made some records of every register. */
  readonly maker: string
}

const MAKER = '00000000-0000-7000-9000-00000000aaaa'

/** Reads a college that is in use. Two records of every register are given to a maker, so that `own` reaches some. */
export async function readMatrix(engine: Engine, collegeId: string, period: string): Promise<Matrix> {
  const facts = new Map<string, Fact[]>()
  const units = await engine.database.inCollege(collegeId, async (tx) => {
    for (const register of engine.catalogue.registers.values()) {
      const table = sql.table(`records.${tableOf(register)}`)
      await tx.run(sql`UPDATE ${table} SET created_by = ${MAKER} WHERE college_id = ${tx.collegeId} AND id IN
        (SELECT id FROM ${table} WHERE college_id = ${tx.collegeId} ORDER BY id LIMIT 2)`)
      const pick = (kept: (name: string) => boolean) => {
        const names = Object.keys(register.fields).filter(kept)
        return names.length === 0
          ? sql`'{}'::jsonb`
          : sql`jsonb_build_object(${sql.join(names.flatMap((name) => [sql`${name}::text`, sql.ref(snake(name))]))})`
      }
      const rows = await tx.run<Fact>(sql`
        SELECT id, unit_id, owner_id, created_by, deleted_at IS NOT NULL AS gone, ${sql.ref(snake(register.title))}::text AS title,
          ${pick((name) => register.fields[name]!.readableBy !== undefined)} AS hidden,
          ${pick((name) => register.fields[name]!.kind === 'files')} AS files
        FROM ${table} WHERE college_id = ${tx.collegeId}`)
      facts.set(register.name, rows)
    }
    return tx.run<Unit>(
      sql`SELECT id, parent, office FROM records.units WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL`,
    )
  })
  const indicators = new Map<string, string>()
  for (const indicator of engine.catalogue.indicators.values())
    for (const formula of formulasOf(indicator))
      for (const measure of measuresOf(formula))
        if (!indicators.has(measure.register)) indicators.set(measure.register, indicator.code)
  return { engine, collegeId, units, facts, indicators, period, maker: MAKER }
}

const below = (units: readonly Unit[], id: string): string[] => [
  id,
  ...units.filter((unit) => unit.parent === id).flatMap((unit) => below(units, unit.id)),
]

const heldBy = ({ units }: Matrix, { role, unit }: Asker): Held => {
  const unitIds = below(units, unit)
  return {
    role,
    unitId: unit,
    unitIds,
    offices: units.filter((u) => unitIds.includes(u.id)).flatMap((u) => u.office ?? []),
    isRoot: units.find((u) => u.id === unit)?.parent === null,
  }
}

/** May the asker see this record, by the declaration? Not asked of the engine. */
function maySee(register: AnyRegister, held: Held, asker: Asker, fact: Fact): boolean {
  const scope = register.access[asker.role]?.read
  if (scope === undefined) return false
  if (scope === 'college') return true
  if (scope === 'own')
    return fact.created_by === asker.accountId || (asker.personId !== null && fact.owner_id === asker.personId)
  const hasDuty = register.owner !== undefined && held.offices.includes(register.owner)
  return held.isRoot || hasDuty || held.unitIds.includes(fact.unit_id)
}

const codeOf = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

/** Beyond this many rows a list says "more". */
const COUNTED = 10_000

export interface MatrixResult {
  /** Registers × askers that were tried. */
  readonly cells: number
  /** Questions that were asked and whose answers were compared. */
  readonly asked: number
  readonly leaks: readonly string[]
}

/** Compares, for one asker and some registers, everything that comes out with what the declarations say. */
export async function tryAsker(
  matrix: Matrix,
  asker: Asker,
  registers: readonly AnyRegister[],
  exportUpTo: number,
): Promise<MatrixResult> {
  const { engine, collegeId } = matrix
  const held = heldBy(matrix, asker)
  const actor: Actor = {
    collegeId,
    accountId: asker.accountId,
    personId: asker.personId,
    name: asker.role,
    lang: 'zh',
    held: [held],
  }
  const leaks: string[] = []
  let asked = 0
  const expects = (what: string, found: unknown, wanted: unknown) => {
    asked++
    const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)]
    if (a !== b)
      leaks.push(`${asker.role} at ${asker.unit}, ${what}: ${a?.slice(0, 300)} instead of ${b?.slice(0, 300)}`)
  }
  await engine.database
    .inCollege(collegeId, async (tx) => {
      for (const register of registers) await tryCell(tx, register)
      const counts = await visibleCounts(engine, tx, actor)
      for (const register of registers)
        expects(
          `count of ${register.name}`,
          counts[register.name]?.count,
          register.access[asker.role]?.read ? Math.min(COUNTED, seenOf(register).length) : undefined,
        )
      const seen = new Set(registers.flatMap((register) => seenOf(register).map((fact) => fact.id)))
      for (const { id, register } of await draftsOf(engine, tx, actor))
        if (registers.some((one) => one.name === register)) expects(`draft of ${register}`, seen.has(id), true)
      // What was tried is not kept: the refusals wrote nothing, and exports leave a line in the audit.
      throw UNDO
    })
    .catch((error: unknown) => {
      if (error !== UNDO) throw error
    })
  return { cells: registers.length, asked, leaks }

  function seenOf(register: AnyRegister): Fact[] {
    return (matrix.facts.get(register.name) ?? []).filter((fact) => !fact.gone && maySee(register, held, asker, fact))
  }

  async function tryCell(tx: Tx, register: AnyRegister): Promise<void> {
    const { name } = register
    const all = matrix.facts.get(name) ?? []
    const seen = seenOf(register)
    const ids = new Set(seen.map((fact) => fact.id))
    const out = all.find((fact) => !maySee(register, held, asker, fact))
    const list = (more: object = {}) => listRecords(engine, tx, actor, { register: name, ...more })
    if (!register.access[asker.role]?.read) {
      for (const [what, work] of [
        ['list', () => list()],
        ['statistics', () => registerStatistics(engine, tx, actor, { register: name })],
        ['options', () => findOptions(engine, tx, actor, name, {})],
        ['export', () => openExport(engine, tx, actor, { register: name }, 'csv')],
      ] as const)
        expects(`closed ${name} ${what}`, await codeOf(work), 'not-allowed')
    } else await tryOpen()
    if (out) {
      expects(`${name} outside: get`, await findRecord(tx, actor, register, out.id), null)
      for (const [what, work] of [
        ['its comments and evidence', () => seeRecord(engine, tx, actor, name, out.id)],
        ['what refers to it', () => referringRecords(engine, tx, actor, name, out.id)],
        [
          'update',
          () => act(engine, tx, actor, { register: name, id: out.id, action: 'update', version: 1, values: {} }),
        ],
        ['delete', () => act(engine, tx, actor, { register: name, id: out.id, action: 'delete', version: 1 })],
      ] as const)
        expects(`${name} outside: ${what}`, await codeOf(work), 'unknown-record')
    }

    async function tryOpen(): Promise<void> {
      const page = await list({ limit: 500 })
      expects(
        `${name}: rows outside`,
        page.rows.filter((row) => !ids.has(row.id)).map((row) => row.id),
        [],
      )
      expects(`${name}: how many`, page.total, Math.min(COUNTED, seen.length))
      const statistics = await registerStatistics(engine, tx, actor, { register: name })
      for (const declared of register.statistics ?? [])
        if (declared.sum === undefined) {
          const rows = statistics.find((one) => one.by === declared.by && one.label.zh.startsWith('按'))?.rows ?? []
          const sum = rows.reduce((total, row) => total + Number(row.value), 0)
          const isWhole = register.fields[declared.by]?.kind !== 'choices' && rows.length < 60
          expects(`${name}: statistics by ${declared.by} count more`, sum > seen.length && isWhole, false)
        }
      if (out) {
        const options = await findOptions(engine, tx, actor, name, { ids: [out.id, ...[...ids].slice(0, 3)] })
        expects(
          `${name}: options outside`,
          options.some((option) => option.id === out.id),
          false,
        )
        const word = out.title?.slice(0, 60)
        if (word) {
          const hits = await list({ q: word, limit: 50 })
          expects(
            `${name}: search outside`,
            hits.rows.some((row) => !ids.has(row.id)),
            false,
          )
          const everywhere = await searchEverything(engine, tx, actor, word)
          expects(
            `${name}: search of everything`,
            everywhere.filter((hit) => hit.register === name && !ids.has(hit.id)).map((hit) => hit.id),
            [],
          )
        }
      }
      await tryExport()
      await tryDrill()
      await tryFiles()
      await tryHidden()
    }

    async function tryExport(): Promise<void> {
      const may = engine.catalogue.roles.get(asker.role)?.permissions.includes('data.export') ?? false
      const opened = await codeOf(() => openExport(engine, tx, actor, { register: name }, 'csv'))
      expects(`${name}: export`, opened, may ? 'done' : 'not-allowed')
      if (opened !== 'done' || seen.length > exportUpTo) return
      const { csv, lines } = await exported()
      expects(`${name}: rows of the export`, lines, seen.length)
      for (const [field, values] of secrets())
        expects(
          `${name}.${field} in the export`,
          values.filter((value) => csv.includes(value)),
          [],
        )
    }

    /** The export, and how many rows it has: quoted cells may hold line breaks. */
    async function exported(): Promise<{ csv: string; lines: number }> {
      let csv = ''
      const wanted = await openExport(engine, tx, actor, { register: name }, 'csv')
      for await (const piece of exportCsv(engine, tx, actor, wanted)) csv += piece
      const lines =
        csv
          .replaceAll(/"(?:[^"]|"")*"/g, '')
          .split('\r\n')
          .filter((line) => line !== '').length - 1
      return { csv, lines }
    }

    /** A few values of each field that the asker's role may not read, long enough to be found again. */
    function secrets(): (readonly [field: string, values: readonly string[]])[] {
      return Object.entries(register.fields)
        .filter(([, field]) => field.readableBy && !field.readableBy.includes(asker.role))
        .map(([field]) => [
          field,
          [...new Set(seen.map((fact) => fact.hidden[field]).filter((v) => typeof v === 'string' && v.length > 5))]
            .slice(0, 5)
            .map(String),
        ])
    }

    async function tryDrill(): Promise<void> {
      const code = matrix.indicators.get(name)
      if (!code) return
      const figure = { code, period: matrix.period, part: 'value' } as const
      const drill = async () => {
        for (const part of await rowsBehind(engine, tx, actor, figure))
          if (part.register === name)
            expects(`${name} behind ${code}`, (part.page?.rows ?? []).filter((row) => !ids.has(row.id)).length, 0)
      }
      const code_ = await codeOf(drill)
      expects(`figures of ${name}`, ['done', 'not-allowed'].includes(code_), true)
    }

    async function tryFiles(): Promise<void> {
      for (const [field, declared] of Object.entries(register.fields)) {
        if (declared.kind !== 'files') continue
        const holders = new Map<string, boolean>()
        for (const fact of all)
          for (const { sha256 } of fact.files[field] ?? [])
            holders.set(sha256, (holders.get(sha256) ?? false) || ids.has(fact.id))
        const closed = [...holders].find(([, isSeen]) => !isSeen)?.[0]
        const heldElsewhere = (sha256: string) =>
          [...matrix.facts].some(([other, facts]) =>
            facts.some(
              (fact) =>
                other !== name &&
                Object.values(fact.files).some((files) => files?.some((file) => file.sha256 === sha256)),
            ),
          )
        if (closed && !heldElsewhere(closed))
          expects(`${name}.${field}: a file outside`, await mayOpenFile(engine, tx, actor, closed), false)
      }
    }

    async function tryHidden(): Promise<void> {
      for (const [field, values] of secrets()) {
        const where = (operator: WireCondition[1], value: unknown): WireCondition => [field, operator, value]
        const value = values[0] ?? 'x'
        for (const condition of [where('is', value), where('contains', value.slice(0, 4)), where('filled', null)])
          for (const [what, work] of [
            ['list', () => list({ where: [condition] })],
            ['statistics', () => registerStatistics(engine, tx, actor, { register: name, where: [condition] })],
            ['bulk', () => actOnMany(engine, tx, actor, { register: name, action: 'delete', where: [condition] })],
          ] as const) {
            const code = await codeOf(work)
            expects(`${what} of ${name} by ${field}`, ['bad-request', 'not-allowed'].includes(code), true)
          }
        for (const sort of [field, `-${field}`])
          expects(`${name} sorted by ${sort}`, await codeOf(() => list({ sort })), 'bad-request')
        const told: unknown[] = [await list({ limit: 100 }), await findOptions(engine, tx, actor, name, {})]
        for (const fact of seen.filter((one) => typeof one.hidden[field] === 'string').slice(0, 2)) {
          const found = await findRecord(tx, actor, register, fact.id)
          if (found) told.push(await present(engine, tx, actor, register, [found]))
          told.push(readableHistory(register, actor, await historyOf(tx, name, fact.id)))
        }
        told.push(await registerStatistics(engine, tx, actor, { register: name }))
        const template = await codeOf(async () => told.push(await templateFor(engine, tx, actor, name, 'zh')))
        expects(`template of ${name}`, ['done', 'not-allowed'].includes(template), true)
        const text = JSON.stringify(told)
        expects(
          `${name}.${field} told`,
          values.filter((one) => text.includes(one)),
          [],
        )
        for (const one of values.slice(0, 2)) {
          // A word of it may stand in another field as well; the value as a whole must lead nowhere.
          const hits = (await list({ q: one, limit: 20 })).rows.map((row) => row.id)
          const owners = seen.filter((fact) => fact.hidden[field] === one && !fact.title?.includes(one))
          expects(
            `${name}.${field} searched`,
            owners.some((fact) => hits.length < 20 && hits.includes(fact.id)),
            false,
          )
        }
      }
    }
  }
}

const UNDO = new Error('undone')

/** Whom to ask as: each role at the root, at two faculties with what is below them, and at an office. */
export function askersOf(matrix: Matrix): Asker[] {
  const { units, engine } = matrix
  const root = units.find((unit) => unit.parent === null)!
  const faculties = units.filter((unit) => unit.parent === root.id && unit.office === null)
  const offices = units.filter((unit) => unit.office !== null)
  const people = (matrix.facts.get('students') ?? []).map((fact) => fact.owner_id).filter((id) => id !== null)
  return [...engine.catalogue.roles.keys()].flatMap((role, i) =>
    [root, faculties[0]!, faculties[i % faculties.length]!, offices[i % offices.length]!]
      .filter((unit, at, all) => all.indexOf(unit) === at)
      .map((unit, at) => ({
        role,
        unit: unit.id,
        personId: people[(i * 7 + at * 3) % Math.max(1, people.length)] ?? null,
        accountId: at % 2 === 0 ? matrix.maker : '00000000-0000-7000-9000-00000000bbbb',
      })),
  )
}
