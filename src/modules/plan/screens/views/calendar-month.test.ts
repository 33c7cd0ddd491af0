import { expect, it } from 'vitest'
import { monthAfter, weeksOf } from './calendar-month.ts'

it('goes over the end of a year both ways', () => {
  expect(monthAfter('2021-12', 1)).toBe('2022-01')
  expect(monthAfter('2022-01', -1)).toBe('2021-12')
})

it('begins weeks on Monday and shows the days of one month', () => {
  const weeks = weeksOf('2021-08')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2021-08-01'])
  expect(weeks[5]).toEqual(['2021-08-30', '2021-08-31', null, null, null, null, null])
  expect(weeksOf('2021-02')).toHaveLength(4)
})
