import { expect, it } from 'vitest'
import { fenOf, sumOf } from './sum-of.ts'

it('adds amounts as they are typed, to the fen', () => {
  expect(sumOf(['0.10', '0.2', '113', ' 5.05 '])).toBe('118.35')
  expect(sumOf([])).toBe('0.00')
})

it('takes nothing for an amount that is none', () => {
  for (const text of ['', '-5', '1.234', '1e3', '一百']) expect([text, fenOf(text)]).toEqual([text, null])
  expect(sumOf(['10', '十元'])).toBe('10.00')
})
