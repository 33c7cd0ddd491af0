import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, asSystem } from '../access/actor.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Tx } from '../../database/connection.ts'
import { ruleOf } from '../../fields/rules.ts'
import { assembleCatalogue } from '../../language/catalogue.ts'
import type { Fields } from '../../language/fields.ts'
import {
  choice,
  choices,
  date,
  decimal,
  identityNumber,
  integer,
  longText,
  money,
  month,
  period,
  phone,
  reference,
  region,
  text,
  yesNo,
} from '../../language/fields.ts'
import { defineRegister } from '../../language/register.ts'
import { previewImport } from '../importing/preview-import.ts'
import { acceptImport } from '../importing/accept-import.ts'
import { act } from '../records/act.ts'
import { createMany } from '../records/write-many.ts'
import type { Refusal } from '../refusal.ts'
import { readSheet } from '../sheets/read-sheet.ts'
import { exportCsv, exportXlsx } from './export-rows.ts'
import { type ExportRequest, openExport } from './open-export.ts'

const label = (en: string) => ({ zh: `${en} 栏`, en })
const colour = {
  red: { zh: '红；深', en: 'Red, dark' },
  blue: { zh: '蓝', en: 'Blue' },
  other: { zh: '其他', en: 'Other' },
}
/** One field of every kind that a sheet can carry. */
const fields = {
  code: text(label('Code'), { required: true, maxLength: 20 }),
  name: text(label('Name'), { required: true }),
  story: longText(label('Story')),
  number: integer(label('Number'), { unit: { zh: '人', en: 'persons' } }),
  share: decimal(label('Share'), { decimals: 4, unit: { zh: '%', en: '%' } }),
  price: money(label('Price')),
  budget: money(label('Budget'), { unit: 'ten-thousand-yuan' }),
  day: date(label('Day')),
  month: month(label('Month')),
  edition: period(label('Edition')),
  open: yesNo(label('Open')),
  colour: choice(label('Colour'), colour),
  colours: choices(label('Colours'), colour),
  place: region(label('Place')),
  identity: identityNumber(label('Identity')),
  phone: phone(label('Phone')),
  like: reference(label('Like'), 'everything'),
} as const satisfies Fields
const declared = testCatalogue()
const everything = defineRegister({
  name: 'everything',
  label: { zh: '全部', en: 'Everything' },
  area: 'demo',
  title: 'name',
  fields,
  unique: [['code']],
  access: { keeper: { read: 'college', write: 'college' } },
})
const catalogue = assembleCatalogue({
  registers: [...declared.registers.values(), everything],
  indicators: [...declared.indicators.values()],
  tables: [...declared.tables.values()],
  rules: declared.rules,
  reports: [],
  roles: [...declared.roles.values()],
  areas: declared.areas,
  offices: declared.offices,
})

let db: TestDatabase
let college: TestCollege
beforeAll(async () => {
  db = await openTestDatabase(catalogue)
  college = await makeTestCollege(db.engine, 'A')
})
afterAll(() => db.close())

const inTx = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => db.database.inCollege(actor.collegeId, work)
async function exported(actor: Actor, request: ExportRequest, format: 'xlsx' | 'csv' = 'xlsx'): Promise<Buffer> {
  return inTx(actor, async (tx) => {
    const opened = await openExport(db.engine, tx, actor, request, format)
    const parts: Uint8Array[] = []
    for await (const part of format === 'xlsx'
      ? exportXlsx(db.engine, tx, actor, opened)
      : exportCsv(db.engine, tx, actor, opened))
      parts.push(Buffer.from(part as string))
    return Buffer.concat(parts)
  })
}
const refusal = async (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (e: Refusal) => e,
  )

describe('an export', () => {
  it('has the rows of the list, in its order, with names for references and choices, and is written down', async () => {
    const keeper = await college.actor(['keeper', college.root])
    const clerk = await college.actor(['clerk', college.east])
    const member = await college.actor(['member', college.east])
    for (const who of ['张伟', '张伟', '李丽']) await college.person(who, college.east)
    const people = await inTx(keeper, (tx) =>
      tx.run<{ id: string; number: string; name: string }>(
        sql`SELECT id, number, name FROM records.people ORDER BY name, number`,
      ),
    )
    const add = (number: string, workshop: string, more: object) =>
      college.add('tools', { number, name: `乙 ${number}`, kind: 'hand', workshop, ...more })
    for (const [i, person] of people.entries())
      await add(`A${i}`, college.east, {
        keeper: person.id,
        price: '1234.50',
        pieces: 2,
        secret: '11010519491231002X',
        uses: ['hand', 'power'],
        boughtOn: '2023-09-01',
      })
    await add('B1', college.west, {})
    const sheet = await readSheet(
      await exported(keeper, { register: 'tools', where: [['number', 'contains', 'A']], sort: 'number' }),
      'x',
    )
    expect(sheet.headers).toEqual([
      '编号',
      '名称',
      '类别',
      '用途',
      '购置日期',
      '单价（元）',
      '件数',
      '重量（千克）',
      '总价（元）',
      '证件号',
      '车间',
      '保管人',
      '资料',
      '状态',
    ])
    expect(sheet.rows.map((r) => r.cells[11])).toEqual(
      people.map((p) => (p.name === '张伟' ? `张伟（${p.number}）` : p.name)),
    )
    expect(sheet.rows[0]!.cells.slice(2, 11)).toEqual([
      '手动',
      '手动；电动',
      '2023-09-01',
      '1234.5',
      2,
      null,
      2469,
      '11010519491231002X',
      'east 单位',
    ])
    const masked = await readSheet(await exported(clerk, { register: 'tools', columns: ['secret', 'number'] }), 'x')
    expect(masked.rows.map((r) => r.cells)).toEqual([
      ['110105********002X', 'A0'],
      ['110105********002X', 'A1'],
      ['110105********002X', 'A2'],
    ])
    expect((await refusal(exported(member, { register: 'tools' }))).code).toBe('not-allowed')
    expect((await refusal(exported(clerk, { register: 'tools', columns: ['nope'] }))).code).toBe('bad-request')
    expect(
      (await refusal(exported(clerk, { register: 'tools', where: [['secret', 'is', '11010519491231002X']] }))).code,
    ).toBe('bad-request')
    const audit = await inTx(keeper, (tx) =>
      tx.run<{ actor_name: string; subject: string; detail: object }>(
        sql`SELECT actor_name, subject, detail FROM audit WHERE kind = 'export' ORDER BY id`,
      ),
    )
    expect(audit).toMatchObject([
      { actor_name: 'keeper', subject: 'tools', detail: { format: 'xlsx', where: [['number', 'contains', 'A']] } },
      { actor_name: 'clerk', detail: { columns: ['secret', 'number'] } },
    ])
  })

  it.each(['xlsx', 'csv'] as const)('as %s, sent back by whoever made it, changes nothing', async (format) => {
    for (const role of ['keeper', 'clerk']) {
      const actor = await college.actor(
        [role, role === 'keeper' ? college.root : college.east],
        ['reader', college.root],
      )
      for (const register of ['tools', 'units', 'people', 'periods']) {
        const bytes = await exported(actor, { register }, format)
        const shown = await inTx(actor, (tx) =>
          previewImport(db.engine, tx, actor, register, { bytes, fileName: `${register}.${format}` }),
        )
        expect(shown, `${role} ${register}`).toMatchObject({
          creates: 0,
          updates: 0,
          problemCount: shown.unchanged === shown.rows ? 0 : expect.anything(),
          unknownColumns: [],
        })
        if (role === 'keeper') expect(shown.unchanged).toBe(shown.rows)
      }
    }
  })

  it('keeps formulas as text, in both formats', async () => {
    const keeper = await college.actor(['keeper', college.root])
    const names = ['=1+1', '+86', '-x', '@SUM(A1)', "'quoted", "=cmd|' /C calc'!A0"]
    for (const [i, name] of names.entries())
      await college.add('tools', { number: `F${i}`, name, kind: 'hand', workshop: college.east })
    for (const format of ['xlsx', 'csv'] as const) {
      const bytes = await exported(
        keeper,
        { register: 'tools', where: [['number', 'contains', 'F']], sort: 'number' },
        format,
      )
      if (format === 'csv') expect(bytes.toString()).not.toMatch(/(^|,)[=@]/m)
      expect((await readSheet(bytes, 'x')).rows.map((r) => r.cells[1])).toEqual(names)
    }
  })

  it('refuses a text that no cell of Excel holds, before the first row is sent', async () => {
    const keeper = await college.actor(['keeper', college.root])
    await college.add('everything', { code: 'long', name: 'long', story: '长'.repeat(40_000) })
    expect((await refusal(exported(keeper, { register: 'everything' }))).label.zh).toContain('CSV')
    await exported(keeper, { register: 'everything', columns: ['code'] })
    const bytes = await exported(keeper, { register: 'everything' }, 'csv')
    expect(
      await inTx(keeper, (tx) => previewImport(db.engine, tx, keeper, 'everything', { bytes, fileName: 'x.csv' })),
    ).toMatchObject({ unchanged: 1, problemCount: 0 })
    const [row] = await inTx(keeper, (tx) =>
      tx.run<{ id: string }>(sql`SELECT id FROM records.everything WHERE code = 'long'`),
    )
    await inTx(keeper, (tx) =>
      act(db.engine, tx, asSystem(college.id, 'test'), { register: 'everything', id: row!.id, action: 'delete' }),
    )
  })
})

describe('any values of every kind', () => {
  // Whatever text a person could store in the field, and examples of each kind where texts are not free.
  const free = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'甲乙丙（）()=+-@\'",;；、 0123456789.%Aa\u3000é'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 24,
  })
  const valueOf = (name: keyof typeof fields): fc.Arbitrary<unknown> => {
    const field = fields[name]
    const example = fc.nat(100_000).map((seed) => ruleOf(field).example(field as never, seed))
    switch (field.kind) {
      case 'reference':
        return fc.constant(null)
      case 'text':
        return free
          .filter((value) => !ruleOf(field).check(value as never, field as never).problem)
          .map((value) => value.normalize('NFC').trim())
      case 'long-text':
        return fc
          .array(free, { minLength: 1, maxLength: 3 })
          .map((lines) => lines.join('\n'))
          .filter((value) => !ruleOf(field).check(value as never, field as never).problem)
      case 'decimal':
        return fc.oneof(
          example,
          fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(
            (n) =>
              `${n < 0n ? '-' : ''}${String(n < 0n ? -n : n)
                .padStart(5, '0')
                .replace(/(\d{4})$/, '.$1')}`,
          ),
        )
      case 'integer':
        return fc.oneof(example, fc.maxSafeInteger())
      default:
        return example
    }
  }
  const row = fc.record(
    Object.fromEntries(
      (Object.keys(fields) as (keyof typeof fields)[]).map((name) => [
        name,
        name === 'code' || name === 'name' ? valueOf(name) : fc.option(valueOf(name), { freq: 5 }),
      ]),
    ),
  )

  it.each(['xlsx', 'csv'] as const)('go out as %s and come back as they were', async (format) => {
    const keeper = {
      ...(await college.actor(['keeper', college.root])),
      lang: format === 'csv' ? ('en' as const) : ('zh' as const),
    }
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const mark = `${format}${++round}`
        const ids = rows.map(
          (_, i) =>
            `018a4d1f-0000-7000-8${format === 'csv' ? 1 : 2}${String(round).padStart(2, '0')}-${String(i).padStart(12, '0')}`,
        )
        // Every third refers to the one before it, whatever that is called.
        const values = rows.map((r, i) => ({
          id: ids[i]!,
          values: { ...r, code: `${mark}-${i}`, like: i % 3 === 2 ? ids[i - 1]! : null },
        }))
        await inTx(keeper, (tx) => createMany(db.engine, tx, keeper, 'everything', values))
        const bytes = await exported(
          keeper,
          { register: 'everything', where: [['code', 'contains', `${mark}-`]] },
          format,
        )
        const shown = await inTx(keeper, (tx) =>
          previewImport(db.engine, tx, keeper, 'everything', { bytes, fileName: `x.${format}` }),
        )
        expect(shown).toMatchObject({ rows: rows.length, unchanged: rows.length, problemCount: 0 })
        // And into empty hands: records taken away are made again, equal.
        await inTx(keeper, (tx) =>
          tx.run(
            sql`UPDATE records.everything SET code = 'old-' || code WHERE code LIKE ${`${mark}-%`} AND "like" IS NULL AND id NOT IN (SELECT "like" FROM records.everything WHERE "like" IS NOT NULL)`,
          ),
        )
        const again = await inTx(keeper, (tx) =>
          previewImport(db.engine, tx, keeper, 'everything', { bytes, fileName: `x.${format}` }),
        )
        await inTx(keeper, (tx) => acceptImport(db.engine, tx, keeper, again.id))
        const back = await exported(
          keeper,
          {
            register: 'everything',
            where: [
              ['code', 'contains', `${mark}-`],
              ['code', 'not', 'x'],
            ],
            sort: 'code',
          },
          format,
        )
        const cells = (await readSheet(back, 'x')).rows
          .filter((r) => String(r.cells[0]).startsWith(mark))
          .map((r) => JSON.stringify(r.cells))
        const first = (await readSheet(bytes, 'x')).rows.map((r) => JSON.stringify(r.cells))
        // Names that are shared now carry their key: compared without them, everything is equal.
        const bare = (list: string[]) => list.map((c) => c.replace(/,[^,]*$/, '')).sort()
        expect(bare(cells)).toEqual(bare(first))
      }),
      { numRuns: 12 },
    )
  })
})
