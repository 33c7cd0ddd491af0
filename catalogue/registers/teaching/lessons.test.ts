import { describe, expect, it } from 'vitest'
import { validate } from '../../../src/engine/records/validate.ts'
import { lessons } from './lessons.ts'

const somebody = '018a4d1f-0000-7000-8000-000000000001'
const lesson = {
  number: 'A-20230904-3',
  term: somebody,
  plannedCourse: somebody,
  course: somebody,
  major: somebody,
  grade: 2023,
  className: '软件技术2301班',
  size: 46,
  teacher: somebody,
  heldOn: '2023-09-04',
  week: 1,
  sections: '3-4',
  startsAt: '10:25:00',
  room: somebody,
}
const checked = (more: object) => validate(lessons, { ...lesson, ...more }, null)

describe('a lesson', () => {
  it('knows its weekday and its first and last section', () => {
    expect(checked({}).problems).toEqual([])
    expect(checked({}).values).toMatchObject({ weekday: 'monday', firstSection: 3, lastSection: 4, cancelled: false })
    expect(checked({ heldOn: '2023-09-10', sections: '11' }).values).toMatchObject({
      weekday: 'sunday',
      firstSection: 11,
      lastSection: 11,
    })
  })

  it('does not end before it begins, and says so where it can be mended', () => {
    const fields = (more: object) => checked(more).problems.map(({ field }) => field)
    expect(fields({ sections: '4-3' })).toEqual(['sections'])
    expect(fields({ endsAt: '10:00:00' })).toEqual(['endsAt'])
    expect(fields({ sections: '3、4' })).toEqual(['sections'])
    expect(fields({ heldOn: null, sections: null })).toEqual(['heldOn', 'sections'])
  })
})
