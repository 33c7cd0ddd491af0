import { expect, it } from 'vitest'
import { treeProblems, type TreeTask } from './plan-problems.ts'

const task = (number: string, kind: string, parent: string | null, change: Partial<TreeTask> = {}): TreeTask => ({
  id: number,
  number,
  kind,
  plan: 'p',
  parent,
  level: 'school',
  from: '2021-01-01',
  to: '2021-12-31',
  weight: null,
  hasLeft: false,
  ...change,
})
const found = (...tasks: readonly TreeTask[]) =>
  treeProblems(tasks).map(({ kind, tasks: concerned }) => [kind, ...concerned])

const board = task('1', 'board', null)

it('finds nothing in a good tree, nor below a parent that is out of sight', () => {
  expect(found(board, task('1.1', 'task', '1'), task('1.1.1', 'leaf', '1.1'))).toEqual([])
  expect(found(task('1.1', 'task', 'elsewhere', { from: '2001-01-01' }))).toEqual([])
})

it('finds dates outside the parent’s, wrong parents and children of leaf tasks', () => {
  expect(found(board, task('1.1', 'task', '1', { to: '2022-01-01' }))).toEqual([['outside-parent', '1.1', '1']])
  expect(found(board, task('1.1', 'task', '1', { level: 'group' }))).toEqual([['wrong-parent', '1.1', '1']])
  expect(found(board, task('1.1', 'sub-task', '1'))).toEqual([['wrong-parent', '1.1', '1']])
  expect(found(board, task('1.1', 'leaf', '1'), task('1.1.1', 'leaf', '1.1'))).toEqual([
    ['leaf-with-children', '1.1.1', '1.1'],
  ])
})

it('finds weights that do not add up, and those that are missing', () => {
  const two = (a: string | null, b: string | null) =>
    found(board, task('1.1', 'task', '1', { weight: a }), task('1.2', 'task', '1', { weight: b }))
  expect(two('33.33', '66.67')).toEqual([])
  expect(two('50', '49.99')).toEqual([['task-weights', '1', '1.1', '1.2']])
  expect(two('100', null)).toEqual([['task-weights', '1', '1.1', '1.2']])
})

it('finds parents in a circle, and owners who left', () => {
  const tasks = [task('a', 'sub-task', 'b'), task('b', 'sub-task', 'a'), task('1', 'board', null, { hasLeft: true })]
  expect(found(...tasks)).toEqual([
    ['circular-parents', 'a', 'b'],
    ['owner-left', '1'],
  ])
})

it('finds boards outside the plan, and tasks below those of another plan', () => {
  const plan = { id: 'p', code: 'P', from: '2021-01-01', to: '2021-12-31' }
  const kinds = (...tasks: readonly TreeTask[]) =>
    treeProblems(tasks, [plan]).map(({ kind, tasks: concerned }) => [kind, ...concerned])
  expect(kinds(board, task('2', 'board', null, { from: '2020-12-31' }))).toEqual([['outside-parent', '2', 'P']])
  expect(kinds(board, task('1.1', 'task', '1', { plan: 'q' }))).toEqual([['wrong-parent', '1.1', '1']])
})
