import { describe, expect, it } from 'vitest'
import { defineRegister, integer, text } from '../../../language/index.ts'
import {
  changeNeedsReason,
  changedValues,
  closedFields,
  deriveValues,
  givenValues,
  problemsOf,
  startingValues,
} from './check-record.ts'

const label = { zh: '某物', en: 'Thing' }
const things = defineRegister({
  name: 'things',
  label,
  area: 'demo',
  title: 'name',
  fields: {
    name: text(label, { required: true }),
    least: integer(label, { default: 1 }),
    most: integer(label),
    gap: integer(label, { derived: true }),
  },
  access: {},
  derive: ({ least, most }) => ({ gap: least !== null && most !== null ? most - least : null }),
  check: ({ least, most }) =>
    least !== null && most !== null && least > most
      ? [{ field: 'most', message: { zh: '太小', en: 'Too small' } }]
      : [],
})

describe('a record being written', () => {
  it('starts with the declared defaults', () => {
    expect(startingValues(things)).toEqual({ name: null, least: 1, most: null, gap: null })
  })
  it('must have what is required, before its own check is asked', () => {
    expect(problemsOf(things, { name: '', least: 3, most: 2 })).toEqual({
      name: { zh: '必须填写', en: 'This must be filled in' },
    })
    expect(problemsOf(things, { name: 'a', least: 3, most: 2 })).toEqual({ most: { zh: '太小', en: 'Too small' } })
    expect(problemsOf(things, { name: 'a', least: 1, most: 2 })).toEqual({})
  })
  it('is checked by the kinds of its fields, save where it is masked', () => {
    expect(Object.keys(problemsOf(things, { name: 'a', least: 'x' }))).toEqual(['least'])
    expect(problemsOf(things, { name: 'a', least: 'x' }, ['least'])).toEqual({})
  })
  it('derives as one writes', () => {
    expect(deriveValues(things, { least: 1, most: 4 })['gap']).toBe(3)
  })
  it('must say why once it counts', () => {
    const counted = defineRegister({ ...things, lifecycle: { draft: {}, sent: {}, done: {} }, counts: ['done'] })
    expect(['draft', 'sent', 'done'].map((state) => changeNeedsReason(counted, state))).toEqual([false, false, true])
    expect(changeNeedsReason(things, 'active')).toBe(false)
  })
  it('sends nothing that the person may not see', () => {
    const closed = closedFields(
      { ...things, fields: { ...things.fields, least: { ...things.fields.least, readableBy: ['clerk'] } } },
      ['teacher'],
    )
    expect(closed).toEqual(['least'])
    expect(givenValues(things, { name: 'a', least: 1, most: null, gap: 4 }, closed)).toEqual({ name: 'a' })
  })
  it('sends only what changed', () => {
    expect(
      changedValues(things, { name: 'a', least: null, most: 1, gap: 2 }, { name: 'a', least: '', most: 2, gap: 3 }),
    ).toEqual({ most: 2 })
  })
})
