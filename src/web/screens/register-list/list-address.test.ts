import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WireCondition, WireOperator } from '../../../language/index.ts'
import type { ListAddress } from './list-address.ts'
import { readListAddress, stateOf, withCondition, writeListAddress } from './list-address.ts'

const operators: WireOperator[] = ['is', 'in', 'not', 'contains', 'atLeast', 'atMost', 'empty', 'filled']
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()))
const condition = fc.tuple(fc.string(), fc.constantFrom(...operators), value) as fc.Arbitrary<WireCondition>
const list: fc.Arbitrary<ListAddress> = fc.record({
  q: fc.string(),
  where: fc.array(condition, { maxLength: 4 }),
  sort: fc.option(fc.stringMatching(/^-?[a-z]+$/), { nil: undefined }),
  isDeleted: fc.boolean(),
})

describe('the address of a list', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(list, (one) => {
        expect(readListAddress(new URLSearchParams(writeListAddress(one)))).toEqual(one)
      }),
    )
  })
  it('opens whatever stands in it', () => {
    for (const where of ['', '{', '3', '{"a":1}', '[[1,2,3]]', '[["a","drop",1]]', '[null]'])
      expect(readListAddress(new URLSearchParams({ where })).where).toEqual([])
    expect(readListAddress(new URLSearchParams({ where: '[["a","is",1],["b","?",2]]' })).where).toEqual([
      ['a', 'is', 1],
    ])
  })
  it('says nothing for the plain list', () => {
    expect(writeListAddress({ q: '', where: [], sort: undefined, isDeleted: false })).toBe('')
  })
  it('replaces what stood for a field', () => {
    const plain: ListAddress = {
      q: '',
      where: [
        ['state', 'is', 'draft'],
        ['kind', 'in', ['a']],
      ],
      sort: undefined,
      isDeleted: false,
    }
    const next = withCondition(plain, ['state', 'is', 'approved'])
    expect(next.where).toEqual([
      ['kind', 'in', ['a']],
      ['state', 'is', 'approved'],
    ])
    expect(stateOf(next)).toBe('approved')
  })
})
