/** Dice that fall the same way for the same seed. */
export interface Dice {
  /** A whole number from 0 to below `n`. */
  below(n: number): number
  chance(share: number): boolean
  pick<T>(items: readonly T[]): T
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { below, chance: (share) => next() < share, pick: (items) => items[below(items.length)]! }
}

/** Texts that programs stumble over: empty, huge, no characters, code of other languages, dates that are words. */
export const texts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '张\u0000三',
  '\ud800',
  'a\udfffb',
  '\u202eabc',
  '\u200b',
  '😀'.repeat(50),
  '𠀀龘',
  'e\u0301'.repeat(40),
  '\r\nSet-Cookie: a=b',
  '\n',
  '\t',
  '\u0007',
  '长'.repeat(5000),
  'x'.repeat(100_000),
  '%',
  '_',
  '\\',
  '%_\\%',
  '*',
  '.*',
  '(a+)+$',
  '[',
  '(?<',
  "'",
  '"',
  "' OR '1'='1",
  "'; DROP TABLE records.people; --",
  '$1',
  '$$',
  '${1}',
  '{{1}}',
  'a & b | !c',
  ':*',
  "'a':A & ",
  '<->',
  '{}',
  '{a,b}',
  '{"a"',
  '[1,2)',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-Infinity',
  'infinity',
  'now',
  'today',
  'epoch',
  'allballs',
  '0000-00-00',
  '2023-02-30',
  '9999-12-31',
  '99999-01-01',
  '-0001-01-01',
  '4713-01-01 BC',
  '2023-01-01T25:61:00',
  '2023-13',
  '24:00:00',
  '1e400',
  '1e-400',
  '9'.repeat(400),
  `0.${'1'.repeat(400)}`,
  '-0',
  '0x10',
  '1_000',
  '１２３',
  '+1',
  '1,000',
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '%2e%2e%2f',
  '/dev/zero',
  'file:///etc/passwd',
  'http://169.254.169.254/',
  'http://127.0.0.1:1/',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  ']]><!--',
  '=1+1',
  '@SUM(A1)',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '{00000000-0000-7000-8000-000000000001}',
  '00000000000070008000000000000001',
]

/** Values of every kind, where another is due. */
export function oddValue(dice: Dice): unknown {
  switch (dice.below(12)) {
    case 0:
      return dice.pick([null, true, false])
    case 1:
    case 2:
      return dice.pick([0, -1, 1, 1.5, 0.1 + 0.2, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e21, 1e308, -1e308, 5e-324])
    case 3:
      return dice.pick([[], [[]], [null], [[[[1]]]], Array.from({ length: 2000 }, (_, i) => i)])
    case 4:
      return dice.pick<unknown>([{}, { a: { b: { c: {} } } }, { length: 1e9 }, { toString: 'x' }, { toJSON: 1 }])
    case 5:
      return Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i]))
    case 6:
      return Array.from({ length: dice.pick([1, 60, 501]) }, () => dice.pick(texts.slice(0, 14)))
    default:
      return dice.pick(texts)
  }
}

/** What a parser of JSON has to refuse, or to survive. */
export const rawBodies: readonly string[] = [
  '',
  ' ',
  '{',
  '}',
  '[',
  '"',
  '{"a":}',
  '{"a":1,}',
  "{'a':1}",
  'null',
  'true',
  '1',
  '""',
  '[]',
  '{}',
  'undefined',
  '1e999',
  '{"value":1e999}',
  '-',
  '\ufeff{}',
  '{"a":"\u0000"}',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"values":{"__proto__":{"state":"approved"}},"version":1}',
  '{"values":{"constructor":1,"toString":2,"hasOwnProperty":3}}',
  '{"a":1,"a":2}',
  '['.repeat(20_000),
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  `{"values":${'['.repeat(3000)}${']'.repeat(3000)}}`,
  `{"text":"${'\\ud800'.repeat(100)}"}`,
  `{"where":[["name","is",${'['.repeat(200)}${']'.repeat(200)}]]}`,
  'a=b&c=d',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  `{"name":"${'x'.repeat(2_000_000)}"}`,
]
