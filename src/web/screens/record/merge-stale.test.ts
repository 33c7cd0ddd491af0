import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeStale } from './merge-stale.ts'

const values = fc.record({
  a: fc.integer({ min: 0, max: 2 }),
  b: fc.integer({ min: 0, max: 2 }),
  c: fc.constantFrom(null, '', 'x'),
})

describe('an edit that lost the race', () => {
  it('keeps my change and theirs when they touch different fields', () => {
    const merge = mergeStale({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 3 })
    expect(merge).toEqual({ values: { a: 2, b: 3 }, clashes: [], theirs: ['b'] })
  })
  it('asks about a field that both changed, and not when both wrote the same', () => {
    expect(mergeStale({ a: 1 }, { a: 2 }, { a: 3 }).clashes).toEqual([{ field: 'a', base: 1, mine: 2, theirs: 3 }])
    expect(mergeStale({ a: 1 }, { a: 2 }, { a: 2 }).clashes).toEqual([])
  })
  it('takes null and an empty text for the same', () => {
    expect(mergeStale({ c: null }, { c: '' }, { c: 'x' })).toEqual({ values: { c: 'x' }, clashes: [], theirs: ['c'] })
  })
  it('never loses a change silently', () => {
    fc.assert(
      fc.property(values, values, values, (base, mine, theirs) => {
        const merge = mergeStale(base, mine, theirs)
        const asked = new Set(merge.clashes.map((clash) => clash.field))
        for (const field of ['a', 'b'] as const) {
          if (mine[field] !== base[field]) expect(asked.has(field) || merge.values[field] === mine[field]).toBe(true)
          if (theirs[field] !== base[field])
            expect(asked.has(field) || merge.values[field] === theirs[field]).toBe(true)
        }
      }),
    )
  })
})
