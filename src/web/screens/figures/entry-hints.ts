import type { WireFigure } from '../../../language/index.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { changeBetween } from './exact-change.ts'

/** What a typed value is measured against. `isOff` says that it falls outside. */
export type EntryHint =
  | { readonly kind: 'between'; readonly low: string | null; readonly high: string | null; readonly isOff: boolean }
  | { readonly kind: 'change'; readonly percent: string; readonly isOff: boolean }

/** What was typed, without separators, spaces and full-width digits. */
export function typedValue(text: string): string {
  return text.replace(/[０-９．－]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[,，\s]/g, '')
}

/** Whether what was typed is no number. */
export function entryProblem(text: string): boolean {
  return !/^-?\d{1,15}(\.\d{1,10})?$/.test(typedValue(text))
}

/** Bounds that the declared rules set for a figure, judged against a typed value. */
export function hintsOf(figure: Pick<WireFigure, 'code' | 'previous'>, typed: string): readonly EntryHint[] {
  const value = entryProblem(typed) ? undefined : typedValue(typed)
  const isOver = (a: string, b: string) => changeBetween(a, b)?.sign === 1
  return figuresCatalogue.rules.flatMap(({ rule }): EntryHint[] => {
    if (!('of' in rule) || rule.of !== figure.code) return []
    if ('between' in rule) {
      const [low, high] = rule.between
      const isOff =
        value !== undefined && ((low !== null && isOver(value, low)) || (high !== null && isOver(high, value)))
      return [{ kind: 'between', low, high, isOff }]
    }
    const percent = value === undefined ? undefined : changeBetween(figure.previous?.value, value)?.percent
    const isOff =
      percent !== undefined && percent !== null && isOver(rule.changesAtMostPercent, percent.replace(/^[+-]/, ''))
    return [{ kind: 'change', percent: rule.changesAtMostPercent, isOff }]
  })
}
