import { expect, it } from 'vitest'
import { countOf, type Wish, withWish } from './wishes.ts'

const wish = (values: object, change: Partial<Wish> = {}): Wish => ({
  register: 'plan-tasks',
  action: 'update',
  record: 'a',
  name: 'A',
  values: { ...values },
  was: {},
  titles: {},
  ...change,
})
const all = (...wishes: readonly Wish[]) => wishes.reduce<readonly Wish[]>(withWish, [])

it('gathers the changes of one record, and forgets what is put back', () => {
  const found = all(wish({ to: 'x' }, { was: { to: 'o' } }), wish({ name: 'y' }, { was: { name: 'n' } }))
  expect(found).toHaveLength(1)
  expect(found[0]!.values).toEqual({ to: 'x', name: 'y' })
  expect(countOf(found)).toBe(2)
  const back = all(...found, wish({ to: 'o' }, { was: { to: 'x' } }))
  expect(back[0]!.values).toEqual({ name: 'y' })
  expect(all(...back, wish({ name: 'n' }))).toEqual([])
})

it('counts what is new or goes once, and forgets what is new and then goes', () => {
  const made = wish({ number: '1', name: 'x' }, { action: 'create' })
  expect(countOf(all(made))).toBe(1)
  expect(all(made, wish({ name: 'z' }))[0]!).toMatchObject({ action: 'create', values: { number: '1', name: 'z' } })
  expect(all(made, wish({}, { action: 'delete' }))).toEqual([])
  expect(all(wish({ to: 'x' }), wish({}, { action: 'delete' }))[0]!.action).toBe('delete')
})
