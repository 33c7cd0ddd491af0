import { describe, expect, it } from 'vitest'
import { creditsOf, type Finished, termResultOf } from './term-result.ts'

const of = (nature: string, score: string, credits: string): Finished => ({ nature, score, credits })
const all = [of('general', '80', '4'), of('foundation', '70', '2'), of('extension', '90', '1')]

describe('what a student had reached at the end of a term', () => {
  it('is credits of what was passed and marks weighed by credits', () => {
    const found = termResultOf(
      [...all, of('core', '59.5', '2'), of('core', '91', '4'), of('practice', '100', '9')],
      null,
    )
    expect(found).toEqual({
      result: {
        generalCredits: '4.0',
        generalScore: '80.0',
        foundationCredits: '2.0',
        foundationScore: '70.0',
        // 2 of 6 credits were not passed; (59.5 × 2 + 91 × 4) / 6 = 80.5
        coreCredits: '4.0',
        coreScore: '80.5',
        extensionCredits: '1.0',
        extensionScore: '90.0',
      },
    })
  })

  it('is not said while a nature has no course', () => {
    expect(termResultOf(all, null)).toEqual({ lacks: ['core'] })
    expect(termResultOf([], null)).toEqual({ lacks: ['general', 'foundation', 'core', 'extension'] })
  })

  it('goes on from what the office said of an earlier term', () => {
    const base = {
      generalCredits: '10.5',
      generalScore: '81.2',
      foundationCredits: '6.0',
      foundationScore: '75.0',
      coreCredits: '6.0',
      coreScore: '80.0',
      extensionCredits: '0.0',
      extensionScore: '66.0',
    }
    expect(termResultOf([], base)).toEqual({ result: base })
    // (80 × 6 + 90 × 3) / 9 = 83.33…
    expect(termResultOf([of('core', '90', '3')], base)).toMatchObject({
      result: { coreCredits: '9.0', coreScore: '83.3' },
    })
  })
})

it('a course is worth half a credit for each eight hours', () => {
  expect([16, 24, 60, 64].map(creditsOf)).toEqual(['1.0', '1.5', '4.0', '4.0'])
})
