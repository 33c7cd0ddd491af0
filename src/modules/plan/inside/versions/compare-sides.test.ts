import { expect, it } from 'vitest'
import { compareSides, type SideItem } from './compare-sides.ts'

const item = (key: string, values: Readonly<Record<string, string | null>>): SideItem => ({
  key,
  task: key,
  name: `任务 ${key}`,
  fields: Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, { label: { zh: name, en: name }, text }]),
  ),
})

it('tells what is new, gone, moved and changed, field by field; what is alike is left out', () => {
  const left = [
    item('1', { parent: 'A', to: '2026-12-31', weight: '50.00' }),
    item('2', { parent: 'A', to: '2026-12-31', weight: null }),
    item('3', { parent: 'A', to: '2026-12-31', weight: '10.00' }),
    item('4', { parent: 'A', to: '2026-12-31', weight: '10.00' }),
  ]
  const right = [
    item('5', { parent: 'B', to: '2027-01-31', weight: null }),
    item('1', { parent: 'A', to: '2027-01-31', weight: '40.00' }),
    item('3', { parent: 'B', to: '2026-12-31', weight: '20.00' }),
    item('4', { parent: 'A', to: '2026-12-31', weight: '10.00' }),
  ]
  expect(
    compareSides('plan-tasks', left, right).map(({ kind, task, fields }) => [
      kind,
      task,
      fields.map(({ field, before, after }) => `${field}: ${before} → ${after}`),
    ]),
  ).toEqual([
    ['added', '5', ['parent: null → B', 'to: null → 2027-01-31']],
    ['changed', '1', ['to: 2026-12-31 → 2027-01-31', 'weight: 50.00 → 40.00']],
    ['moved', '3', ['parent: A → B', 'weight: 10.00 → 20.00']],
    ['removed', '2', ['parent: A → null', 'to: 2026-12-31 → null']],
  ])
})

it('finds nothing between a side and itself, and everything beside an empty one', () => {
  const side = [item('1', { parent: 'A' }), item('2', { parent: 'A' })]
  expect(compareSides('plan-tasks', side, side)).toEqual([])
  expect(compareSides('plan-tasks', [], side).map(({ kind }) => kind)).toEqual(['added', 'added'])
  expect(compareSides('plan-tasks', side, []).map(({ kind }) => kind)).toEqual(['removed', 'removed'])
})
