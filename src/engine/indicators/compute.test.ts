import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { constant, count, defineIndicator, least, sum } from '../../language/indicator.ts'
import type { Formula } from '../../language/indicator.ts'
import { makeTestCollege, type TestCollege } from '../../testing/actors.ts'
import { testCatalogue, loans, tools } from '../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../testing/database.ts'
import { asSystem } from '../access/actor.ts'
import { createMany } from '../records/write-many.ts'
import { unitTree } from '../units.ts'
import { compute, registersBehind } from './compute.ts'
import { getPeriod } from './periods.ts'

let db: TestDatabase
let college: TestCollege
beforeAll(async () => {
  db = await openTestDatabase(testCatalogue())
  college = await makeTestCollege(db.engine, 'compute')
  const ids = [2022, 2023, 2024].map(() => v7())
  await db.database.inCollege(college.id, (tx) =>
    createMany(
      db.engine,
      tx,
      asSystem(college.id, 'test'),
      'tools',
      [2022, 2023, 2024].map((pieces, i) => ({
        id: ids[i]!,
        values: {
          number: `C${i}`,
          name: '工具',
          kind: 'hand',
          pieces,
          workshop: i === 2 ? college.west : college.east,
        },
        state: 'kept',
      })),
    ),
  )
  for (const [i, [tool, lentOn]] of (
    [
      [0, '2022-10-01'],
      [0, '2023-03-01'],
      [0, '2023-09-01'],
      [1, '2022-11-01'],
      [2, '2023-05-01'],
    ] as const
  ).entries())
    await college.add('loans', { number: `C${i}`, tool: ids[tool], lentOn })
})
afterAll(() => db.close())

const indicator = (value: Formula) =>
  defineIndicator({
    code: 't.made-up',
    label: { zh: '示例', en: 'Made up' },
    unit: { zh: '', en: '' },
    period: 'school-year',
    decimals: 0,
    source: '示例',
    version: 1,
    definition: { zh: '示例', en: 'Made up' },
    owner: 'stores',
    value,
  })
const value = (formula: Formula) =>
  db.database.inCollege(college.id, async (tx) => {
    const tree = await unitTree(db.database, tx)
    const period = await getPeriod(tx, '2023')
    const found = await compute(tx, db.engine.catalogue, tree, period, [indicator(formula)])
    return found.find((one) => one.unitId === tree.root.id)!.value?.toFixed()
  })

it('counts the last record of each group, up to the end of the window', async () => {
  expect(await value(count(loans, { lentOn: { lastOf: 'tool', atMost: '@end' } }))).toBe('3')
  expect(await value(count(loans, { lentOn: { lastOf: 'tool', atMost: '@end' }, number: ['C0', 'C1'] }))).toBe('1')
  expect(await value(count(loans, { lentOn: { lastOf: 'tool' }, number: 'C1' }))).toBe('0')
})

it('follows references over several steps, and hears of changes in all of them', async () => {
  const east = count(loans, { 'tool.workshop.code': 'east', lentOn: { within: '@period' } })
  expect(await value(east)).toBe('3')
  expect(registersBehind(db.engine.catalogue, indicator(east))).toEqual(new Set(['loans', 'tools', 'units']))
})

it('compares whole numbers with the year of a moment, and takes the least', async () => {
  expect(await value(count(tools, { pieces: { atMost: '@end' } }))).toBe('2')
  expect(await value(least(sum(tools, 'pieces'), constant('100')))).toBe('100')
})
