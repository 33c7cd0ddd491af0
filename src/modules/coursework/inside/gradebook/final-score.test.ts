import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Category, type Entry, finalScore, type Mark } from './final-score.ts'

const categories: Category[] = [
  { id: 'h', name: '作业', weight: '40', dropLowest: 1 },
  { id: 'p', name: '实训', weight: '60', dropLowest: 0 },
]
const entry = (id: string, categoryId: string, maxScore = '100'): Entry => ({ id, categoryId, title: id, maxScore })
const entries = [entry('h1', 'h'), entry('h2', 'h', '50'), entry('h3', 'h'), entry('p1', 'p', '30')]
const score = (value: string): Mark => ({ kind: 'score', score: value })
const total = (marks: Record<string, Mark>, decimals = 1, of = categories) =>
  finalScore(of, entries, new Map(Object.entries(marks)), decimals)

describe('the score of a course', () => {
  it('weighs categories, drops the lowest by per cent, and rounds once', () => {
    const found = total({ h1: score('90'), h2: score('20'), h3: score('85'), p1: score('25') })
    // 作业 (90 + 85) / 2 = 87.5, h2 is dropped; 实训 83.33…; 0.4 × 87.5 + 0.6 × 83.33… = 85
    expect(found.score).toBe('85.0')
    expect(found.categories[0]!.entries.map(({ use }) => use)).toEqual(['counts', 'dropped', 'counts'])
    expect(found.categories.map(({ percent }) => percent)).toEqual(['87.50', '83.33'])
  })

  it('excused counts neither way, missing is nothing, pending does not count so far', () => {
    const excused = total({ h1: score('90'), h2: { kind: 'excused' }, h3: { kind: 'excused' }, p1: score('30') })
    expect(excused.score).toBe('96.0')
    // One is left: it is not dropped.
    expect(excused.categories[0]!.entries[0]!.use).toBe('counts')
    const missing = total({ h1: score('90'), h2: { kind: 'missing' }, h3: { kind: 'missing' }, p1: score('30') })
    expect(missing.score).toBe('78.0')
    const pending = total({ h1: score('80') })
    expect(pending.score).toBe('80.0')
    expect(pending.categories.map(({ share }) => share)).toEqual(['100.00', null])
    expect(total({}).score).toBeNull()
  })

  it('rounds half up, without binary fractions', () => {
    const one: Category[] = [{ id: 'h', name: '', weight: '100', dropLowest: 0 }]
    expect(total({ h1: score('84.5') }, 0, one).score).toBe('85')
    expect(total({ h1: score('1.005') }, 2, one).score).toBe('1.01')
    expect(total({ h1: score('70'), h3: score('71') }, 0, one).score).toBe('71')
  })

  it('no more of the lowest are dropped than there are, and dropping never lowers a score', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 9 }),
        (values, dropLowest) => {
          const own = values.map((_, i) => entry(`e${i}`, 'c'))
          const marks = new Map(values.map((value, i) => [`e${i}`, score(String(value))] as const))
          const of = (drop: number) =>
            Number(finalScore([{ id: 'c', name: '', weight: '1', dropLowest: drop }], own, marks, 6).score)
          expect(of(dropLowest)).toBeGreaterThanOrEqual(of(0))
          expect(of(99)).toBe(Math.max(...values))
        },
      ),
      { numRuns: 50 },
    )
  })
})
