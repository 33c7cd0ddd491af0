import { describe, expect, it } from 'vitest'
import { changeBetween } from './exact-change.ts'

describe('the change between two figures', () => {
  it('is exact, with the digits of the finer one', () => {
    expect(changeBetween('70.77', '71.9')).toEqual({ sign: 1, difference: '+1.13', percent: '+1.6' })
    expect(changeBetween('0.3', '0.1')).toEqual({ sign: -1, difference: '-0.2', percent: '-66.7' })
  })
  it('keeps digits that a binary number would lose', () => {
    expect(changeBetween('9007199254740993', '9007199254740994')?.difference).toBe('+1')
  })
  it('has no per cent of nothing', () => {
    expect(changeBetween('0', '16')).toEqual({ sign: 1, difference: '+16', percent: null })
  })
  it('is not known without both values', () => {
    expect(changeBetween(null, '1')).toBeUndefined()
    expect(changeBetween('', '1')).toBeUndefined()
  })
  it('rounds half up, away from zero', () => {
    expect(changeBetween('2000', '2001')?.percent).toBe('+0.1')
    expect(changeBetween('2000', '1999')?.percent).toBe('-0.1')
  })
})
