import { describe, expect, it } from 'vitest'
import { gradeAnswer } from './grade-answer.ts'
import { itemProblems } from './item-problems.ts'
import type {
  BlanksItem,
  ChoiceCredit,
  Item,
  MatchItem,
  MultipleItem,
  NumberItem,
  OrderItem,
  SingleItem,
} from './item.ts'
import { presentItem } from './present-item.ts'

const common = { stem: '题干', points: '5', explanation: null }
const options = ['甲', '乙', '丙', '丁'].map((text, i) => ({ key: 'ABCD'[i]!, text }))
const single: SingleItem = { ...common, kind: 'single', options, right: 'B' }
const multiple = (credit: ChoiceCredit): MultipleItem => ({
  ...common,
  kind: 'multiple',
  options,
  right: ['A', 'B', 'C'],
  credit,
})
const blanks: BlanksItem = {
  ...common,
  stem: '欧姆定律 I=____，单位是____。',
  kind: 'blanks',
  blanks: [['U/R'], ['安培', 'A', '安']],
  folding: { width: true, case: true, space: true },
  credit: 'share',
}
const number = (
  kind: 'absolute' | 'relative',
  amount: string,
  value = '0.3',
  unit: string | null = 'V',
): NumberItem => ({
  ...common,
  kind: 'number',
  value,
  tolerance: { kind, amount },
  unit,
})
const order: OrderItem = { ...common, kind: 'order', entries: ['断电', '验电', '放电', '接地'], credit: 'share' }
const match: MatchItem = {
  ...common,
  kind: 'match',
  pairs: [
    ['电压', '伏特'],
    ['电流', '安培'],
    ['电阻', '欧姆'],
  ],
  distractors: ['瓦特'],
  credit: 'share',
}
const short: Item = { ...common, kind: 'short', keywords: [['绝缘手套', '绝缘护具'], ['断电']], sample: null }
const score = (item: Item, answer: unknown) => gradeAnswer(item, answer).score

describe('an answer is worth what the item declares', () => {
  it('one choice: the key or nothing; no answer is not a wrong choice', () => {
    expect(gradeAnswer(single, 'B')).toMatchObject({ score: '5', maxScore: '5', correct: true, answered: true })
    expect(gradeAnswer(single, 'A')).toMatchObject({ score: '0', correct: false, answered: true })
    expect(gradeAnswer(single, 'Z')).toMatchObject({ score: '0', correct: false, answered: false })
  })

  it('several choices, by each of the four rules', () => {
    const rows: [ChoiceCredit, string[], string][] = [
      ['all', ['A', 'B', 'C'], '5'],
      ['all', ['A', 'B'], '0'],
      ['right-only', ['A', 'B'], '3.33'],
      ['right-only', ['A', 'D'], '0'],
      ['half', ['A'], '2.5'],
      ['half', ['A', 'B', 'C', 'D'], '0'],
      ['minus-wrong', ['A', 'B', 'D'], '1.67'],
      ['minus-wrong', ['D'], '0'],
      ['minus-wrong', ['C', 'B', 'A', 'A'], '5'],
    ]
    for (const [credit, chosen, worth] of rows) expect(score(multiple(credit), chosen), credit).toBe(worth)
  })

  it('blanks: several accepted answers, width, case and spaces folded where declared', () => {
    expect(score(blanks, ['ｕ ／ ｒ', ' a '])).toBe('5')
    expect(score(blanks, ['U/R', '伏特'])).toBe('2.5')
    expect(score({ ...blanks, credit: 'all' }, ['U/R', '伏特'])).toBe('0')
    expect(score({ ...blanks, folding: { width: true, case: false, space: true } }, ['u/r', '安'])).toBe('2.5')
    // Not a pattern: what looks like one is only text.
    expect(score(blanks, ['.*', '.*'])).toBe('0')
    expect(gradeAnswer(blanks, ['', ' '])).toMatchObject({ answered: false })
  })

  it('numbers: both ends of the tolerance count, without binary fractions', () => {
    expect(score(number('absolute', '0.1', '0.2'), '0.3')).toBe('5')
    expect(score(number('absolute', '0.1', '0.2'), '0.30000000000000000001')).toBe('0')
    expect(score(number('relative', '10', '-3'), '-3.3')).toBe('5')
    expect(score(number('absolute', '0', '1200'), '１，２００')).toBe('5')
    expect(score(number('absolute', '0', '1200'), '1.2e3 V')).toBe('5')
    for (const wrong of ['1.2e3 A', '0x4B0', '1,2', 'NaN', 'Infinity', '12 00 0', ''])
      expect(score(number('absolute', '0', '1200'), wrong), wrong).toBe('0')
  })

  it('order and match: each place, each left side', () => {
    expect(score(order, order.entries)).toBe('5')
    expect(score(order, ['验电', '断电', '放电', '接地'])).toBe('2.5')
    expect(score(order, ['断电', '断电', '断电'])).toBe('1.25')
    expect(score({ ...order, credit: 'all' }, ['断电'])).toBe('0')
    expect(score(match, { 电压: '伏特', 电流: '安培', 电阻: '欧姆' })).toBe('5')
    expect(score(match, { 电压: '伏特', 电流: '瓦特', 无: '伏特' })).toBe('1.67')
    expect(score(match, JSON.parse('{"__proto__":"伏特","constructor":"伏特"}'))).toBe('0')
  })

  it('a short answer: keywords suggest, a teacher gives; what nobody wrote needs no teacher', () => {
    expect(gradeAnswer(short, '戴上绝缘护具')).toMatchObject({ score: null, correct: null, suggested: '2.5' })
    expect(gradeAnswer(short, '  ')).toMatchObject({ score: '0', correct: false, answered: false })
  })

  it('whatever a phone sends is an answer or none', () => {
    for (const item of [single, multiple('all'), blanks, number('absolute', '0'), order, match, short])
      for (const given of [null, undefined, 7, true, [], {}, [null], [[]], { a: 1 }, 'x'.repeat(30_000)])
        expect(gradeAnswer(item, given).score).toBe('0')
  })
})

describe('an item as it is asked', () => {
  const all = [single, multiple('all'), blanks, number('absolute', '0.5'), order, match, short]

  it('holds nothing of its key', () => {
    for (const item of all) {
      const asked = JSON.stringify(presentItem(item))
      for (const key of ['right":"', 'credit', 'blanks":[', 'value', 'tolerance', 'keywords', 'pairs', 'explanation'])
        expect(asked, item.kind).not.toContain(key)
    }
  })

  it('is shuffled the same way for the same person, and never comes solved', () => {
    const two: OrderItem = { ...order, entries: ['先', '后'] }
    for (const seed of Array.from({ length: 20 }, (_, i) => `s${i}`)) {
      expect(presentItem(order, seed)).toEqual(presentItem({ ...order, entries: [...order.entries] }, seed))
      expect(score(two, (presentItem(two, seed) as unknown as { entries: string[] }).entries)).toBe('0')
    }
    const seen = new Set(Array.from({ length: 20 }, (_, i) => JSON.stringify(presentItem(match, `s${i}`))))
    expect(seen.size).toBeGreaterThan(3)
  })
})

it('an item that cannot be asked or graded is refused at the part to mend', () => {
  const rows: [Item, string][] = [
    [{ ...single, points: '0' }, 'points'],
    [{ ...single, points: '1.005' }, 'points'],
    [{ ...single, stem: ' ' }, 'stem'],
    [{ ...single, right: 'E' }, 'right'],
    [{ ...single, options: options.slice(0, 1), right: 'A' }, 'options'],
    [{ ...multiple('all'), right: [] }, 'right'],
    [{ ...blanks, stem: '没有空' }, 'stem'],
    [{ ...blanks, blanks: [['U/R'], []] }, 'blanks'],
    [{ ...number('absolute', '-1') }, 'tolerance'],
    [{ ...number('relative', '150') }, 'tolerance'],
    [{ ...number('absolute', '0', '约三') }, 'value'],
    [{ ...order, entries: ['甲', '甲'] }, 'entries'],
    [{ ...match, distractors: ['伏特'] }, 'distractors'],
    [{ ...short, keywords: [['']] }, 'keywords'],
  ]
  for (const [item, field] of rows) expect(itemProblems(item).map((one) => one.field)).toContain(field)
  for (const item of [single, multiple('half'), blanks, number('relative', '5'), order, match, short])
    expect(itemProblems(item)).toEqual([])
})
