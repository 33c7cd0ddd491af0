import { expect, it } from 'vitest'
import { CODE_SECONDS, GRACE_SECONDS, guessedShare, refusedShare } from '../code-window.ts'
import { codeAt, currentCode, isChallengeGood, isCodeGood, makeChallenge, stepAt } from './codes.ts'

const source = { secret: Buffer.alloc(32, 7), sessionId: 'lesson', roomId: 'room' }
const MS = 1000
const start = stepAt(1_700_000_000_000) * CODE_SECONDS * MS

it('takes a code while it is on the screen and for the grace after it, and never before or later', () => {
  const { code, until } = currentCode(source, start)
  expect(code).toMatch(/^\d{4}$/)
  expect(until).toBe(start + CODE_SECONDS * MS)
  const good = (after: number) => isCodeGood(source, code, start + after * MS)
  expect(good(0)).toBe(true)
  expect(good(CODE_SECONDS + GRACE_SECONDS - 0.001)).toBe(true)
  expect(good(CODE_SECONDS + GRACE_SECONDS)).toBe(false)
  expect(good(-0.001)).toBe(false)
  expect(isCodeGood(source, '', start)).toBe(false)
})

it('makes other codes for another lesson, room or secret', () => {
  const others = [
    { ...source, sessionId: 'another' },
    { ...source, roomId: 'another' },
    { ...source, secret: Buffer.alloc(32, 8) },
  ]
  // One in ten thousand may agree; eight in a row do not.
  const codes = (of: typeof source) => Array.from({ length: 8 }, (_, i) => codeAt(of, i)).join()
  for (const other of others) expect(codes(other)).not.toBe(codes(source))
})

it('refuses codes that were passed on as often as it says', () => {
  const step = 0.05
  for (const delay of [2, 4, 5, 6, 7, 8, 20]) {
    let refused = 0
    let all = 0
    for (let seen = 0; seen < CODE_SECONDS; seen += step, all++)
      if (!isCodeGood(source, codeAt(source, stepAt(start)), start + (seen + delay) * MS)) refused++
    expect(Math.abs(refused / all - refusedShare(delay))).toBeLessThan(0.02)
  }
})

it('says how likely guessing is', () => {
  expect(guessedShare()).toBeCloseTo(0.0012, 4)
})

it('knows its own challenges, for whom and until when they are', () => {
  const bound = ['lesson', 'student', 'phone']
  const challenge = makeChallenge(source, bound, 'nonce', start)
  const good = (changed: Partial<{ bound: string[]; text: string; now: number; secret: Buffer }>) =>
    isChallengeGood(
      { ...source, secret: changed.secret ?? source.secret },
      changed.bound ?? bound,
      changed.text ?? challenge,
      changed.now ?? start,
    )
  expect(good({})).toBe(true)
  expect(good({ bound: ['lesson', 'another', 'phone'] })).toBe(false)
  expect(good({ bound: ['lesson', 'student', 'another'] })).toBe(false)
  expect(good({ secret: Buffer.alloc(32, 8) })).toBe(false)
  expect(good({ now: start + 121 * MS })).toBe(false)
  // A later end is not what was vouched for.
  expect(good({ text: challenge.replace(/^\d+/, String(start + 999 * MS)) })).toBe(false)
  expect(good({ text: '' })).toBe(false)
})
