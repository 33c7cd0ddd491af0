import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LEAST_GROUP, shownGroups } from './suppress.ts'

const groups = fc.array(
  fc.nat({ max: 40 }).map((persons) => ({ persons })),
  { maxLength: 12 },
)

it('shows no group of fewer persons than the least', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const shown = shownGroups(all)
      for (const [i, { persons }] of all.entries())
        if (persons > 0 && persons < LEAST_GROUP) expect(shown[i]).toBe(false)
    }),
  )
})

it('lets nobody find a hidden group by taking what is shown from the whole', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const shown = shownGroups(all)
      const rest = all.filter((_, i) => !shown[i]).reduce((sum, { persons }) => sum + persons, 0)
      const whole = all.reduce((sum, { persons }) => sum + persons, 0)
      // Either nothing is hidden, or the difference is a crowd; a whole that is itself too small shows nothing.
      expect(rest === 0 || rest >= LEAST_GROUP || rest === whole).toBe(true)
    }),
  )
})

it('hides no more than it must', () => {
  expect(shownGroups([{ persons: 40 }, { persons: 6 }, { persons: 9 }])).toEqual([true, true, true])
  expect(shownGroups([{ persons: 40 }, { persons: 3 }, { persons: 9 }])).toEqual([true, false, false])
  expect(shownGroups([{ persons: 40 }, { persons: 3 }, { persons: 4 }])).toEqual([true, false, false])
  expect(shownGroups([{ persons: 2 }])).toEqual([false])
})
