/** The words in which the appraisal's items are written. */

import {
  type Amount,
  type Label,
  type ScoreGroup,
  type ScoreItem,
  type ScoreRule,
  type ValueSource,
  type Weight,
} from '../../../src/language/index.ts'

export const highest: Label = { zh: '各校最高原始值', en: 'Highest value of all colleges' }

const weights = (of: Readonly<Record<string, readonly [zh: string, en: string, weight: string]>>) =>
  Object.fromEntries(
    Object.entries(of).map(([key, [zh, en, weight]]): [string, Weight] => [key, { label: { zh, en }, weight }]),
  )
const given: ValueSource = { from: 'given' }
export const indicator = (code: string): ValueSource => ({ from: 'indicator', code })
export const ratio = (target: Amount, more: { limit?: string; better?: 'up' | 'down' } = {}): ScoreRule => ({
  by: 'ratio',
  target,
  ...more,
})
type Levels = Parameters<typeof weights>[0]
/** Weighed by level (and rank), measured against the college that has most. */
export const results = (levels: Levels, more: { full?: Amount; ranks?: Levels; extras?: Levels } = {}): ScoreRule => ({
  by: 'results',
  levels: weights(levels),
  full: more.full ?? highest,
  ...(more.ranks ? { ranks: weights(more.ranks) } : {}),
  ...(more.extras ? { extras: weights(more.extras) } : {}),
})
export const item = (
  key: string,
  zh: string,
  en: string,
  points: string,
  rule: ScoreRule,
  more: Partial<Pick<ScoreItem, 'source' | 'less' | 'zeroWhen'>> = {},
): ScoreItem => ({ key, label: { zh, en }, points, rule, source: given, ...more })
export const group = (
  key: string,
  zh: string,
  en: string,
  points: string,
  ...of: (ScoreGroup | ScoreItem)[]
): ScoreGroup => ({
  key,
  label: { zh, en },
  points,
  of,
})

export const manual: ScoreRule = { by: 'manual' }
export const national = (weight: string) => ['国家级', 'National', weight] as const
export const provincial = (weight: string) => ['省级', 'Provincial', weight] as const
