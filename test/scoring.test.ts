import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import midtermJson from '../demo/scoring/double-high-midterm.json' with { type: 'json' }
import type { Tx } from '../src/database/connection.ts'
import type { Actor } from '../src/engine/access/actor.ts'
import { act } from '../src/engine/records/act.ts'
import type { Engine } from '../src/engine/engine.ts'
import { Refusal } from '../src/engine/refusal.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { schemeId } from '../src/language/scoring.ts'
import { bringValues } from '../src/modules/scoring/inside/bring-values.ts'
import { type Entered, enterValues } from '../src/modules/scoring/inside/entries.ts'
import { showSheet } from '../src/modules/scoring/inside/present-sheet.ts'
import { makeSheet, type NewSheet } from '../src/modules/scoring/inside/sheets.ts'
import { type Step, takeStep } from '../src/modules/scoring/inside/steps.ts'
import { scoreValuesShape } from '../src/modules/scoring/inside/values.ts'
import { makeTestCollege, type TestCollege } from '../src/testing/actors.ts'
import { openTestDatabase, type TestDatabase } from '../src/testing/database.ts'

/** Sheets in four rounds, from making one to its confirmed points, with what must not happen on the way. */
const midterm = scoreValuesShape.parse(midtermJson)
let db: TestDatabase
let college: TestCollege
let office: Actor

beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(declarations))
})
afterAll(() => db.close())
beforeEach(async () => {
  college = await makeTestCollege(db.engine, `s-${Math.random().toString(36).slice(2, 12)}`)
  await college.add('units', { code: 'q', name: '质量处', kind: 'office', parent: college.root, office: 'quality' })
  office = await college.actor(['quality-office', college.root])
})

const inCollege = <T>(work: (tx: Tx) => Promise<T>) => db.database.inCollege(college.id, work)
const make = (actor: Actor, more: Partial<NewSheet> = {}) =>
  inCollege((tx) =>
    makeSheet(db.engine, tx, actor, { scheme: 'double-high', round: 'school', unit: college.root, ...more }),
  )
const show = (id: string, actor = office, engine: Engine = db.engine) =>
  inCollege((tx) => showSheet(engine, tx, actor, id))
const enter = (id: string, entries: readonly Entered[], actor = office) =>
  inCollege((tx) => enterValues(db.engine, tx, actor, id, entries))
const take = async (id: string, step: Step, actor = office, reason?: string) => {
  const { version } = await show(id)
  return inCollege((tx) => takeStep(db.engine, tx, actor, id, { step, version, reason }))
}
const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(
    () => new Error('it was allowed'),
    (caught: unknown) => caught,
  )
  if (error instanceof Refusal) return error
  throw error
}
const expert = async (name: string, unit: string): Promise<Actor> => ({
  ...(await college.actor(['scoring-expert', college.root])),
  personId: await college.person(name, unit),
  name,
})
/** All of the demo's values that an actor of this kind enters. */
const entriesOf = (is: (item: string) => boolean): Entered[] => [
  ...Object.entries(midterm.levels).flatMap(([level, items]) =>
    Object.entries(items).flatMap(([item, value]) => (is(item) ? [{ level, item, value }] : [])),
  ),
  { level: 'vetoes', item: 'tasks-completed', value: { value: '99.27' } },
]

it('goes from a new sheet to confirmed points, with rule, value and reason of each', async () => {
  const id = await make(office)
  const empty = await show(id)
  expect(empty.unit.name).toMatch(/^示例学院/)
  expect(empty).toMatchObject({ state: 'draft', schemeChanged: null, can: { fill: true, steps: ['submit'] } })
  expect([empty.score.total, empty.score.missing]).toEqual(['0.00', 32])

  const early = await refusal(take(id, 'submit'))
  expect(early.label.zh).toMatch(/还有 32 个条目没有数值：数量指标达成度/)
  await enter(
    id,
    entriesOf(() => true),
  )
  const filled = await show(id)
  expect([filled.score.total, filled.score.grade?.key, filled.score.missing]).toEqual(['98.45', 'excellent', 0])
  expect(filled.score.levels.map((level) => level.points)).toEqual(['98.06', '98.61'])

  await take(id, 'submit')
  const late = await refusal(enter(id, [{ level: 'school', item: 'evidence', value: { value: '5' } }]))
  expect([late.code, late.label.zh]).toEqual(['conflict', expect.stringContaining('已冻结')])
  expect((await show(id)).can).toEqual({ fill: false, steps: ['confirm', 'return'] })
  await take(id, 'confirm')
  expect(await show(id)).toMatchObject({ state: 'confirmed', isFrozen: true, score: { total: '98.45' } })
  const [row] = await inCollege((tx) =>
    tx.run<{ total: string; grade: string }>(sql`SELECT total::text, grade FROM records.score_sheets WHERE id = ${id}`),
  )
  expect(row).toEqual({ total: '98.45', grade: '优' })
  const again = await refusal(take(id, 'reopen'))
  expect(again.label.zh).toBe('请说明原因')
  await take(id, 'reopen', office, '补充佐证')
  expect(await show(id)).toMatchObject({ state: 'draft', isFrozen: false })
})

it('keeps what was submitted, whatever is changed in the records afterwards', async () => {
  const id = await make(office)
  await enter(
    id,
    entriesOf(() => true),
  )
  await take(id, 'submit')
  const entry = (await show(id)).entries['school/evidence']!
  await inCollege((tx) =>
    act(db.engine, tx, office, {
      register: 'score-entries',
      id: entry.id,
      action: 'update',
      version: entry.version,
      values: { given: '{"value":"0"}' },
    }),
  )
  expect((await show(id)).score.total).toBe('98.45')
  // Nor can anybody take a step, or write frozen values, past the sheet's own address.
  const { version } = await show(id)
  const sheet = { register: 'score-sheets', id, version }
  expect((await refusal(inCollege((tx) => act(db.engine, tx, office, { ...sheet, action: 'confirm' })))).code).toBe(
    'not-allowed',
  )
  const open = await make(office)
  const forged = {
    register: 'score-sheets',
    id: open,
    version: 1,
    action: 'update',
    values: { frozen: '{"levels":{}}' },
  }
  expect((await refusal(inCollege((tx) => act(db.engine, tx, office, forged)))).code).toBe('invalid')
})

it('scores by the scheme it was made with, and says that the scheme has changed since', async () => {
  const id = await make(office)
  await enter(
    id,
    entriesOf(() => true),
  )
  const old = assembleCatalogue(declarations).schemes.get('double-high/1')!
  const changed = (version: number): Engine => {
    const group = old.levels['school']!
    const scheme = { ...old, version, levels: { ...old.levels, school: { ...group, of: group.of.toReversed() } } }
    const schemes = new Map(db.engine.catalogue.schemes).set(schemeId(scheme), scheme)
    return { ...db.engine, catalogue: { ...db.engine.catalogue, schemes } }
  }
  expect((await show(id)).schemeChanged).toBeNull()
  expect(await show(id, office, changed(2))).toMatchObject({
    schemeChanged: { latest: 2 },
    score: { total: '98.45', scheme: { version: 1 } },
  })
  // Changed without a new version: still seen.
  expect((await show(id, office, changed(1))).schemeChanged).toEqual({ latest: 1 })
  const none: Engine = { ...db.engine, catalogue: { ...db.engine.catalogue, schemes: new Map() } }
  expect((await show(id, office, none)).schemeChanged).toEqual({ latest: null })
  expect((await show(id)).score.items[0]!.key).toBe('quantity-targets')
  await inCollege((tx) =>
    tx.run(sql`UPDATE records.scoring_schemes SET content = content || ' ' WHERE college_id = ${college.id}`),
  )
  expect((await refusal(show(id))).label.zh).toContain('与内容指纹不符')
})

it('asks experts apart, counts what they confirmed without their names, and drops outliers', async () => {
  const scores = [
    ['甲', '93'],
    ['乙', '94'],
    ['丙', '95'],
    ['丁', '80'],
    ['戊', '99'],
  ] as const
  const judged = ['contribution', 'mechanism']
  for (const [name, mark] of scores) {
    const who = await expert(`示例专家${name}`, college.west)
    // An expert from another unit than the one scored.
    const id = await make(office, { round: 'experts', unit: college.east, scorer: who.personId! })
    expect((await show(id)).can.fill).toBe(false)
    expect((await show(id, who)).can).toEqual({ fill: true, steps: ['submit'] })
    await enter(
      id,
      ['school', 'group'].flatMap((level) =>
        judged.map((item) => ({ level, item, value: { scores: [{ expert: name, score: mark }] } })),
      ),
      who,
    )
    const two = { scores: [mark, '100'].map((score) => ({ expert: name, score })) }
    const stuffed = await refusal(enter(id, [{ level: 'school', item: 'mechanism', value: two, version: 1 }], who))
    expect(stuffed.details.problems?.[0]?.message.zh).toContain('每条一个评分')
    await take(id, 'submit', who)
    expect((await refusal(take(id, 'confirm', who))).code).toBe('not-allowed')
    if (name !== '戊') await take(id, 'confirm')
  }
  const id = await make(office, { unit: college.east })
  const item = async () => (await show(id)).score.items.find(({ key }) => key === 'contribution')!
  // Four are confirmed: too few to drop the ends.
  expect((await item()).explanation.zh).toContain('4 位专家平均 90.5')
  expect(JSON.stringify((await item()).value)).not.toContain('示例')
  const stranger = await expert('示例旁人', college.west)
  expect((await refusal(inCollege((tx) => showSheet(db.engine, tx, stranger, id)))).status).toBe(404)
})

it('lets nobody score a unit they are tied to, also when the tie is found later', async () => {
  const worker = await expert('示例同事', college.eastRoom)
  const own = await refusal(make(office, { round: 'experts', unit: college.east, scorer: worker.personId! }))
  expect([own.code, own.label.zh]).toEqual(['conflict', expect.stringContaining('任职')])

  const outsider = await expert('示例专家', college.west)
  const id = await make(office, { round: 'experts', unit: college.eastRoom, scorer: outsider.personId! })
  const value = { scores: [{ expert: '示例专家', score: '90' }] }
  await enter(id, [{ level: 'school', item: 'contribution', value }], outsider)
  await inCollege((tx) =>
    act(db.engine, tx, outsider, {
      register: 'score-conflicts',
      action: 'create',
      values: { expert: outsider.personId, unit: college.east, kind: 'project', since: '2020-01-01' },
    }),
  )
  const tied = await refusal(enter(id, [{ level: 'school', item: 'mechanism', value }], outsider))
  expect([tied.code, tied.label.zh]).toEqual(['conflict', expect.stringContaining('“east 单位”有申报的利害关系')])
})

it('gives each round to its own: a unit fills its sheet, a person theirs, and neither touches the office’s', async () => {
  const head = await college.actor(['unit-head', college.east])
  const other = await college.actor(['unit-head', college.west])
  const id = await make(head, { round: 'unit', unit: college.east })
  await enter(id, [{ level: 'school', item: 'evidence', value: { value: '4' } }], head)
  expect((await refusal(enter(id, [{ level: 'school', item: 'evidence', value: { value: '5' } }], other))).status).toBe(
    404,
  )
  const school = await make(office, { unit: college.east })
  expect((await refusal(inCollege((tx) => showSheet(db.engine, tx, head, school)))).status).toBe(404)
  const teacher = {
    ...(await college.actor(['teacher', college.east])),
    personId: await college.person('示例教师', college.east),
  }
  const mine = await make(teacher, { round: 'person', unit: college.east, scorer: teacher.personId })
  expect((await show(mine, teacher)).can.fill).toBe(true)
  // The head sees it, and does not score in the teacher's place.
  expect((await show(mine, head)).can.fill).toBe(false)
})

it('loses nothing when two enter at once, and says by item what is wrong', async () => {
  const id = await make(office)
  const evidence = (value: string, version?: number): Entered[] => [
    { level: 'school', item: 'evidence', value: { value }, ...(version ? { version } : {}) },
  ]
  await enter(id, evidence('4'))
  expect((await refusal(enter(id, evidence('3')))).code).toBe('stale')
  await enter(id, evidence('4.5', 1))
  expect((await refusal(enter(id, evidence('3', 1)))).code).toBe('stale')
  const wrong = await refusal(enter(id, evidence('6', 2)))
  expect(wrong.details.problems).toEqual([
    { field: 'school/evidence', message: expect.objectContaining({ zh: '“佐证材料与台账”：得分应在 0 与 5 之间' }) },
  ])
  expect((await refusal(enter(id, [{ level: 'school', item: 'nothing', value: null }]))).code).toBe('invalid')
  expect((await show(id)).score.items.find(({ key }) => key === 'evidence')!.points).toBe('4.50')
})

it('brings figures of the year and leaves what was entered by hand', async () => {
  await inCollege((tx) =>
    tx.run(sql`
      INSERT INTO figures (college_id, code, period, unit_id, value, row_count, status, version, definition_version, computed_at)
      SELECT ${college.id}, code, '2023', ${college.root}, value, 1, 'approved', 1, 1, now()
      FROM (VALUES ('q3.student-teacher-ratio', 20::numeric), ('q0.destination-rate', 80)) AS given (code, value)`),
  )
  const id = await make(office, { scheme: 'jiangxi-appraisal', round: 'school', period: '2023' })
  await enter(id, [{ level: 'college', item: 'r33-settled', value: { value: '90' }, reason: '以核查为准' }])
  expect(await inCollege((tx) => bringValues(db.engine, tx, office, id))).toBe(1)
  const found = await show(id)
  const points = Object.fromEntries(found.score.items.map((item) => [item.key, item.points]))
  expect([points['r10'], points['r33-settled']]).toEqual(['2.70', '2.00'])
  expect(found.entries['college/r10']).toMatchObject({
    source: 'indicator',
    reason: '指标 q3.student-teacher-ratio，2023',
  })
  expect(await inCollege((tx) => bringValues(db.engine, tx, office, id))).toBe(0)
})
