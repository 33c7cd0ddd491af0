import { expect, it } from 'vitest'
import { monthsBetween, shiftDate } from './shift-date.ts'

it('counts whole months between two days, backwards too', () => {
  expect(monthsBetween('2019-10-01', '2026-03-15')).toBe(77)
  expect(monthsBetween('2026-03-15', '2019-10-31')).toBe(-77)
})

it('keeps the last day of a month the last, and never leaves the month', () => {
  expect(shiftDate('2021-06-30', 6)).toBe('2021-12-31')
  expect(shiftDate('2020-02-29', 12)).toBe('2021-02-28')
  expect(shiftDate('2021-01-30', 1)).toBe('2021-02-28')
  expect(shiftDate('2021-01-15', -13)).toBe('2019-12-15')
  expect(shiftDate('2019-12-31', 77)).toBe('2026-05-31')
})
