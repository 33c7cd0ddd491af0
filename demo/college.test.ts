import { describe, expect, it } from 'vitest'
import { collegeDemo, officersOf, staffNumbersOf } from './college.ts'
import { createDemoContext } from './context.ts'

const parts = collegeDemo(createDemoContext())
const rowsOf = (register: string) => parts.find((part) => part.register === register)?.rows ?? []

describe('the demo college', () => {
  it('has 1079 members of staff, 918 of them teachers, and twelve students', () => {
    const people = rowsOf('people')
    expect(people.filter((p) => p['kind'] === 'staff')).toHaveLength(1079)
    expect(people.filter((p) => p['kind'] === 'student')).toHaveLength(12)
    expect(rowsOf('appointments').filter((a) => a['post'] === '专任教师')).toHaveLength(918)
  })

  it('gives every unit a head, a filler and a reviewer who work there', () => {
    for (const unit of rowsOf('units')) {
      const officers = Object.values(officersOf(unit.$key))
      expect(new Set(officers).size).toBe(3)
      for (const number of officers) expect(staffNumbersOf(unit.$key)).toContain(number)
    }
  })

  it('uses every key once', () => {
    for (const { register, rows } of parts)
      expect([register, new Set(rows.map((r) => r.$key)).size]).toEqual([register, rows.length])
  })

  it('runs teaching by school year and money by the calendar year before', () => {
    expect(rowsOf('periods').find((p) => p.$key === '2023')).toMatchObject({
      schoolYearFrom: '2022-09-01',
      schoolYearTo: '2023-08-31',
      calendarYearFrom: '2022-01-01',
      calendarYearTo: '2022-12-31',
      asOf: '2023-08-31',
    })
  })
})
