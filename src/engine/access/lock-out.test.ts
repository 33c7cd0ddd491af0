import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalName } from './account-name.ts'
import { passwordProblem } from './check-password.ts'
import { perAddress, perName, waitMs } from './lock-out.ts'

describe('the wait after wrong passwords', () => {
  it('is none at first, then 15 s doubling, and 15 minutes from the tenth on', () => {
    expect([0, 4, 5, 6, 7, 8, 9, 10, 99].map((n) => waitMs(n, perName) / 1000)).toEqual([
      0, 0, 15, 30, 60, 120, 240, 900, 900,
    ])
  })
  it('never shrinks, for names and addresses', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(perName, perAddress),
        fc.nat(300),
        (patience, n) => waitMs(n + 1, patience) >= waitMs(n, patience),
      ),
    )
  })
})

describe('a password', () => {
  it.each([
    'short',
    '123456789012',
    'PASSWORD1234',
    'aaaaaaaaaaaaaa',
    'abcdefghijklmn',
    'ＡＤＭＩＮ１２３４５６７',
    'li.wei likes tea',
    'x'.repeat(300),
  ])('%s is refused', (password) => {
    expect(passwordProblem(password, 'li.wei')).not.toBeNull()
  })
  it.each(['correct horse battery', '春天来了花都开了真是好看', 'kqvzmwtrpxab', '4f9s-22kd-lq8x'])(
    '%s is accepted: nothing is asked about signs and digits',
    (password) => {
      expect(passwordProblem(password, 'li.wei')).toBeNull()
    },
  )
})

it('a name is one however it is typed, and stays as it is once kept', () => {
  expect(normalName(' Ｌｉ.Wei ')).toBe('li.wei')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => normalName(normalName(name)) === normalName(name)))
})
