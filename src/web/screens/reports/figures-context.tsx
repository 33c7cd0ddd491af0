import type { UseQueryResult } from '@tanstack/react-query'
import { useQueries } from '@tanstack/react-query'
import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import { type FigureReference, inLanguage, type ResolvedFigure } from '../../../language/document.ts'
import type { Label, WireFigure } from '../../../language/index.ts'
import type { WirePeriod } from '../../../language/wire-figures.ts'
import type { WireReport } from '../../../language/wire-reports.ts'
import { groupDigits } from '../../../fields/views.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { api, queryOf } from '../../kit/api.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useFigures, usePeriods, useSuppliedFigures } from './queries.ts'

/** How far a figure may be relied on: what its colour and its words say. */
export type Standing = 'approved' | 'waiting' | 'changed' | 'missing' | 'loading' | 'unknown'

/** A figure as it is shown in the text. */
export interface ShownFigure {
  readonly label: string
  /** The printed value with its unit, as the reference asks. */
  readonly text: string
  readonly standing: Standing
  readonly period: string
  readonly figure: WireFigure | undefined
  /** Of a report that a module makes: what the figure means, and where it opens. */
  readonly supplied?: Pick<ResolvedFigure, 'definition' | 'behind'>
}

interface Figures {
  readonly period: string
  /** The figures of the report's own period. */
  readonly all: readonly WireFigure[]
  readonly find: (reference: FigureReference) => ShownFigure
}

const FiguresContext = createContext<Figures | undefined>(undefined)

/** The figures that a text refers to. Only inside FiguresProvider. */
export function useShownFigures(): Figures {
  const figures = useContext(FiguresContext)
  if (!figures) throw new Error('useShownFigures: the component is outside FiguresProvider')
  return figures
}

interface FiguresProviderProps {
  readonly report: Pick<WireReport, 'id' | 'period' | 'supply'>
  readonly used: readonly FigureReference[]
  readonly children: ReactNode
}

/** Reads the figures of the report's period, and of other periods that the text names; they refresh by themselves. */
export function FiguresProvider({ report, used, children }: FiguresProviderProps) {
  const { lang } = useLang()
  const { period } = report
  const supplied = useSuppliedFigures(report).data
  const own = useFigures(period)
  const periods = usePeriods().data
  const codeOf = useMemo(() => periodCodes(periods ?? [], period), [periods, period])
  const others = useMemo(() => otherPeriods(used, period, codeOf), [used, period, codeOf])
  const more = useQueries({
    queries: others.map(({ code, codes }) => ({
      queryKey: ['figures', 'list', code, null, codes],
      queryFn: () => api.get<readonly WireFigure[]>(`/figures${queryOf({ period: code, codes })}`),
      staleTime: 60_000,
    })),
    combine,
  })
  const isPending = own.isPending || more.isPending || !periods
  const value = useMemo<Figures>(() => {
    const all = own.data ?? []
    const known = new Map([...all, ...more.figures].map((one) => [`${one.code}@${one.period}`, one]))
    return {
      period,
      all,
      find: (reference) => {
        const at = codeOf(reference.period)
        const made = supplied?.[reference.code]
        if (made !== undefined) return suppliedFigure(made, reference, report.supply?.outdatedAt != null, lang)
        const figure = known.get(`${reference.code}@${at}`)
        const label =
          (figure?.label ?? figuresCatalogue.indicators.get(reference.code)?.label)?.[lang] ?? reference.code
        if (!figure) {
          const isKnown = figuresCatalogue.indicators.has(reference.code)
          const isAwaited = report.supply !== null && supplied === undefined
          const standing = isAwaited ? 'loading' : !isKnown ? 'unknown' : isPending ? 'loading' : 'missing'
          return {
            label,
            text: standing === 'unknown' ? reference.code : standing === 'missing' ? '—' : '…',
            standing,
            period: at,
            figure,
          }
        }
        return { label, text: printed(figure, reference, lang), standing: standingOf(figure), period: at, figure }
      },
    }
  }, [own.data, more, period, lang, isPending, codeOf, supplied, report.supply])
  return <FiguresContext value={value}>{children}</FiguresContext>
}

const combine = (results: readonly UseQueryResult<readonly WireFigure[]>[]) => ({
  figures: results.flatMap((result) => result.data ?? []),
  isPending: results.some((result) => result.isPending),
})

/** The edition before the report's own, whichever that is: a new year's report needs no new references. */
export const PREVIOUS = '@previous'

type PeriodCode = (named: string | null | undefined) => string

/** What a reference's period means: none is the report's own, '@previous' the one before it. */
function periodCodes(periods: readonly WirePeriod[], own: string): PeriodCode {
  const previousId = periods.find((one) => one.code === own)?.previousId
  const previous = periods.find((one) => one.id === previousId)?.code
  return (named) => (named === PREVIOUS ? (previous ?? named) : (named ?? own))
}

function otherPeriods(used: readonly FigureReference[], own: string, codeOf: PeriodCode) {
  const groups = Map.groupBy(used, (one) => codeOf(one.period))
  return [...groups]
    .filter(([code]) => code !== own && !code.startsWith('@'))
    .map(([code, figures]) => ({ code, codes: [...new Set(figures.map((one) => one.code))].sort().join(',') }))
}

/** A figure that a module made for this report: it stands until what it was made of changes. */
function suppliedFigure(
  figure: ResolvedFigure,
  { unit }: FigureReference,
  isOutdated: boolean,
  lang: keyof Label,
): ShownFigure {
  const words = unit === true && figure.unit ? inLanguage(figure.unit, lang) : ''
  return {
    label: inLanguage(figure.label, lang),
    text: `${groupDigits(figure.text)}${lang === 'zh' || /^[%‰°]/.test(words) || words === '' ? '' : ' '}${words}`,
    standing: isOutdated ? 'changed' : 'approved',
    period: figure.period,
    figure: undefined,
    supplied: figure,
  }
}

/** How far a figure may be relied on. */
export function standingOf(figure: Pick<WireFigure, 'changed' | 'status' | 'value'>): Standing {
  if (figure.changed) return 'changed'
  if (figure.value === null) return 'missing'
  return figure.status === 'approved' || figure.status === 'published' ? 'approved' : 'waiting'
}

/** The value, or one side of the fraction behind it, as it stands in the sentence. */
export function printed(figure: WireFigure, reference: FigureReference, lang: keyof Label): string {
  const { part, unit } = reference
  const side = part === 'numerator' ? figure.numerator : part === 'denominator' ? figure.denominator : undefined
  if (side !== undefined) return side === null ? '—' : groupDigits(trimmed(side))
  if (figure.value === null || figure.text === '') return '—'
  const text = groupDigits(figure.text)
  const words = figure.unit[lang]
  if (unit !== true || words === '') return text
  return lang === 'zh' || /^[%‰°]/.test(words) ? `${text}${words}` : `${text} ${words}`
}

/** A stored decimal without the zeros that say nothing. */
const trimmed = (value: string) => (value.includes('.') ? value.replace(/\.?0+$/, '') : value)
