import { expect, it } from 'vitest'
import type { WirePlanTask } from '../../wire.ts'
import { boardColumns } from './board-columns.ts'

const leaf = (number: string, change: Partial<WirePlanTask>): WirePlanTask => ({
  id: number,
  number,
  name: number,
  kind: 'leaf',
  parent: null,
  level: 'l',
  unit: { id: 'u', name: 'u' },
  owner: null,
  from: '2021-01-01',
  to: '2021-12-31',
  leaves: 1,
  completed: 0,
  progress: '0.00',
  reported: null,
  achieved: null,
  targets: 0,
  valued: 0,
  money: null,
  light: { colour: 'green', reasons: [] },
  ...change,
})

it('puts leaf tasks where approved progress or their light says, what is due first on top', () => {
  const tasks = [
    leaf('1', { to: '2021-12-31' }),
    leaf('2', { to: '2021-06-30' }),
    leaf('3', { reported: '2021-03', progress: '40.00', light: { colour: 'red', reasons: [] } }),
    leaf('4', { completed: 1, progress: '100.00', reported: '2021-03' }),
    leaf('5', { kind: 'board' }),
  ]
  const numbers = (by: 'state' | 'light') =>
    boardColumns(tasks, by).map(({ column, tasks: own }) => [column, own.map(({ number }) => number).join()])
  expect(numbers('state')).toEqual([
    ['waiting', '2,1'],
    ['doing', '3'],
    ['done', '4'],
  ])
  expect(numbers('light')).toEqual([
    ['red', '3'],
    ['yellow', ''],
    ['green', '2,1,4'],
    ['grey', ''],
  ])
})
