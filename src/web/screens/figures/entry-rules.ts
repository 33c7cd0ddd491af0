import type { IndicatorRule, WireFigure } from '../../../language/index.ts'
import { codesOfRule } from '../../../language/catalogue.ts'
import { judgeRule, type Verdict } from '../../../language/judge-rule.ts'
import { entryProblem, typedValue } from './entry-hints.ts'

/** A rule between figures that what is typed would break. */
export interface Broken {
  readonly rule: IndicatorRule
  readonly verdict: Verdict
}

/**
 * The rules that an entered figure would break with what is typed now, judged here as the server will judge them.
 * Bounds of the figure itself are left out: they stand beside the field already.
 * @param typed what is typed for a figure; undefined where nothing is
 */
export function brokenBy(
  rules: readonly IndicatorRule[],
  figures: ReadonlyMap<string, WireFigure>,
  code: string,
  typed: (code: string) => string | undefined,
): readonly Broken[] {
  const valueOf = (one: string) => {
    const figure = figures.get(one)
    const text = typed(one)
    const stands = figure?.empty ? null : (figure?.value ?? null)
    const value = text === undefined ? stands : entryProblem(text) ? null : typedValue(text)
    return { value, previous: figure?.previous?.value ?? null }
  }
  return rules
    .filter((rule) => !('of' in rule.rule) && codesOfRule(rule).includes(code))
    .map((rule) => ({ rule, verdict: judgeRule(rule, valueOf) }))
    .filter(({ verdict }) => !verdict.holds)
}
