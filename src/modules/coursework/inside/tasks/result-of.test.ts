import { describe, expect, it } from 'vitest'
import { type ResultFacts, resultOf } from './result-of.ts'

const facts: ResultFacts = {
  dueAt: '2023-09-10T15:59:00.000Z',
  late: { kind: 'minus', percent: '10', days: 3 },
  state: 'open',
  extension: null,
  handIn: { attempt: 1, at: '2023-09-10T15:00:00.000Z', auto: ['5', null] },
  grade: null,
  criteria: ['a'],
}
const grade = {
  attempt: 1,
  itemScores: [null, '4.5'],
  rubricScores: { a: '80.25' },
  feedback: '好',
  excused: false,
  excuse: '',
}
const NOW = '2023-09-12T00:00:00.000Z'
const at = (when: string) => ({ ...facts.handIn!, at: when })

describe('what a student’s work comes to', () => {
  it('adds items and criteria once all have a score', () => {
    expect(resultOf(facts, NOW)).toMatchObject({ state: 'handed-in', score: null, earned: null })
    expect(resultOf({ ...facts, grade }, NOW)).toMatchObject({ state: 'graded', score: '89.75', daysLate: 0 })
    const overruled = { ...grade, itemScores: ['3', '4.5'] }
    expect(resultOf({ ...facts, grade: overruled }, NOW).score).toBe('87.75')
  })

  it('takes a share off for each day begun, and nothing once the deadline was moved', () => {
    const late = { ...facts, grade, handIn: at('2023-09-11T16:00:00.000Z') }
    expect(resultOf(late, NOW)).toMatchObject({ daysLate: 2, earned: '89.75', score: '71.8' })
    const extension = { dueAt: '2023-09-12T00:00:00.000Z', reason: '住院' }
    expect(resultOf({ ...late, extension }, NOW)).toMatchObject({
      daysLate: 0,
      score: '89.75',
      extensionReason: '住院',
    })
    expect(resultOf({ ...late, late: { kind: 'minus', percent: '60', days: 3 } }, NOW).score).toBe('0')
    expect(resultOf({ ...late, late: { kind: 'accepted' } }, NOW).score).toBe('89.75')
  })

  it('tells what is still to do from what was missed', () => {
    const none = { ...facts, handIn: null }
    expect(resultOf(none, '2023-09-10T00:00:00.000Z').state).toBe('to-do')
    expect(resultOf(none, NOW).state).toBe('late')
    expect(resultOf(none, '2023-09-20T00:00:00.000Z').state).toBe('missed')
    expect(resultOf({ ...none, late: { kind: 'refused' } }, NOW).state).toBe('missed')
    expect(resultOf({ ...none, state: 'closed' }, NOW).state).toBe('missed')
  })

  it('what is handed in again waits for a new grade; who is excused has no score', () => {
    const again = { ...facts, grade, handIn: { ...facts.handIn!, attempt: 2 } }
    expect(resultOf(again, NOW)).toMatchObject({ state: 'handed-in', isNewer: true, score: null })
    const excused = { ...grade, excused: true, excuse: '参加技能大赛' }
    expect(resultOf({ ...facts, handIn: null, grade: excused }, NOW)).toMatchObject({
      state: 'excused',
      score: null,
      excuse: '参加技能大赛',
    })
  })

  it('a score by the teacher without any hand-in counts: an oral report, a piece of work', () => {
    const given = { ...grade, attempt: 0, itemScores: [] }
    expect(resultOf({ ...facts, handIn: null, grade: given }, NOW)).toMatchObject({ state: 'graded', score: '80.25' })
  })
})
