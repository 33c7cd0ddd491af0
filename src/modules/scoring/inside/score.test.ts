import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { doubleHigh } from '../../../../catalogue/schemes/double-high.ts'
import { jiangxiAppraisal } from '../../../../catalogue/schemes/jiangxi-appraisal/jiangxi-appraisal.ts'
import { schemeMistakes } from '../../../language/scheme-mistakes.ts'
import { itemsOf, type ScoreItem } from '../../../language/scoring.ts'
import { score } from './score.ts'
import { valueProblems } from './value-problems.ts'
import { type ItemValue, type ScoreValues, scoreValuesShape } from './values.ts'
import { whatIf } from './what-if.ts'
import { explain } from './words.ts'

const midterm: ScoreValues = scoreValuesShape.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../demo/scoring/double-high-midterm.json'), 'utf8')),
)
const college = (items: Record<string, ItemValue>): ScoreValues => ({ levels: { college: items } })
const pointsOf = (values: ScoreValues, key: string) =>
  score(jiangxiAppraisal, values).items.find(({ item }) => item.key === key)!.points
const sentence = (values: ScoreValues, key: string) =>
  explain(score(jiangxiAppraisal, values).items.find(({ item }) => item.key === key)!).zh

describe('the Double-High scheme', () => {
  // The two level scores, the weights and the total are printed in a published midterm report; the parts are made up.
  it('gives 98.06 and 98.61, and of them 98.45: half up on decimals', () => {
    expect(valueProblems(doubleHigh, midterm)).toEqual([])
    const found = score(doubleHigh, midterm)
    expect(found.levels).toEqual([
      { level: 'school', points: '98.06', of: '100', weight: '30' },
      { level: 'group', points: '98.61', of: '100', weight: '70' },
    ])
    expect(found.total).toBe('98.45')
    expect(found.grade).toBe('excellent')
    expect(found.vetoes.filter(({ isHit }) => isHit)).toEqual([])
    // What binary numbers make of it.
    expect((0.3 * 98.06 + 0.7 * 98.61).toFixed(2)).toBe('98.44')
  })

  it('weighs a school-type project 50/25/25', () => {
    const { school, group } = midterm.levels as Record<'school' | 'group', ScoreValues['levels'][string]>
    const found = score(doubleHigh, {
      ...midterm,
      weighting: 'school-project',
      levels: { school, 'group-a': group, 'group-b': school },
    })
    expect(found.levels.map(({ points, weight }) => [points, weight])).toEqual([
      ['98.06', '50'],
      ['98.61', '25'],
      ['98.06', '25'],
    ])
    expect(found.total).toBe('98.20')
  })

  it.each([
    ['less than 80 % of the tasks', { vetoes: { 'tasks-completed': '79.99' } }, 'poor'],
    ['80 % of the tasks', { vetoes: { 'tasks-completed': '80' } }, 'excellent'],
    ['false reporting', { said: ['false-reporting'] }, 'poor'],
    ['a violation of moral education', { said: ['moral-education'] }, 'poor'],
  ])('%s makes the grade, whatever the points', (_, more, grade) => {
    const found = score(doubleHigh, { ...midterm, ...more })
    expect([found.total, found.grade]).toEqual(['98.45', grade])
  })

  it('is poor when management is below 18 at either level', () => {
    const weak = {
      mechanism: { scores: [{ expert: '甲', score: '40' }] },
      evidence: { value: '0' },
      compliance: { cases: { serious: '1' } },
    }
    const at = (level: string, more: Record<string, ItemValue>) =>
      whatIf(doubleHigh, midterm, { levels: { [level]: more } }).after
    // 4 + 5 + 5 + 0 = 14; with 4 points of evidence 18: no less than 18.
    expect(at('group', weak).grade).toBe('poor')
    expect(at('school', weak).vetoes.find(({ veto }) => veto.key === 'management')).toMatchObject({
      isHit: true,
      value: '14.00',
    })
    const just = at('school', { ...weak, evidence: { value: '4' } })
    expect(just.vetoes.find(({ veto }) => veto.key === 'management')).toMatchObject({ isHit: false, value: '18.00' })
    expect(just.grade).toBe('excellent')
  })

  it('begins grades at 90, 80 and 60', () => {
    const graded = (manual: string) => {
      const items: Record<string, ItemValue> = {}
      for (const { item } of itemsOf(doubleHigh.levels['school']!.of)) items[item.key] = full(item, manual)
      const found = score(doubleHigh, { levels: { school: items, group: items } })
      return [found.total, found.grade]
    }
    expect(graded('5')).toEqual(['100.00', 'excellent'])
    const both = (points: string) =>
      score(
        {
          ...doubleHigh,
          levels: { one: { ...doubleHigh.levels['school']!, of: [only(points)] } },
          weightings: one,
          vetoes: [],
        },
        { levels: { one: { all: { value: points } } } },
      ).grade
    expect(['90', '89.99', '80', '79.99', '60', '59.99', '0'].map(both)).toEqual([
      'excellent',
      'good',
      'good',
      'fair',
      'fair',
      'poor',
      'poor',
    ])
  })

  it('says how each item came to its points, in both languages', () => {
    const words = Object.fromEntries(
      score(doubleHigh, midterm)
        .items.filter(({ level }) => level === 'school')
        .map((item) => [item.item.key, explain(item)]),
    )
    expect(words['budget-used']).toEqual({
      zh: '97.54 ÷ 100 × 5；4.877，四舍五入得 4.88',
      en: '97.54 ÷ 100 × 5; 4.877, rounded half up: 4.88',
    })
    expect(words['money-arrived']!.zh).toBe('105.99 达到 100；得 5.00 分（满分 5）')
    expect(words['contribution']!.zh).toBe('3 位专家平均 94（去掉 80, 99） ÷ 100 × 5；得 4.70 分（满分 5）')
    // The same award at two levels counts once, as national.
    expect(words['landmarks']!.zh).toBe('5 条成果，权重 42.4 ÷ 40 × 5；得 5.00 分（满分 5）')
    for (const { zh, en } of Object.values(words)) {
      expect(zh).toMatch(/分|得/)
      expect(en).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('shows what a change would do, item by item', () => {
    const found = whatIf(doubleHigh, midterm, {
      levels: { school: { 'budget-used': { value: '92.02' } }, group: { students: { value: '90', target: '95' } } },
    })
    expect(found.differences).toEqual([
      { level: 'school', key: 'budget-used', before: '4.88', after: '4.60', change: '-0.28' },
      { level: 'group', key: 'students', before: '3.00', after: '2.84', change: '-0.16' },
    ])
    expect([found.before.total, found.after.total, found.change]).toEqual(['98.45', '98.25', '-0.2'])
  })
})

/** Item, value, points, why. */
type Case = readonly [key: string, value: ItemValue, points: string, why: string]

describe('the provincial scheme', () => {
  it('is held by the language with every rule it has', () => {
    const all = { has: () => true } as unknown as ReadonlyMap<string, unknown>
    expect(schemeMistakes(jiangxiAppraisal, all)).toEqual([])
    expect(schemeMistakes(doubleHigh, all)).toEqual([])
    expect(new Set(itemsOf(jiangxiAppraisal.levels['college']!.of).map(({ item }) => item.rule.by))).toEqual(
      new Set(['ratio', 'bands', 'results', 'deduction', 'experts', 'satisfaction', 'yes-no', 'manual']),
    )
  })

  it.each<Case>([
    ['r7', { value: '12000' }, '2.00', 'reaches the pass line'],
    ['r7', { value: '9000' }, '1.50', 'in proportion below it'],
    ['r10', { value: '18' }, '3.00', 'fewer students per teacher are better'],
    ['r10', { value: '20' }, '2.70', '18 ÷ 20 × 3'],
    ['r10', { value: '22.01' }, '0.00', 'beyond the limit'],
    ['r11-double-qualified', { value: '29.99' }, '0.00', 'below 30 %'],
    ['r11-double-qualified', { value: '30' }, '1.00', 'from 30 % in proportion'],
    ['r33-settled', { value: '83.84' }, '2.00', 'at the mean'],
    ['r33-settled', { value: '78.84' }, '1.80', 'five points below'],
    ['r33-settled', { value: '78.83' }, '1.60', 'more than five'],
    ['r33-settled', { value: '73.83' }, '1.20', 'more than ten'],
    ['r33-settled', { value: '90', cases: { fraud: '7' } }, '1.00', 'false cases cost 1 at most'],
    ['r3', { cases: { fraud: '2' } }, '2.00', 'half a point for each case'],
    ['r2', { value: '90', target: '90', zero: true }, '0.00', 'judged D'],
    ['r19', { claims: [{ level: 'national' }, { level: 'provincial' }] }, '4.00', 'never more than its points'],
    ['r21', { target: '400', claims: [{ level: 'national-first', rank: 'second' }] }, '0.38', '300 × 0.5 ÷ 400'],
    [
      'r23',
      { target: '1200', claims: [{ level: 'national-first', extras: ['teachers'] }] },
      '2.00',
      '(400 + 200) ÷ 1200 × 4',
    ],
    [
      'r35',
      { answers: [{ question: '一', verySatisfied: 50, satisfied: 30, fair: 15, dissatisfied: 5 }] },
      '3.32',
      '83 × 4 %',
    ],
    ['r37', { value: '4', target: '1' }, '1.50', '2 − 1 ÷ 4 × 2'],
    ['r17-dimensions', { value: '3' }, '0.60', 'a fifth each'],
  ])('%s %j earns %s: %s', (key, value, points, _why) => {
    expect(valueProblems(jiangxiAppraisal, college({ [key]: value }))).toEqual([])
    expect(pointsOf(college({ [key]: value }), key)).toBe(points)
  })

  it('counts a result once at its highest level, even when several items claim it', () => {
    const values = college({
      r20: {
        target: '1000',
        claims: [
          { result: '课程甲', level: 'provincial' },
          { result: '课程甲', level: 'national' },
        ],
      },
      r22: { target: '300', claims: [{ result: '课程甲', level: 'provincial' }] },
    })
    // In r22 it is worth 100 ÷ 300 × 2, in r20 300 ÷ 1000 × 2.
    expect([pointsOf(values, 'r20'), pointsOf(values, 'r22')]).toEqual(['0.00', '0.67'])
  })

  it('adds and takes away at most five points beside the hundred', () => {
    const values = college({
      bonus: { value: '3' },
      penalty: {
        claims: [
          { level: 'scandal', count: 2 },
          { level: 'death', count: 4 },
        ],
      },
      r7: { value: '12000' },
      r19: { claims: [{ level: 'national' }] },
    })
    const found = score(jiangxiAppraisal, values)
    expect(found.groups.find(({ group }) => group.key === 'penalty')!.points).toBe('-5.00')
    expect(found.total).toBe('4.00')
    expect(found.grade).toBeNull()
  })

  it('says what is missing, and counts it as nothing until it is there', () => {
    const found = score(jiangxiAppraisal, college({ r8: { value: '30' } }))
    expect(found.items.every(({ isMissing }) => isMissing)).toBe(true)
    expect(sentence(college({ r8: { value: '30' } }), 'r8')).toBe(
      '尚缺数值，暂计 0 分。实际值 ÷ 各校最高原始值 × 3 分，不超过满分',
    )
  })
})

it('refuses words and numbers that the scheme does not know, by item', () => {
  const problems = valueProblems(doubleHigh, {
    weighting: 'thirds',
    levels: {
      school: {
        nothing: { value: '1' },
        evidence: { value: '6' },
        landmarks: { claims: [{ level: 'galactic', rank: 'fifth' }] },
        contribution: { scores: [{ expert: '甲', score: '101' }] },
        students: { value: '90', target: '0' },
      },
      town: {},
    },
    said: ['fire'],
  })
  expect(problems.map(({ field }) => field)).toEqual([
    'weighting',
    'school.nothing',
    'school.evidence',
    'school.landmarks',
    'school.landmarks',
    'school.contribution',
    'school.students',
    'town',
    'said.fire',
  ])
  expect(problems[2]!.message.zh).toBe('“佐证材料与台账”：得分应在 0 与 5 之间')
  expect(scoreValuesShape.safeParse({ levels: { school: { evidence: { value: 4.5 } } } }).success).toBe(false)
})

const one = { usual: { label: { zh: '唯一', en: 'Only' }, of: { one: '100' } } }
const only = (points: string) => ({
  key: 'all',
  label: { zh: '全部', en: `All ${points}` },
  points: '100',
  of: [
    {
      key: 'all',
      label: { zh: '全部', en: 'All' },
      points: '100',
      rule: { by: 'manual' as const },
      source: { from: 'given' as const },
    },
  ],
})

/** A value that earns all points of an item. */
function full({ rule }: ScoreItem, manual: string): ItemValue {
  switch (rule.by) {
    case 'results':
      return { target: '1', claims: [{ level: Object.keys(rule.levels)[0]! }] }
    case 'deduction':
      return { cases: {} }
    case 'experts':
      return { scores: [{ expert: '甲', score: rule.outOf }] }
    case 'manual':
      return { value: manual }
    default:
      return { value: '100', target: '100' }
  }
}
