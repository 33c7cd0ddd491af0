import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import type { Actor } from '../access/actor.ts'
import { asSystem } from '../access/actor.ts'
import { hearChanges, hearOwnChanges } from '../outbox.ts'
import { changeCollegeSettings } from '../college-settings.ts'
import { figuresWaiting } from '../duties.ts'
import { act } from '../records/act.ts'
import { recordFile } from '../files/store.ts'
import { createMany } from '../records/write-many.ts'
import type { Refusal } from '../refusal.ts'
import { actOnFigure, type FigureAct } from './act-on-figure.ts'
import { causesOf } from './causes.ts'
import { figuresByUnit, getIndicator, listFigures } from './figures.ts'
import { addComment } from '../comments/comments.ts'
import { entryBackground } from './entry-background.ts'
import { lockPeriod } from './lock-period.ts'
import { FIGURE, figureId } from './refresh.ts'
import { rowsBehind } from './rows-behind.ts'
import { judgeRules, signOffRule } from './rules.ts'

let db: TestDatabase
let college: TestCollege
let keeper: Actor
/** Approves what the keeper reviewed. */
let second: Actor
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'A')
  keeper = await college.actor(['keeper', college.root])
  second = await college.actor(['keeper', college.root])
  const tool = (i: number, kind: string, workshop: string) => ({
    number: `T${i}`,
    name: `工具 ${i}`,
    kind,
    price: '1000.05',
    pieces: i,
    workshop,
    boughtOn: i === 7 ? '2023-09-01' : '2022-01-05',
  })
  await inCollege((tx) =>
    createMany(db.engine, tx, asSystem(college.id, 'test'), 'tools', [
      ...[1, 2, 3].map((i) => ({ values: tool(i, 'power', college.east), state: 'kept' })),
      ...[4, 5].map((i) => ({ values: tool(i, 'hand', college.eastRoom), state: 'kept' })),
      { values: tool(6, 'hand', college.west), state: 'kept' },
      { values: tool(7, 'hand', college.west), state: 'kept' },
      { values: tool(8, 'power', college.west), state: 'draft' },
    ]),
  )
  const [power] = await inCollege((tx) => tx.run<{ id: string }>(sql`SELECT id FROM records.tools WHERE number = 'T1'`))
  const [hand] = await inCollege((tx) => tx.run<{ id: string }>(sql`SELECT id FROM records.tools WHERE number = 'T4'`))
  for (const [i, [tool_, on]] of (
    [
      [power!.id, '2022-09-01'],
      [hand!.id, '2023-08-31'],
      [power!.id, '2023-09-01'],
      [power!.id, '2022-08-31'],
    ] as const
  ).entries())
    await college.add('loans', { number: `L${i}`, tool: tool_, lentOn: on })
})
afterAll(() => db.close())

type Work<T> = (tx: Parameters<Parameters<TestDatabase['database']['inCollege']>[1]>[0]) => Promise<T>
const inCollege = <T>(work: Work<T>) => db.database.inCollege(college.id, work)
const figure = (code: string, period = '2023', actor = keeper, unitId?: string) =>
  inCollege(async (tx) => {
    await hearChanges(db.engine, tx)
    return (await listFigures(db.engine, tx, actor, { period, codes: [code], ...(unitId ? { unitId } : {}) }))[0]!
  })
const take = (request: Omit<FigureAct, 'period'> & { period?: string }, actor = keeper) =>
  inCollege((tx) => actOnFigure(db.engine, tx, actor, { period: '2023', ...request }))
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable(),
    (e: Refusal) => e,
  )

describe('figures', () => {
  it('are computed from counted states and within the window of their period', async () => {
    expect((await figure('t.tools')).text).toBe('6')
    expect((await figure('t.tools', '2022')).text).toBe('6')
    expect(await figure('t.power-share')).toMatchObject({
      text: '42.86',
      numerator: '3',
      denominator: '7',
      rows: 3,
      status: 'computed',
    })
    // 1000.05 × (1+2+3+4+5+6+7) = 28001.40 yuan, in 10,000
    expect(await figure('t.value')).toMatchObject({ text: '2.80', value: '2.80014' })
    expect([
      (await figure('t.loans')).text,
      (await figure('t.power-loans')).text,
      (await figure('t.loans', '2022')).text,
    ]).toEqual(['2', '1', '1'])
  })

  it('follow at once what the reader changed; of others what the listening program has heard', async () => {
    const engine = { ...db.engine, listens: true }
    const waiting = (reader: Actor) =>
      inCollege(async (tx) => {
        await hearOwnChanges(engine, tx, reader)
        return (await tx.run(sql`SELECT 1 FROM outbox WHERE college_id = ${tx.collegeId}`)).length
      })
    await figure('t.tools')
    const [id] = await inCollege((tx) => tx.run<{ id: string }>(sql`SELECT id FROM records.tools WHERE number = 'T8'`))
    const change = { register: 'tools', id: id!.id, action: 'update', version: 1, values: { pieces: 9 } }
    await inCollege((tx) => act(db.engine, tx, keeper, change))
    const other = await college.actor(['keeper', college.root])
    expect(await waiting(other)).toBe(1)
    expect(await waiting(keeper)).toBe(0)
  })

  it('add up over units below', async () => {
    const units = await inCollege((tx) => figuresByUnit(db.engine, tx, keeper, 't.tools', '2023'))
    expect(Object.fromEntries(units.map((u) => [u.unitId, u.text]))).toEqual({
      [college.root]: '6',
      [college.east]: '5',
      [college.eastRoom]: '2',
      [college.west]: '1',
    })
  })

  it('open to exactly the rows that were counted, as far as the actor may see them', async () => {
    const [behind] = await inCollege((tx) =>
      rowsBehind(db.engine, tx, keeper, { code: 't.power-share', period: '2023', part: 'numerator' }),
    )
    expect(behind!.page!.rows.map((r) => r.values['number']).sort()).toEqual(['T1', 'T2', 'T3'])
    const [all] = await inCollege((tx) =>
      rowsBehind(db.engine, tx, keeper, { code: 't.power-share', period: '2023', part: 'denominator' }),
    )
    expect([all!.counted, all!.page!.rows.length]).toEqual([7, 7])
    const [loans] = await inCollege((tx) =>
      rowsBehind(db.engine, tx, keeper, { code: 't.power-loans', period: '2023', part: 'value' }),
    )
    expect(loans!.page!.rows.map((r) => r.values['number'])).toEqual(['L0'])
    const reader = await college.actor(['reader', college.root])
    const hidden = inCollege((tx) =>
      rowsBehind(db.engine, tx, reader, { code: 't.power-share', period: '2023', part: 'value' }),
    )
    expect((await refusal(hidden)).code).toBe('not-allowed')
    const clerk = await college.actor(['clerk', college.west])
    const [some] = await inCollege((tx) =>
      rowsBehind(db.engine, tx, clerk, { code: 't.power-share', period: '2023', part: 'denominator' }),
    )
    expect([some!.counted, some!.page!.rows.length]).toEqual([7, 3].map((n, i) => (i === 1 ? 2 : n)))
  })

  it('keep their value once approved; a change shows with its cause until somebody accepts it', async () => {
    const computed = await figure('t.power-share')
    expect(computed.can).toEqual(['review', 'mark', 'lock'])
    const reviewed = await take({ code: 't.power-share', action: 'review', version: computed.version })
    expect(reviewed.can).toEqual(['return', 'mark', 'lock'])
    expect((await figure('t.power-share', '2023', second)).can).toContain('approve')
    const own = await refusal(take({ code: 't.power-share', action: 'approve', version: reviewed.version }))
    expect([own.code, own.label.zh]).toEqual(['not-allowed', expect.stringContaining('由另一位')])
    const approved = await take({ code: 't.power-share', action: 'approve', version: reviewed.version }, second)
    expect(approved.status).toBe('approved')
    const [record] = await inCollege((tx) =>
      tx.run<{ id: string }>(sql`SELECT id FROM records.tools WHERE number = 'T4'`),
    )
    await inCollege((tx) =>
      act(db.engine, tx, keeper, {
        register: 'tools',
        id: record!.id,
        action: 'update',
        version: 1,
        values: { kind: 'power' },
        comment: '换成电动',
      }),
    )
    const changed = await figure('t.power-share')
    expect(changed).toMatchObject({ text: '42.86', status: 'approved', changed: { text: '57.14' } })
    const causes = await inCollege((tx) =>
      causesOf(
        db.engine,
        tx,
        keeper,
        getIndicator(db.engine, 't.power-share'),
        figureId('2023', 't.power-share', college.root),
      ),
    )
    expect(causes).toMatchObject([
      { register: 'tools', title: '工具 4', reason: '换成电动', before: { kind: 'hand' }, after: { kind: 'power' } },
    ])
    expect((await refusal(take({ code: 't.power-share', action: 'accept', version: changed.version }))).code).toBe(
      'invalid',
    )
    const accepted = await take({
      code: 't.power-share',
      action: 'accept',
      version: changed.version,
      comment: '核对无误',
    })
    expect(accepted).toMatchObject({ text: '57.14', numerator: '4', status: 'computed', changed: null })
    expect((await refusal(take({ code: 't.power-share', action: 'review', version: changed.version }))).code).toBe(
      'stale',
    )
  })

  it('that are typed in need evidence, and are hidden until approved from those who may not see drafts', async () => {
    const reader = await college.actor(['reader', college.root])
    const entered = await take({ code: 't.area', action: 'enter', value: '1,200.5', version: 0, comment: '测绘' })
    expect(entered).toMatchObject({ text: '1200.50', status: 'entered', entered: true })
    expect((await figure('t.area', '2023', reader)).value).toBeNull()
    expect(
      (await refusal(take({ code: 't.area', action: 'review', version: entered.version }))).details.problems?.[0]
        ?.field,
    ).toBe('evidence')
    expect(
      (await refusal(take({ code: 't.area', action: 'enter', value: 'many', version: entered.version }))).details
        .problems?.[0]?.field,
    ).toBe('value')
    await inCollege((tx) =>
      recordFile(tx, keeper, {
        sha256: 'a'.repeat(64),
        name: 'plan.pdf',
        size: 3,
        type: 'application/pdf',
        scan: 'clean',
      }),
    )
    const proven = await take({
      code: 't.area',
      action: 'enter',
      value: '1200.5',
      version: entered.version,
      evidence: ['a'.repeat(64)],
    })
    const reviewed = await take({ code: 't.area', action: 'review', version: proven.version })
    await take({ code: 't.area', action: 'approve', version: reviewed.version }, second)
    expect((await figure('t.area', '2023', reader)).text).toBe('1200.50')
  })

  it('of a locked period stay, and the owner office alone may enter', async () => {
    const clerk = await college.actor(['clerk', college.east])
    expect(
      (await refusal(take({ code: 't.tools', action: 'review', version: (await figure('t.tools')).version }, clerk)))
        .code,
    ).toBe('not-allowed')
    const stores = await college.actor(['clerk', college.stores])
    expect((await figure('t.area', '2022', stores)).can).toEqual(['enter'])
    expect((await figure('t.tools', '2022', stores)).can).toEqual(['mark'])
    expect((await figure('t.area', '2022', clerk)).can).toEqual([])
    const [period] = await inCollege((tx) =>
      tx.run<{ id: string }>(sql`SELECT id FROM records.periods WHERE code = '2022'`),
    )
    await inCollege((tx) =>
      act(db.engine, tx, keeper, {
        register: 'periods',
        id: period!.id,
        action: 'update',
        version: 1,
        values: { locked: true },
      }),
    )
    const locked = await figure('t.tools', '2022')
    expect([locked.locked, locked.can]).toEqual([true, ['mark', 'unlock']])
    expect(
      (
        await refusal(
          inCollege((tx) =>
            actOnFigure(db.engine, tx, keeper, {
              code: 't.tools',
              period: '2022',
              action: 'review',
              version: locked.version,
            }),
          ),
        )
      ).code,
    ).toBe('period-locked')
    await college.add('tools', {
      number: 'N1',
      name: '新',
      kind: 'hand',
      workshop: college.west,
      boughtOn: '2020-01-01',
    })
    const [made] = await inCollege((tx) =>
      tx.run<{ id: string }>(sql`SELECT id FROM records.tools WHERE number = 'N1'`),
    )
    await inCollege((tx) =>
      act(db.engine, tx, keeper, { register: 'tools', id: made!.id, action: 'submit', version: 1 }),
    )
    await inCollege((tx) =>
      act(db.engine, tx, keeper, { register: 'tools', id: made!.id, action: 'approve', version: 2 }),
    )
    expect(await figure('t.tools', '2022')).toMatchObject({ text: '6', changed: { text: '7' } })
    expect((await figure('t.tools')).text).toBe('7')
  })
})

describe('one person for review and approval', () => {
  it('is enough where the college says so', async () => {
    const before = await figure('t.value')
    const reviewed = await take({ code: 't.value', action: 'review', version: before.version })
    expect(reviewed.can).not.toContain('approve')
    await inCollege((tx) => changeCollegeSettings(db.engine, tx, keeper, { separateApproval: false }))
    expect((await figure('t.value')).can).toContain('approve')
    const approved = await take({ code: 't.value', action: 'approve', version: reviewed.version })
    expect(approved.status).toBe('approved')
    await inCollege((tx) => changeCollegeSettings(db.engine, tx, keeper, { separateApproval: true }))
  })
})

describe('a nought', () => {
  it('that stands for no records at all in the period is told from one that was counted', async () => {
    const other = await makeTestCollege(db.engine, 'B')
    const actor = await other.actor(['keeper', other.root])
    const list = () =>
      db.database.inCollege(other.id, async (tx) => {
        while (await hearChanges(db.engine, tx));
        const figures = await listFigures(db.engine, tx, actor, { period: '2023' })
        return Object.fromEntries(figures.map((f) => [f.code, f.text + (f.empty ? ' empty' : '')]))
      })
    expect(await list()).toEqual({
      't.tools': '0 empty',
      't.power-share': '',
      't.value': '0.00 empty',
      't.loans': '0 empty',
      't.power-loans': '0 empty',
      't.area': '',
    })
    const rules = await db.database.inCollege(other.id, (tx) => judgeRules(db.engine, tx, actor, '2023'))
    expect(rules).toMatchObject([{ name: 'power-loans-within-loans', open: true }])
    const tool = await other.add('tools', { number: 'T1', name: '锤子', kind: 'hand', workshop: other.east })
    await other.add('loans', { number: 'L1', tool, lentOn: '2022-03-01' })
    // A draft does not count, but somebody has begun; the one loan is of another year.
    expect(await list()).toMatchObject({ 't.tools': '0', 't.loans': '0 empty' })
    await other.add('loans', { number: 'L2', tool, lentOn: '2023-03-01' })
    expect(await list()).toMatchObject({ 't.loans': '1', 't.power-loans': '0' })
  })
})

describe('an entry form', () => {
  it('is given what happened to its values and was said of them, and nothing that is hidden', async () => {
    const table = db.engine.catalogue.tables.get('tools-table')!
    const form = {
      ...table,
      rows: [...table.rows, { label: { zh: '面积', en: 'Area' }, level: 0, indicator: 't.area' }],
    } as const
    const id = figureId('2022', 't.area', college.root)
    await inCollege((tx) => lockPeriod(db.engine, tx, keeper, '2022', false))
    await take({ code: 't.area', action: 'enter', value: '900', version: 0, period: '2022', comment: '测绘' })
    await inCollege((tx) => addComment(tx, keeper, FIGURE, id, { text: '请核对', link: '/' }))
    const query = { period: '2022', unitId: college.root }
    const shown = await inCollege((tx) => entryBackground(db.engine, tx, keeper, form, query))
    expect(shown.about['t.area']).toMatchObject({
      history: [{ action: 'enter', reason: '测绘', after: { value: '900' } }],
      comments: [{ text: '请核对' }],
    })
    expect(Object.keys(shown.about)).toEqual(['t.area'])
    const reader = await college.actor(['reader', college.root])
    expect((await inCollege((tx) => entryBackground(db.engine, tx, reader, form, query))).about).toEqual({})
    const loansOnly = { ...table, rows: table.rows.filter((row) => row.indicator === 't.loans') }
    const { others } = await inCollege((tx) => entryBackground(db.engine, tx, keeper, loansOnly, query))
    expect(others.map((f) => f.code)).toEqual(['t.power-loans'])
  })
})

describe('duties', () => {
  it('are what a person can bring forward, not what they may return or mark', async () => {
    const waiting = (actor: Actor) => inCollege((tx) => figuresWaiting(db.engine, tx, actor))
    const mine = await inCollege((tx) => listFigures(db.engine, tx, keeper, { period: '2023' }))
    const reviewed = mine.find((f) => f.can.includes('review'))!
    await take({ code: reviewed.code, action: 'review', version: reviewed.version })
    expect((await waiting(second)).find((w) => w.status === 'reviewed')?.count).toBe(1)
    expect((await waiting(keeper)).find((w) => w.status === 'reviewed')).toBeUndefined()
  })
})

describe('an indicator that is new or defined anew', () => {
  it('counts the records that were there before it', async () => {
    const catalogue = testCatalogue()
    const old = catalogue.indicators.get('t.loans')!
    const late = { ...old, code: 't.loans-late' }
    // Another process with a newer catalogue on the same database.
    const newer = {
      ...db.engine,
      catalogue: { ...catalogue, indicators: new Map([...catalogue.indicators, [late.code, late]]) },
    }
    const [found] = await inCollege(async (tx) => {
      await hearChanges(newer, tx)
      return listFigures(newer, tx, keeper, { period: '2023', codes: [late.code] })
    })
    expect(found).toMatchObject({ text: (await figure('t.loans')).text, status: 'computed' })
  })
})

describe('rules between figures', () => {
  it('hold, and a sign-off is void once the values change', async () => {
    const found = await inCollege((tx) => judgeRules(db.engine, tx, keeper, '2023'))
    expect(found).toMatchObject([{ name: 'power-loans-within-loans', holds: true, signedOff: null }])
    await inCollege((tx) => signOffRule(db.engine, tx, keeper, '2023', 'power-loans-within-loans', '已核'))
    expect((await inCollege((tx) => judgeRules(db.engine, tx, keeper, '2023')))[0]!.signedOff).toMatchObject({
      reason: '已核',
    })
    const [power] = await inCollege((tx) =>
      tx.run<{ id: string }>(sql`SELECT id FROM records.tools WHERE number = 'T1'`),
    )
    await college.add('loans', { number: 'L9', tool: power!.id, lentOn: '2023-01-01' })
    await figure('t.loans')
    expect((await inCollege((tx) => judgeRules(db.engine, tx, keeper, '2023')))[0]!.signedOff).toBeNull()
  })
})
