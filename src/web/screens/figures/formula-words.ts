import type { AnyFilter, AnyRegister, Field, Lang, Measure, PeriodRule } from '../../../language/index.ts'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import { catalogue } from '../../app/catalogue.ts'
import type { SayFigure } from './use-figure-texts.ts'

/** The days that '@start' and '@end' stand for. */
export interface Window {
  readonly period: string
  readonly start: string
  readonly end: string
}

/** The window of an edition that an indicator counts over. */
export function windowOf(period: WirePeriod, rule: PeriodRule): Window {
  if (rule === 'school-year') return { period: period.code, start: period.schoolYearFrom, end: period.schoolYearTo }
  if (rule === 'calendar-year')
    return { period: period.code, start: period.calendarYearFrom, end: period.calendarYearTo }
  return { period: period.code, start: period.asOf, end: period.asOf }
}

/** One condition in words, or several of which any will do. */
export type ConditionWords =
  | { readonly field: string; readonly words: string }
  | { readonly anyOf: readonly (readonly ConditionWords[])[] }

interface Speaker {
  readonly t: SayFigure
  readonly lang: Lang
  readonly window: Window
}

/** What a measure does with its records: "合计“到账金额”". */
export function measureWords(measure: Measure, { t, lang }: Speaker): string {
  if (measure.of === 'count') return t('formula.count')
  const field = catalogue.registers.get(measure.register)?.fields[measure.field]
  return t(`formula.${measure.of}`, { field: field?.label[lang] ?? measure.field })
}

/** A filter in words: field labels, labels of codes, and the actual dates of the edition. */
export function filterWords(filter: AnyFilter, register: AnyRegister, speaker: Speaker): readonly ConditionWords[] {
  return Object.entries(filter).map(([name, condition]): ConditionWords => {
    if (name === 'anyOf')
      return { anyOf: (condition as readonly AnyFilter[]).map((one) => filterWords(one, register, speaker)) }
    const { label, field } = pathOf(name, register, speaker.lang)
    const group = condition !== null && typeof condition === 'object' && 'lastOf' in condition && condition.lastOf
    if (typeof group === 'string') {
      const of = register.fields[group]?.label[speaker.lang] ?? group
      const until = 'atMost' in (condition as object) ? (condition as { atMost: unknown }).atMost : undefined
      const words =
        until === undefined
          ? speaker.t('formula.last', { field: of })
          : speaker.t('formula.last-to', { field: of, value: valueWords(until, field, speaker) })
      return { field: label, words }
    }
    return { field: label, words: conditionWords(condition, field, speaker) }
  })
}

function pathOf(
  name: string,
  register: AnyRegister,
  lang: Lang,
): { readonly label: string; readonly field: Field | undefined } {
  const [first = '', ...rest] = name.split('.')
  const field = register.fields[first]
  const target = field?.kind === 'reference' ? catalogue.registers.get(field.register) : undefined
  if (rest.length === 0 || !field || !target) return { label: field?.label[lang] ?? name, field }
  if (rest[0] === 'state' && !('state' in target.fields))
    return { label: `${field.label[lang]} · ${lang === 'zh' ? '状态' : 'state'}`, field: undefined }
  const inner = pathOf(rest.join('.'), target, lang)
  return { label: `${field.label[lang]} · ${inner.label}`, field: inner.field }
}

const isDay = (field: Field | undefined) => field?.kind === 'date' || field?.kind === 'month'

function conditionWords(condition: unknown, field: Field | undefined, speaker: Speaker): string {
  const { t, window } = speaker
  const say = (value: unknown) => valueWords(value, field, speaker)
  const list = (value: unknown) => (Array.isArray(value) ? value.map(say).join(t('formula.or')) : say(value))
  if (condition === null) return t('formula.empty')
  if (Array.isArray(condition) || typeof condition !== 'object') return t('formula.is', { value: list(condition) })
  const given = condition as Readonly<Record<string, unknown>>
  if ('not' in given)
    return given['not'] === null ? t('formula.filled') : t('formula.not', { value: list(given['not']) })
  if ('within' in given)
    return field?.kind === 'period'
      ? t('formula.within-period', { period: window.period })
      : t('formula.within', { from: window.start, to: window.end })
  if ('emptyOr' in given)
    return t('formula.empty-or', { words: boundsWords(given['emptyOr'] as object, field, speaker) })
  return boundsWords(given, field, speaker)
}

const bounds = [
  ['atLeast', 'formula.at-least', 'formula.date-from'],
  ['over', 'formula.over', 'formula.date-over'],
  ['atMost', 'formula.at-most', 'formula.date-to'],
  ['under', 'formula.under', 'formula.date-under'],
] as const

function boundsWords(given: object, field: Field | undefined, speaker: Speaker): string {
  const { t, lang } = speaker
  return bounds
    .flatMap(([name, plain, ofDay]) => {
      const value = (given as Readonly<Record<string, unknown>>)[name]
      if (value === undefined) return []
      return [t(isDay(field) ? ofDay : plain, { value: valueWords(value, field, speaker) })]
    })
    .join(lang === 'zh' ? '，' : ', ')
}

function valueWords(value: unknown, field: Field | undefined, { t, lang, window }: Speaker): string {
  if (value === '@start') return window.start
  if (value === '@end') return window.end
  if (typeof value === 'boolean') return t(value ? 'formula.yes' : 'formula.no')
  if ((field?.kind === 'choice' || field?.kind === 'choices') && typeof value === 'string')
    return field.codes.values[value]?.[lang] ?? value
  return String(value)
}
