import { describe, expect, it } from 'vitest'
import { weigh } from './level-scores.ts'

const levels = (...pairs: readonly (readonly [weight: string, score: string | null])[]) =>
  pairs.map(([weight, score]) => ({ weight, score }))

describe('the total of levels', () => {
  it('is rounded half up on decimals: 98.445 becomes 98.45, which binary numbers miss', () => {
    expect(weigh(levels(['30', '98.06'], ['70', '98.61']))).toBe('98.45')
    expect((0.3 * 98.06 + 0.7 * 98.61).toFixed(2)).toBe('98.44')
  })

  it('knows three levels, and decimals in weights', () => {
    expect(weigh(levels(['50', '90'], ['25', '80.01'], ['25', '80']))).toBe('85.00')
    expect(weigh(levels(['33.33', '100'], ['66.67', '100']))).toBe('100.00')
  })

  it('is none while a score is missing, the weights are not 100, or there is no level', () => {
    expect(weigh(levels(['30', '98.06'], ['70', null]))).toBeNull()
    expect(weigh(levels(['30', '98.06'], ['60', '98.61']))).toBeNull()
    expect(weigh([])).toBeNull()
  })
})
