import { expect, it } from 'vitest'
import type { WirePlanTask } from '../wire.ts'
import { type TaskFilter, visibleTasks } from './visible-tasks.ts'

const task = (id: string, parent: string | null, change: Partial<WirePlanTask> = {}): WirePlanTask => ({
  id,
  number: id,
  name: `任务 ${id}`,
  kind: 'leaf',
  parent,
  level: 'school',
  unit: { id: 'east', name: '东车间' },
  owner: { id: 'p', name: '某人' },
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
const tree = [
  task('1', null, { kind: 'board' }),
  task('1.1', '1', { kind: 'task' }),
  task('1.1.1', '1.1', { completed: 1 }),
  task('1.1.2', '1.1', { light: { colour: 'red', reasons: [] } }),
  task('2', 'elsewhere', { unit: { id: 'west', name: '西车间' } }),
]
const all: TaskFilter = { q: '', level: '', unit: '', light: '', isOpenOnly: false }
const shown = (filter: Partial<TaskFilter>, ...opened: readonly string[]) =>
  visibleTasks(tree, { ...all, ...filter }, new Set(opened)).rows.map(({ task: { id }, depth }) => `${depth} ${id}`)

it('shows what stands open; a task whose parent is out of sight stands at the top', () => {
  expect(shown({})).toEqual(['0 1', '0 2'])
  expect(shown({}, '1')).toEqual(['0 1', '1 1.1', '0 2'])
  expect(shown({}, '1.1')).toEqual(['0 1', '0 2'])
})

it('shows what a filter finds with everything above it', () => {
  expect(shown({ light: 'red' })).toEqual(['0 1', '1 1.1', '2 1.1.2'])
  expect(shown({ isOpenOnly: true })).toEqual(['0 1', '1 1.1', '2 1.1.2', '0 2'])
  expect(shown({ q: '西车间' })).toEqual(['0 2'])
  expect(shown({ q: '1.1.1' })).toEqual(['0 1', '1 1.1', '2 1.1.1'])
  expect(shown({ unit: 'west', light: 'red' })).toEqual([])
  expect(visibleTasks(tree, { ...all, light: 'red' }, new Set()).found).toBe(1)
})
