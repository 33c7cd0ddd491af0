import { expect, it } from 'vitest'
import type { WirePlanTask } from '../../wire.ts'
import type { WireGap } from '../../wire-proof.ts'
import { dutiesOf, peopleOf } from './duties.ts'

const person = (id: string) => ({ id, name: id })
const task = (id: string, change: Partial<WirePlanTask> = {}): WirePlanTask => ({
  id,
  number: id,
  name: id,
  kind: 'leaf',
  parent: null,
  level: 'l',
  unit: { id: 'u', name: '一部' },
  owner: person('a'),
  from: '2021-01-01',
  to: '2021-06-30',
  leaves: 1,
  completed: 0,
  progress: null,
  reported: null,
  achieved: null,
  targets: 0,
  valued: 0,
  money: null,
  light: { colour: 'green', reasons: [] },
  ...change,
})
const plan = {
  id: 'p',
  code: 'p',
  name: 'p',
  kind: 'college',
  state: 'in-force',
  edition: 1,
  from: '2021-01-01',
  to: '2021-12-31',
  asOf: '2021-07-01',
}
const gap = (id: string, owner: string): WireGap => ({
  kind: 'target-unproven',
  task: { id, number: id, name: id },
  unit: { id: 'u', name: '一部' },
  owner: person(owner),
  what: '受益学生',
  message: { zh: '没有佐证', en: 'No evidence' },
  at: { register: 'plan-targets', id: `${id}-t` },
  gives: { task: id },
})
const coOwner = { task: 't', number: 't', name: 't', from: '', to: '', person: person('b'), duty: '材料' }

it('names everybody who owns or co-owns a task, with their unit where they own one', () => {
  const people = peopleOf([task('1'), task('2'), task('3', { owner: null })], [coOwner])
  expect(people.map(({ id, unit }) => [id, unit])).toEqual([
    ['a', '一部'],
    ['b', null],
  ])
})

it('sorts what a person answers for: by board, co-owned, and the evidence that is missing', () => {
  const tasks = [
    task('board', { kind: 'board', owner: null }),
    task('1', { parent: 'board' }),
    task('2', { parent: 'board', to: '2021-12-31' }),
    task('3', { to: '2021-12-31', completed: 1 }),
    task('5', { parent: 'board' }),
    task('6', { parent: 'board' }),
    task('4', { owner: person('b') }),
  ]
  const duties = dutiesOf('a', tasks, { plan, coOwners: [coOwner], proven: ['1'] }, [gap('5', 'a'), gap('4', 'b')])
  expect(duties.boards.map(({ board, tasks: own }) => [board, own.map(({ id }) => id)])).toEqual([
    ['board', ['1', '2', '5', '6']],
    ['', ['3']],
  ])
  expect(duties.missing.map(({ task: { id } }) => id)).toEqual(['5'])
  // Due without anything; what is done already without any is among the gaps.
  expect(duties.unproven.map(({ id }) => id)).toEqual(['6'])
  expect(duties.co).toEqual([])
  expect(dutiesOf('b', tasks, { plan, coOwners: [coOwner], proven: [] }, []).co).toEqual([coOwner])
})
