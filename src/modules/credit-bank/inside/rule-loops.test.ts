import { describe, expect, it } from 'vitest'
import type { RuleFacts } from './facts.ts'
import { findLoops } from './find-loops.ts'
import { ruleLoops } from './rule-loops.ts'

const rule = (number: string, more: Partial<RuleFacts> = {}): RuleFacts => ({
  id: number,
  version: 1,
  state: 'approved',
  number,
  name: number,
  institution: 'east',
  outcomeKind: 'degree-course',
  outcomeName: `${number} 的来源`,
  level: null,
  leastGrade: 'pass',
  issuer: null,
  issuerName: null,
  targetKind: 'course',
  target: `${number} 的目标`,
  category: 'core',
  credits: '4',
  gradeForPass: '75',
  gradeForGood: null,
  gradeForExcellent: null,
  from: '2024-01-01',
  until: null,
  excludedBy: null,
  supersedes: null,
  basis: null,
  ...more,
})

describe('circles', () => {
  it('are found once each, from their first node', () => {
    const edges: Readonly<Record<string, readonly string[]>> = { a: ['b'], b: ['c', 'a'], c: ['a'], d: ['d', 'a'] }
    expect(findLoops(['a', 'b', 'c', 'd'], (node) => edges[node] ?? [])).toEqual([['a', 'b', 'c'], ['a', 'b'], ['d']])
  })

  it('of exclusions and of conversions are named by the numbers of their rules', () => {
    const excluding = ruleLoops([
      rule('A', { excludedBy: 'B' }),
      rule('B', { excludedBy: 'C' }),
      rule('C', { excludedBy: 'A' }),
      rule('D', { excludedBy: 'A' }),
    ])
    expect(excluding.map(({ label }) => label.zh)).toEqual([expect.stringContaining('互斥成环：A → B → C → A')])
    const converting = [
      rule('A', { outcomeName: '电工技术', target: '电气控制' }),
      rule('B', { outcomeName: '电气控制', target: '电工技术', institution: 'west', issuer: 'east' }),
    ]
    expect(ruleLoops(converting).map(({ label }) => label.zh)).toEqual([expect.stringContaining('转换成环：A → B → A')])
    // Another school's course of that name is not what the first rule gives.
    expect(ruleLoops([converting[0]!, { ...converting[1]!, issuer: 'north' }])).toEqual([])
  })
})
