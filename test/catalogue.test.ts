import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import type { Tx } from '../src/database/connection.ts'
import { snake } from '../src/database/plan.ts'
import { type Actor, asSystem } from '../src/engine/access/actor.ts'
import { exportCsv, exportXlsx } from '../src/engine/exporting/export-rows.ts'
import { openExport } from '../src/engine/exporting/open-export.ts'
import { historyOf } from '../src/engine/history/read.ts'
import { acceptImport } from '../src/engine/importing/accept-import.ts'
import { previewImport } from '../src/engine/importing/preview-import.ts'
import { templateFor } from '../src/engine/importing/template.ts'
import { type Act, act } from '../src/engine/records/act.ts'
import { listRecords, type ListRequest } from '../src/engine/records/list.ts'
import { findOptions } from '../src/engine/records/options.ts'
import { registerStatistics } from '../src/engine/records/statistics.ts'
import { type Values } from '../src/engine/records/stored.ts'
import { validate } from '../src/engine/records/validate.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { searchEverything } from '../src/engine/search-everything.ts'
import { isEmpty } from '../src/fields/rule.ts'
import { ruleOf } from '../src/fields/rules.ts'
import { sqlOf } from '../src/fields/sqls.ts'
import { assembleCatalogue, firstState, formulasOf, measuresOf, statesOf } from '../src/language/catalogue.ts'
import type { Field } from '../src/language/fields.ts'
import type { AnyRegister, Scope } from '../src/language/register.ts'
import type { WireCondition, WireRecord } from '../src/language/wire.ts'
import { inOrder } from '../src/server/demo.ts'
import { openApiDocument } from '../src/server/routes/openapi.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'

const catalogue = assembleCatalogue(declarations)
const registers = inOrder(catalogue.registers)

let db: TestDatabase
let college: TestCollege
let system: Actor
/** What references lead to. */
const targets = new Map<string, string>()
/** Second records, of registers that two required fields of one record refer to: those may have to differ. */
const others = new Map<string, string>()
/** A complete record of each register, and one that has only what must be filled. */
const full = new Map<string, Values>()
const bare = new Map<string, Values>()

beforeAll(async () => {
  db = await openTestDatabase(catalogue)
  college = await makeTestCollege(db.engine, 'contract')
  system = asSystem(college.id, 'contract')
  targets.set('units', college.east)
  await inCollege(async (tx) => {
    const [period] = await tx.run<{ id: string }>(
      sql`SELECT id FROM records.periods WHERE college_id = ${tx.collegeId} AND code = '2023'`,
    )
    targets.set('periods', period!.id)
    for (const register of registers) {
      for (const target of referredTwice(register)) await makeAnother(tx, catalogue.registers.get(target)!)
      const [some, all] = examplesOf(register)
      bare.set(register.name, some)
      full.set(register.name, all)
      if (targets.has(register.name)) continue
      targets.set(register.name, (await run(tx, system, { register: register.name, action: 'create', values: all })).id)
    }
  })
})
afterAll(() => db.close())

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
const run = (tx: Tx, actor: Actor, request: Act) => act(db.engine, tx, actor, request)
const list = (tx: Tx, actor: Actor, request: ListRequest) => listRecords(db.engine, tx, actor, request)

type Outcome<T> = { done: T } | { refused: Refusal }

/** Does something and takes it back, also when it failed inside the database. */
async function tried<T>(tx: Tx, work: () => Promise<T>): Promise<Outcome<T>> {
  await tx.run(sql`SAVEPOINT tried`)
  const outcome = await outcomeOf(work)
  await tx.run(sql`ROLLBACK TO SAVEPOINT tried`)
  return outcome
}

async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error }
    throw error
  }
}
const codeOf = (outcome: Outcome<unknown>) => ('refused' in outcome ? outcome.refused.code : 'done')

/** The same numbers for the same register on every run. */
function numbersFrom(text: string): () => number {
  let state = [...text].reduce((hash, c) => (Math.imul(hash, 31) + c.charCodeAt(0)) >>> 0, 7)
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 8
}

/** Registers that several required fields of a register refer to. */
function referredTwice(register: AnyRegister): string[] {
  const named = Object.values(register.fields).flatMap((field) =>
    field.kind === 'reference' && field.required ? [field.register] : [],
  )
  return [...new Set(named.filter((name, i) => named.indexOf(name) !== i))]
}

async function makeAnother(tx: Tx, register: AnyRegister): Promise<void> {
  const values = full.get(register.name)
  if (!values || others.has(register.name) || !isFree(register)) return
  const made = another(register, values, 'other')
  others.set(register.name, (await run(tx, system, { register: register.name, action: 'create', values: made })).id)
}

function exampleOf(field: Field, seed: number): unknown {
  if (field.kind === 'reference')
    return (seed % 2 === 1 ? others.get(field.register) : undefined) ?? targets.get(field.register) ?? null
  if (field.kind === 'period') return '2023'
  // Small numbers too: parts that must add up to a whole rarely do so by chance among large ones.
  const small = String(Math.floor(seed / 4) % 3)
  if (seed % 4 > 0 && (field.kind === 'integer' || field.kind === 'decimal' || field.kind === 'money')) {
    const reading = ruleOf(field).check(field.kind === 'integer' ? Number(small) : small, field)
    if (!reading.problem) return reading.value
  }
  return ruleOf(field).example(field, seed)
}

/** Values from the fields' own examples that the register's check accepts: only what it asks for, and all it allows. */
function examplesOf(register: AnyRegister): readonly [bare: Values, full: Values] {
  const next = numbersFrom(register.name)
  const fields = Object.entries(register.fields).filter(([, field]) => !field.derived)
  const draw = (includes: (field: Field) => boolean): Values =>
    Object.fromEntries(
      fields.filter(([, field]) => includes(field)).map(([name, field]) => [name, exampleOf(field, next())]),
    )
  let some: Values | undefined
  let first: Values | undefined
  for (let attempt = 0; attempt < 4000 && !some; attempt++) {
    const values = draw((f) => f.required === true || (attempt > 1000 && next() % 2 === 0))
    first ??= values
    if (validate(register, values, null).problems.length === 0) some = values
  }
  if (!some)
    throw new Error(
      `No example of "${register.name}" satisfies its check: ${JSON.stringify(validate(register, first!, null).problems)}`,
    )
  let all = some
  for (const [name, field] of fields)
    for (let attempt = 0; attempt < 60 && isEmpty(all[name]); attempt++) {
      const more = { ...all, [name]: exampleOf(field, next()) }
      if (validate(register, more, null).problems.length === 0) all = more
    }
  return [some, all]
}

/** Other values of the same shape, which no key of the register is taken by. */
function another(register: AnyRegister, values: Values, salt: string): Values {
  const next = numbersFrom(`${register.name} ${salt}`)
  const keys = new Set([...(register.unique ?? []), register.importKey ?? []].flat())
  let other = values
  for (const name of keys) {
    const field = register.fields[name]!
    if (field.derived || field.kind === 'reference' || field.kind === 'period') continue
    for (let attempt = 0; attempt < 200 && other[name] === values[name]; attempt++) {
      const changed = { ...other, [name]: exampleOf(field, next()) }
      if (validate(register, changed, null).problems.length === 0) other = changed
    }
  }
  return other
}

/** One field that may be changed without touching a key, and its new value. */
function changeOf(register: AnyRegister, values: Values): Values {
  const next = numbersFrom(`${register.name} change`)
  const fixed = new Set([
    ...(register.unique ?? []).flat(),
    ...(register.importKey ?? []),
    register.unit,
    register.person,
  ])
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.derived || fixed.has(name) || field.kind === 'reference' || field.kind === 'period') continue
    for (let attempt = 0; attempt < 60; attempt++) {
      const changed = { [name]: exampleOf(field, next()) }
      if (JSON.stringify(changed[name]) === JSON.stringify(values[name])) continue
      if (validate(register, changed, values).problems.length === 0) return changed
    }
  }
  throw new Error(`Nothing of "${register.name}" can be changed`)
}

const isFree = (register: AnyRegister) =>
  (register.unique ?? []).every((key) =>
    key.some((name) => !['reference', 'period'].includes(register.fields[name]!.kind)),
  )

/** A new record beside the ones that are there; null where the keys leave no room for one. */
async function fresh(tx: Tx, register: AnyRegister, actor: Actor, salt: string, from = full): Promise<WireRecord> {
  const values = isFree(register) ? another(register, from.get(register.name)!, salt) : from.get(register.name)!
  if (!isFree(register)) await takeAway(tx, register)
  return run(tx, actor, { register: register.name, action: 'create', values })
}

async function takeAway(tx: Tx, register: AnyRegister): Promise<void> {
  for (const { id } of (await list(tx, system, { register: register.name, limit: 500 })).rows)
    await run(tx, system, { register: register.name, id, action: 'delete', comment: 'contract' })
}

const ORDERED = new Set(['integer', 'decimal', 'money', 'date', 'month'])
const found = async (tx: Tx, request: ListRequest, id: string) =>
  (await list(tx, system, { limit: 500, ...request })).rows.some((row) => row.id === id)

async function collect(chunks: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(Buffer.from(chunk))
  return Buffer.concat(parts)
}

/** Rolls back what a test did, so that the next one finds the same records. */
const scratch = async (work: (tx: Tx) => Promise<void>): Promise<void> => {
  const undo = new Error('undone')
  await inCollege(async (tx) => {
    await work(tx)
    throw undo
  }).catch((error: unknown) => {
    if (error !== undo) throw error
  })
}

describe.each(registers.map((register) => [register.name, register] as const))('register %s', (name, register) => {
  const isChanged = async (tx: Tx, made: WireRecord) => {
    const change = changeOf(register, made.values)
    const update = { register: name, id: made.id, action: 'update', version: 1, values: change }
    const changed = await run(tx, system, { ...update, comment: 'contract' })
    expect(changed.version).toBe(2)
    for (const [field, value] of Object.entries(change)) expect([field, changed.values[field]]).toEqual([field, value])
    expect(codeOf(await tried(tx, () => run(tx, system, update)))).toBe('stale')
    return changed
  }
  const staysAsItHappened = async (tx: Tx, made: WireRecord) => {
    const values = changeOf(register, made.values)
    const update = { register: name, id: made.id, action: 'update', version: 1, values, comment: 'contract' }
    expect(codeOf(await tried(tx, () => run(tx, system, update)))).toBe('not-allowed')
    return made
  }

  it('keeps a record, finds it by every field, changes it and takes it out of use', () =>
    scratch(async (tx) => {
      const made = await fresh(tx, register, system, 'kept')
      const input = another(register, full.get(name)!, 'kept')
      expect(made).toMatchObject({ state: firstState(register), version: 1, deletedAt: null })
      for (const [field, value] of Object.entries(isFree(register) ? input : full.get(name)!))
        if (!register.fields[field]!.derived) expect([field, made.values[field]]).toEqual([field, value ?? null])

      const wheres: WireCondition[] = []
      for (const [field, declared] of Object.entries(register.fields)) {
        const value = made.values[field]
        if (isEmpty(value)) {
          wheres.push([field, 'empty', null])
          continue
        }
        wheres.push([field, 'filled', null])
        if (declared.kind === 'files') continue
        wheres.push([field, 'is', value], [field, 'in', declared.kind === 'choices' ? value : [value]])
        if (ORDERED.has(declared.kind)) wheres.push([field, 'atLeast', value], [field, 'atMost', value])
        if (declared.kind === 'text' || declared.kind === 'long-text')
          wheres.push([field, 'contains', String(value).slice(0, 3)])
        if (declared.kind !== 'choices')
          expect(await found(tx, { register: name, where: [[field, 'not', value]] }, made.id), `not ${field}`).toBe(
            false,
          )
        expect(await found(tx, { register: name, where: [[field, 'empty', null]] }, made.id), `empty ${field}`).toBe(
          false,
        )
      }
      // One list tries a filter and an order: there are as many of one as of the other, and each list takes its time.
      const sorts: string[] = []
      for (const [field, declared] of Object.entries(register.fields))
        for (const sort of [field, `-${field}`])
          if (sqlOf(declared).sortable) sorts.push(sort)
          else
            expect([sort, codeOf(await outcomeOf(() => list(tx, system, { register: name, sort })))]).toEqual([
              sort,
              'bad-request',
            ])
      for (let each = 0; each < Math.max(wheres.length, sorts.length); each++) {
        const request = { where: wheres.slice(each, each + 1), ...(sorts[each] ? { sort: sorts[each] } : {}) }
        expect([request, await found(tx, { register: name, ...request }, made.id)]).toEqual([request, true])
      }

      const texts = Object.entries(register.fields).filter(
        ([field, f]) => f.kind === 'text' && !f.readableBy && made.values[field],
      )
      for (const [field] of texts)
        expect(await found(tx, { register: name, q: String(made.values[field]) }, made.id), `search ${field}`).toBe(
          true,
        )
      // The search over everything looks into the same words.
      if (texts[0]) {
        const hits = await searchEverything(db.engine, tx, system, String(made.values[texts[0][0]]))
        expect(hits.map((hit) => hit.register)).toContain(name)
      }
      const title = String(made.values[register.title])
      const options = await findOptions(db.engine, tx, system, name, { ids: [made.id] })
      expect(options).toEqual([{ id: made.id, title: expect.any(String), hint: expect.any(String) }])
      expect(await findOptions(db.engine, tx, system, name, { q: title })).toContainEqual(options[0])

      for (const statistic of await registerStatistics(db.engine, tx, system, { register: name }))
        for (const row of statistic.rows) {
          const { total } = await list(tx, system, { register: name, where: row.where })
          expect(total, `${statistic.label.zh} ${row.label.zh}`).toBeGreaterThan(0)
          const isCount = (register.statistics ?? []).every((s) => s.by !== statistic.by || s.sum === undefined)
          if (isCount) expect(String(total), `${statistic.label.zh} ${row.label.zh}`).toBe(row.value)
        }

      const changed = register.eventsAt ? await staysAsItHappened(tx, made) : await isChanged(tx, made)
      for (const key of register.unique ?? []) {
        if (key.some((field) => isEmpty(changed.values[field]))) continue
        const own = Object.keys(register.fields).filter((field) => !register.fields[field]!.derived)
        const twice = await tried(tx, () =>
          run(tx, system, {
            register: name,
            action: 'create',
            values: Object.fromEntries(own.map((field) => [field, changed.values[field]])),
          }),
        )
        expect(codeOf(twice)).toBe('invalid')
        const fields = 'refused' in twice ? twice.refused.details.problems?.map((p) => p.field) : []
        expect((register.unique ?? []).flat(), `taken key ${key.join()}`).toEqual(expect.arrayContaining(fields ?? []))
      }

      const { version } = changed
      await run(tx, system, { register: name, id: made.id, action: 'delete', version, comment: 'contract' })
      expect(await found(tx, { register: name }, made.id)).toBe(false)
      expect(await found(tx, { register: name, deleted: true }, made.id)).toBe(true)
      const back = await run(tx, system, { register: name, id: made.id, action: 'restore', version: version + 1 })
      expect(back.values).toEqual(changed.values)
      expect((await historyOf(tx, name, made.id)).map((h) => h.action)).toEqual([
        'restore',
        'delete',
        ...(register.eventsAt ? [] : ['update']),
        'create',
      ])
    }))

  it('refuses a record that lacks what is required, whatever else it lacks', () => {
    const whole = full.get(name)!
    const required = Object.entries(register.fields).filter(([, field]) => field.required && !field.derived)
    const problemsOf = (values: Readonly<Record<string, unknown>>) =>
      validate(register, values, null).problems.map((problem) => problem.field)
    for (const [lacking] of required) expect(problemsOf({ ...whole, [lacking]: null })).toContain(lacking)
    // What nobody names gets its default.
    const bareOnes = required.filter(([, field]) => !('default' in field)).map(([lacking]) => lacking)
    expect(problemsOf({})).toEqual(expect.arrayContaining(bareOnes))
  })

  it('lets each role do exactly what it declares, in every state', () =>
    scratch(async (tx) => {
      const maker = { ...system, accountId: '00000000-0000-7000-9000-0000000000aa' }
      const made = await fresh(tx, register, maker, 'roles', bare)
      // A unit outside the record's, and without the duty of the register.
      const elsewhere = made.unitId === college.west ? college.eastRoom : college.west
      const reaches = (scope: Scope | undefined, isThere: boolean, isMaker: boolean) =>
        scope === 'college' || (scope === 'unit' && isThere) || (scope === 'own' && isMaker)
      const everyAction = [...new Set(Object.values(register.lifecycle ?? {}).flatMap((ways) => Object.keys(ways)))]
      let record = made
      const wrong: string[] = []
      const check = async (
        actor: Actor,
        role: string,
        isThere: boolean,
        isMaker: boolean,
        actions: readonly string[],
      ) => {
        const access = register.access[role]
        const canRead = reaches(access?.read, isThere, isMaker)
        const canWrite = reaches(access?.write, isThere, isMaker)
        const canDelete = reaches(access?.delete ?? access?.write, isThere, isMaker)
        const ways = register.lifecycle?.[record.state] ?? {}
        const around = [
          ...Object.values(ways).flatMap((way) => way.by),
          ...Object.values(register.lifecycle ?? {}).flatMap((from) =>
            Object.values(from).flatMap((way) => (way.to === record.state ? way.by : [])),
          ),
        ]
        const mayMend = canWrite && (record.state === firstState(register) || around.includes(role))
        const mayChange = mayMend && !register.eventsAt
        for (const action of actions) {
          const expected =
            action === 'update'
              ? mayChange
              : action === 'delete'
                ? canDelete && (mayMend || register.eventsAt !== undefined)
                : action === 'restore'
                  ? false
                  : (ways[action]?.by.includes(role) ?? false) && canWrite
          const values = action === 'update' ? { values: {} } : {}
          const outcome = await outcomeOf(() =>
            run(tx, actor, {
              register: name,
              id: record.id,
              action,
              version: record.version,
              comment: 'contract',
              ...values,
            }),
          )
          // A refusal must have written nothing, so there is nothing to take back: the history is counted at the end.
          if ('done' in outcome) await tx.run(sql`ROLLBACK TO SAVEPOINT each`)
          const wanted = !canRead ? ['unknown-record'] : expected ? ['done'] : ['not-allowed']
          if (!wanted.includes(codeOf(outcome)))
            wrong.push(
              `${record.state}: ${role} ${isThere ? 'there' : 'elsewhere'}${isMaker ? ' maker' : ''} ${action}: ${codeOf(outcome)}, expected ${wanted.join()}`,
            )
          if ('done' in outcome && action in ways && outcome.done.state !== ways[action]!.to)
            wrong.push(`${action} leads to ${outcome.done.state}`)
        }
      }
      for (const state of statesOf(register)) {
        await tx.run(
          sql`UPDATE ${sql.table(`records.${snake(name)}`)} SET state = ${state} WHERE college_id = ${tx.collegeId} AND id = ${made.id}`,
        )
        await tx.run(sql`SAVEPOINT each`)
        record = { ...made, state }
        for (const role of catalogue.roles.keys()) {
          await check(await college.actor([role, made.unitId]), role, true, false, [
            ...everyAction,
            'update',
            'delete',
            'restore',
          ])
          const away = await college.actor([role, elsewhere])
          await check(away, role, false, false, [...everyAction.slice(0, 1), 'update'])
          await check({ ...away, accountId: maker.accountId }, role, false, true, [
            ...everyAction.slice(0, 1),
            'update',
          ])
        }
      }
      expect(wrong).toEqual([])
      const [row] = await tx.run<{ version: number; n: number }>(sql`
        SELECT version, (SELECT count(*) FROM history WHERE college_id = ${tx.collegeId} AND subject_id = ${made.id}) AS n
        FROM ${sql.table(`records.${snake(name)}`)} WHERE college_id = ${tx.collegeId} AND id = ${made.id}`)
      expect(row).toEqual({ version: 1, n: 1 })
    }))

  it('is exported, and imported again without a change; a template makes records', () =>
    scratch(async (tx) => {
      const made = await fresh(tx, register, system, 'sheet')
      if (isFree(register)) await fresh(tx, register, system, 'bare sheet', bare)
      const roles = [...catalogue.roles.values()].filter(
        (role) => register.access[role.name]?.write === 'college' && role.permissions.includes('data.export'),
      )
      expect(roles, 'a role that may write and export everything').not.toEqual([])
      const officer = await college.actor([roles[0]!.name, college.root])
      for (const actor of [system, officer, { ...officer, lang: 'en' as const }]) {
        const xlsx = await collect(
          exportXlsx(db.engine, tx, actor, await openExport(db.engine, tx, actor, { register: name }, 'xlsx')),
        )
        const again = await previewImport(db.engine, tx, actor, name, { fileName: 'export.xlsx', bytes: xlsx })
        expect(again, 'xlsx').toMatchObject({
          problems: [],
          creates: 0,
          updates: 0,
          unchanged: again.rows,
          unknownColumns: [],
        })
        expect(again.rows).toBeGreaterThan(0)
        const csv = await collect(
          exportCsv(db.engine, tx, actor, await openExport(db.engine, tx, actor, { register: name }, 'csv')),
        )
        expect(
          await previewImport(db.engine, tx, actor, name, { fileName: 'export.csv', bytes: csv }),
          'csv',
        ).toMatchObject({ problems: [], creates: 0, updates: 0, unchanged: again.rows })
      }
      // Taken away, the same sheet makes the record anew, value for value.
      const sheet = await collect(
        exportXlsx(
          db.engine,
          tx,
          system,
          await openExport(
            db.engine,
            tx,
            system,
            {
              register: name,
              where:
                register.fields[register.title]!.kind === 'files'
                  ? []
                  : [[register.title, 'is', made.values[register.title]]],
            },
            'xlsx',
          ),
        ),
      )
      if (name !== 'units' && name !== 'periods') {
        const before = (await list(tx, system, { register: name, limit: 500 })).rows
        await takeAway(tx, register)
        const preview = await previewImport(db.engine, tx, system, name, { fileName: 'again.xlsx', bytes: sheet })
        const loses = Object.values(register.fields).some((field) => field.kind === 'files' && field.required)
        if (!loses && !refersToItself(register)) {
          expect(preview).toMatchObject({ problems: [], updates: 0, unchanged: 0 })
          await acceptImport(db.engine, tx, system, preview.id)
          const after = (await list(tx, system, { register: name, limit: 500 })).rows
          const plain = (record: WireRecord) =>
            Object.fromEntries(
              Object.entries(record.values).filter(([field]) => register.fields[field]!.kind !== 'files'),
            )
          for (const record of after) expect(before.map(plain)).toContainEqual(plain(record))
          expect(after.length).toBe(preview.creates)
        }
      }
      const template = await templateFor(db.engine, tx, officer, name, 'zh')
      for (const [field, declared] of Object.entries(register.fields)) {
        const isFillable =
          !declared.derived &&
          declared.kind !== 'files' &&
          (!declared.readableBy || declared.readableBy.includes(roles[0]!.name))
        const headers = template.columns.map((column) => column.header)
        expect(
          headers.some((header) => header.startsWith(declared.label.zh)),
          `template ${field}`,
        ).toBe(
          isFillable ||
            Object.entries(register.fields).some(
              ([n, f]) => n !== field && f.label.zh.startsWith(declared.label.zh) && !f.derived,
            ),
        )
      }
    }))

  it('is described for other programs', () => {
    const document = openApiDocument([register]) as {
      paths: Record<string, object>
      components: { schemas: Record<string, { properties: object }> }
    }
    const path = `/api/registers/${name}`
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([path, `${path}/{id}`, `${path}/{id}/actions/{action}`, `${path}/{id}/history`]),
    )
    expect(Object.keys(document.components.schemas[`${name}.values`]!.properties)).toEqual(Object.keys(register.fields))
  })
})

const refersToItself = (register: AnyRegister) =>
  Object.values(register.fields).some((field) => field.kind === 'reference' && field.register === register.name)

/** A document is cited by its number, which has no English: 教发〔2004〕2号. */
const withoutCitation = (text: string) => text.replace(/\p{Script=Han}+〔\d{4}〕\d+号/gu, '')

describe('what the catalogue says', () => {
  it('is said in Chinese and in English', () => {
    const wrong: string[] = []
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      const { zh, en } = node as { zh?: unknown; en?: unknown }
      if (typeof zh === 'string' || typeof en === 'string') {
        const mayBeEmpty = path.endsWith('.unit') && zh === '' && en === ''
        if (!mayBeEmpty && (typeof zh !== 'string' || typeof en !== 'string' || !zh.trim() || !en.trim()))
          wrong.push(`${path}: one language is missing`)
        else if (/\p{Script=Han}/u.test(withoutCitation(String(en))))
          wrong.push(`${path}: Chinese in the English “${String(en)}”`)
        else if (zh === en && !path.endsWith('.unit') && /\p{L}{4,}/u.test(String(zh)))
          wrong.push(`${path}: both languages say “${zh}”`)
        else if (`${String(zh)}${String(en)}` !== `${String(zh).trim()}${String(en).trim()}`)
          wrong.push(`${path}: spaces around “${String(zh)}”`)
        return
      }
      for (const [key, value] of Object.entries(node)) visit(value, `${path}.${key}`)
    }
    for (const [kind, items] of Object.entries(declarations)) {
      const named = Array.isArray(items)
        ? items.map((item: { name?: string; code?: string }) => [item.name ?? item.code ?? '', item] as const)
        : Object.entries(items)
      for (const [name, item] of named) visit(item, `${kind} ${name}`)
    }
    expect(wrong).toEqual([])
  })

  it('gives every indicator a definition, a source, a unit of its kind and an office', () => {
    const wrong = declarations.indicators.flatMap((indicator) => {
      const { code, unit, definition, source, owner, decimals } = indicator
      const isBare = unit.zh === '' && unit.en === ''
      return [
        ...(definition.zh.length < 4 || definition.en.length < 4 ? [`${code}: no definition`] : []),
        ...(source.trim().length < 4 ? [`${code}: no source`] : []),
        ...(!isBare && (!unit.zh.trim() || !unit.en.trim()) ? [`${code}: the unit is empty in one language`] : []),
        ...(isBare && !('numerator' in indicator) ? [`${code}: no unit, though it is no ratio`] : []),
        ...('scale' in indicator && indicator.scale === '100' && !unit.zh.includes('%')
          ? [`${code}: a percentage without %`]
          : []),
        ...(decimals < 0 || decimals > 6 ? [`${code}: ${decimals} decimals`] : []),
        ...(owner in declarations.offices.values ? [] : [`${code}: office ${owner}`]),
      ]
    })
    expect(wrong).toEqual([])
  })

  it('prints only indicators that exist, each row under a name of its own', () => {
    const wrong = declarations.tables.flatMap((table) =>
      table.rows.flatMap((row, i) => [
        ...(catalogue.indicators.has(row.indicator) ? [] : [`${table.name} ${row.label.zh}: ${row.indicator}`]),
        ...(row.level > (table.rows[i - 1]?.level ?? -1) + 1
          ? [`${table.name} ${row.label.zh}: level ${row.level} below nothing`]
          : []),
      ]),
    )
    expect(wrong).toEqual([])
  })

  it('hides no field by which lists, references and sheets name or order a record', () => {
    const wrong = registers.flatMap((register) => {
      const shown = [
        register.title,
        register.order?.replace('-', ''),
        // Another unique key may be hidden: who may not read a field may not fill it, and learns nothing from its being taken.
        ...(register.importKey ?? register.unique?.[0] ?? []),
      ]
      return shown
        .filter((name) => name !== undefined && register.fields[name]!.readableBy)
        .map((name) => `${register.name}.${name}`)
    })
    expect(wrong).toEqual([])
  })

  it('counts only what registers keep: states, codes and numbers that exist', () => {
    const wrong: string[] = []
    const visit = (where: object, register: AnyRegister, code: string): void => {
      for (const [name, condition] of Object.entries(where) as [string, unknown][]) {
        if (name === 'anyOf') {
          for (const part of condition as object[]) visit(part, register, code)
          continue
        }
        const steps = name.split('.')
        const last = steps.pop()!
        let at: AnyRegister | undefined = register
        for (const step of steps) {
          const own: Field | undefined = at?.fields[step]
          at = own?.kind === 'reference' ? catalogue.registers.get(own.register) : undefined
        }
        const field = at?.fields[last]
        if (!field && steps.length > 0 && last === 'state' && at?.lifecycle && String(condition) in at.lifecycle)
          continue
        if (!field) wrong.push(`${code}: ${name}`)
        else if (field.kind === 'choice' || field.kind === 'choices') {
          const given =
            condition !== null && typeof condition === 'object' && 'not' in condition ? condition.not : condition
          for (const value of [given].flat())
            if (typeof value === 'string' && !(value in field.codes.values)) wrong.push(`${code}: ${name} “${value}”`)
        }
      }
    }
    for (const indicator of declarations.indicators)
      for (const measure of formulasOf(indicator).flatMap(measuresOf))
        visit(measure.where, catalogue.registers.get(measure.register)!, indicator.code)
    expect(wrong).toEqual([])
  })
})
