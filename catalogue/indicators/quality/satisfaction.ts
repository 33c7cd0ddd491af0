import { percent, plus, ratio, sum, times } from '../../../src/language/index.ts'
import type { FilterOf } from '../../../src/language/register.ts'
import { satisfactionResults } from '../../registers/quality/satisfaction-results.ts'

type Where = Omit<FilterOf<typeof satisfactionResults>, 'period'>

/** What every satisfaction indicator shares: printed in per cent, of the edition, answered for by the quality office. */
export const surveyed = {
  unit: { zh: '%', en: '%' },
  period: 'school-year',
  decimals: 2,
  version: 1,
  owner: 'quality',
} as const

/** 非常满意 100, 比较满意 80, 基本满意 60, 不满意 0, weighed by the answers. */
export function satisfaction(where: Where) {
  const of = { ...where, period: { within: '@period' } } as FilterOf<typeof satisfactionResults>
  return ratio(
    plus(
      times('100', sum(satisfactionResults, 'verySatisfied', of)),
      times('80', sum(satisfactionResults, 'satisfied', of)),
      times('60', sum(satisfactionResults, 'fair', of)),
    ),
    sum(satisfactionResults, 'answered', of),
  )
}

/** The share of those who answered 非常满意 or 比较满意. */
export function satisfiedShare(where: Where) {
  const of = { ...where, period: { within: '@period' } } as FilterOf<typeof satisfactionResults>
  return percent(
    plus(sum(satisfactionResults, 'verySatisfied', of), sum(satisfactionResults, 'satisfied', of)),
    sum(satisfactionResults, 'answered', of),
  )
}
