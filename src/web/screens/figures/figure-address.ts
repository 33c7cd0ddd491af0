import type { WireFigure } from '../../../language/index.ts'
import { waits } from '../../../language/wire-figures.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { isPrintedIn, placeOf, tables } from './table-rows.ts'

/** Conditions that are either asked for or not. */
export const FLAGS = ['mine', 'changed', 'missing', 'empty', 'marked', 'entered'] as const
export type Flag = (typeof FLAGS)[number]

/** What the catalogue of figures shows; kept in the address. */
export interface FigureFilter {
  readonly q: string
  readonly status: string
  readonly owner: string
  readonly table: string
  readonly flags: readonly Flag[]
}

/** Reads a filter from an address; unknown words are ignored. */
export function readFilter(search: URLSearchParams): FigureFilter {
  const asked = (search.get('flags') ?? '').split(',')
  return {
    q: search.get('q') ?? '',
    status: search.get('status') ?? '',
    owner: search.get('owner') ?? '',
    table: search.get('table') ?? '',
    flags: FLAGS.filter((flag) => asked.includes(flag)),
  }
}

/** The address with the filter in it; what else it holds stays. */
export function writeFilter(search: URLSearchParams, filter: FigureFilter): URLSearchParams {
  const next = new URLSearchParams(search)
  const { flags, ...words } = filter
  for (const [name, value] of Object.entries({ ...words, flags: flags.join(',') }))
    if (value === '') next.delete(name)
    else next.set(name, value)
  return next
}

export const isNarrowed = (filter: FigureFilter) =>
  filter.flags.length > 0 || [filter.q, filter.status, filter.owner, filter.table].some((word) => word !== '')

const hasFlag: Readonly<Record<Flag, (figure: WireFigure) => boolean>> = {
  mine: waits,
  changed: (figure) => figure.changed !== null,
  missing: (figure) => figure.value === null,
  empty: (figure) => figure.empty,
  marked: (figure) => figure.marked,
  entered: (figure) => figure.entered,
}

/** The figures that satisfy every condition. */
export function filterFigures(figures: readonly WireFigure[], filter: FigureFilter): readonly WireFigure[] {
  const words = filter.q.toLowerCase().split(/\s+/).filter(Boolean)
  return figures.filter((figure) => {
    if (filter.status && figure.status !== filter.status) return false
    if (filter.owner && figure.owner !== filter.owner) return false
    if (filter.table && !isPrintedIn(filter.table, figure.code)) return false
    if (!filter.flags.every((flag) => hasFlag[flag](figure))) return false
    if (words.length === 0) return true
    const text = searchedText(figure)
    return words.every((word) => text.includes(word))
  })
}

function searchedText(figure: WireFigure): string {
  const synonyms = figuresCatalogue.indicators.get(figure.code)?.synonyms ?? []
  return [figure.code, figure.label.zh, figure.label.en, ...synonyms].join('\n').toLowerCase()
}

/** Figures of one printed table, in its order. `name` is empty for those in none. */
export interface FigureGroup {
  readonly name: string
  readonly figures: readonly WireFigure[]
}

/** Groups figures by the printed tables; those that stand in none come last. Empty groups are left out. */
export function groupFigures(figures: readonly WireFigure[]): readonly FigureGroup[] {
  const groups = Map.groupBy(figures, (figure) => placeOf(figure.code)?.table.name ?? '')
  const row = (figure: WireFigure) => placeOf(figure.code)?.row ?? 0
  return [...tables.map((table) => table.name), ''].flatMap((name) => {
    const own = groups.get(name)
    if (!own) return []
    return [{ name, figures: name === '' ? own.toSorted(byOwner) : own.toSorted((a, b) => row(a) - row(b)) }]
  })
}

const byOwner = (a: WireFigure, b: WireFigure) => (a.owner === b.owner ? 0 : a.owner < b.owner ? -1 : 1)
