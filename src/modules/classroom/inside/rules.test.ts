import { describe, expect, it } from 'vitest'
import { MOST_WRONG } from '../code-window.ts'
import { rubricOf } from '../screens/rubric-lines.ts'
import { groupsOf, pickOne } from './draw.ts'
import { chinaMoment, timesOf } from './lesson-times.ts'
import { type SignInFacts, whySignInIsRefused } from './sign-in-rules.ts'

describe('signing in', () => {
  const good: SignInFacts = {
    setByTeacher: false,
    isOwnDevice: true,
    isSigned: true,
    isChallengeGood: true,
    isCodeGood: true,
    wrongCodes: 0,
    deviceSpokeFor: null,
    elsewhere: null,
  }
  it.each<[string | null, Partial<SignInFacts>]>([
    [null, {}],
    [null, { wrongCodes: MOST_WRONG - 1 }],
    ['set-by-teacher', { setByTeacher: true }],
    ['too-many', { wrongCodes: MOST_WRONG }],
    ['not-your-phone', { isOwnDevice: false }],
    ['phone-used', { deviceSpokeFor: 'another' }],
    ['two-rooms', { elsewhere: 'another' }],
    ['not-signed', { isSigned: false }],
    ['not-signed', { isChallengeGood: false }],
    ['wrong-code', { isCodeGood: false }],
    // Whoever cannot sign in learns nothing of the code.
    ['not-your-phone', { isOwnDevice: false, isCodeGood: false }],
  ])('%s when %j', (why, facts) => expect(whySignInIsRefused({ ...good, ...facts })).toBe(why))
})

describe('when a lesson may be opened', () => {
  const lesson = { heldOn: '2026-03-02', startsAt: '08:30:00', endsAt: '10:05:00', cancelled: false }
  const at = (time: string, day = lesson.heldOn) => chinaMoment(day, time)
  const opens = (now: number, changed: Partial<typeof lesson> = {}, isExtra = false) =>
    timesOf({ ...lesson, ...changed }, isExtra, now)

  it('is from half an hour before until two hours after, by the clock in China', () => {
    expect(at('08:30:00')).toBe(Date.parse('2026-03-02T00:30:00Z'))
    expect(opens(at('08:00:00'))).toEqual({ lateAfter: at('08:40:00'), closesAt: at('12:05:00') })
    expect(opens(at('12:05:00'))).toMatchObject({ closesAt: at('12:05:00') })
    expect(opens(at('12:06:00'))).toHaveProperty('zh')
  })
  it('is never before its time, be it a minute or a week', () => {
    expect(opens(at('07:59:00'))).toHaveProperty('zh', expect.stringContaining('提前'))
    expect(opens(at('09:00:00', '2026-02-23'))).toHaveProperty('zh')
  })
  it('calls nobody late who waited for a teacher', () => {
    expect(opens(at('09:00:00'))).toMatchObject({ lateAfter: at('09:10:00') })
  })
  it('is not at all when it is cancelled, except as an extra one', () => {
    expect(opens(at('08:30:00'), { cancelled: true })).toHaveProperty('zh')
    expect(opens(at('20:00:00'), { cancelled: true }, true)).toMatchObject({ lateAfter: at('20:10:00') })
  })
})

describe('drawing', () => {
  const ids = Array.from({ length: 10 }, (_, i) => `s${i}`)

  it('picks among those who were picked least, the same one for the same seed', () => {
    const picked = new Map(ids.slice(0, 8).map((id) => [id, 1]))
    for (const seed of ['a', 'b', 'c', 'd']) expect(['s8', 's9']).toContain(pickOne(ids, picked, seed))
    expect(pickOne(ids, picked, 'a')).toBe(pickOne(ids, picked, 'a'))
    expect(pickOne([], picked, 'a')).toBeNull()
  })
  it('comes to everybody before it comes to anybody twice', () => {
    const picked = new Map<string, number>()
    for (let i = 0; i < ids.length; i++) {
      const id = pickOne(ids, picked, String(i))!
      picked.set(id, (picked.get(id) ?? 0) + 1)
    }
    expect([...picked.values()]).toEqual(ids.map(() => 1))
  })
  it('makes groups of nearly one size, with everybody in one', () => {
    const groups = groupsOf(ids, 3, 'seed')
    expect(groups.flat().toSorted()).toEqual(ids)
    expect(groups.map((group) => group.length).toSorted()).toEqual([3, 3, 4])
    expect(groupsOf(ids.slice(0, 2), 5, 'seed').map((group) => group.length)).toEqual([1, 1])
  })
  it('gives each group its share of the strong', () => {
    const levels = new Map(ids.map((id, i) => [id, i / 10]))
    const sums = groupsOf(ids, 2, 'seed', levels).map((group) => group.reduce((sum, id) => sum + levels.get(id)!, 0))
    expect(Math.abs(sums[0]! - sums[1]!)).toBeLessThan(0.21)
  })
})

it('reads the rows of a rubric as they are written', () => {
  expect(rubricOf('操作规范 10\n安全：5分\n\n说不清')).toEqual([
    { label: '操作规范', max: 10 },
    { label: '安全', max: 5 },
    '说不清',
  ])
})
