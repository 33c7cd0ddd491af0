import type { WireReportSection } from '../../../language/wire-reports.ts'
import { parentOf } from './outline-order.ts'

export const BOARD_FILTERS = ['mine', 'late', 'comments'] as const
export type BoardFilter = (typeof BOARD_FILTERS)[number]

/** Who looks: what counts as theirs. */
export interface Viewer {
  readonly personName: string
  readonly unitIds: readonly string[]
}

/** Past its day and not yet handed in. `today` is YYYY-MM-DD. */
export function isLate(section: Pick<WireReportSection, 'due' | 'state'>, today: string): boolean {
  return section.due !== null && section.due < today && section.state === 'draft'
}

/** Theirs to write, or of their unit with nobody named. */
export function isMine(section: WireReportSection, viewer: Viewer): boolean {
  if (section.personId !== null) return section.personName === viewer.personName
  return section.unitId !== null && viewer.unitIds.includes(section.unitId)
}

function matches(section: WireReportSection, filter: BoardFilter, viewer: Viewer, today: string): boolean {
  if (filter === 'mine') return isMine(section, viewer)
  return filter === 'late' ? isLate(section, today) : section.comments > 0
}

/** A row of the board; those that only lead to a match are quiet. */
export interface BoardRow {
  readonly section: WireReportSection
  readonly isMatch: boolean
}

/** The sections that satisfy every filter, with the sections they are below. */
export function filterBoard(
  sections: readonly WireReportSection[],
  filters: readonly BoardFilter[],
  viewer: Viewer,
  today: string,
): readonly BoardRow[] {
  const hits = new Set<WireReportSection>(
    sections.filter((one) => filters.every((filter) => matches(one, filter, viewer, today))),
  )
  const shown = new Set(hits)
  for (const one of hits) for (let up = parentOf(sections, one.id); up; up = parentOf(sections, up.id)) shown.add(up)
  return sections.filter((one) => shown.has(one)).map((section) => ({ section, isMatch: hits.has(section) }))
}

/** How many satisfy each filter alone: what its button says. */
export function countFilters(
  sections: readonly WireReportSection[],
  viewer: Viewer,
  today: string,
): Readonly<Record<BoardFilter, number>> {
  const count = (filter: BoardFilter) => sections.filter((one) => matches(one, filter, viewer, today)).length
  return { mine: count('mine'), late: count('late'), comments: count('comments') }
}

export interface UnitProgress {
  readonly unitName: string
  readonly sections: number
  readonly submitted: number
  readonly approved: number
  readonly late: number
}

/** How far each unit is; those that are furthest behind first. */
export function progressByUnit(sections: readonly WireReportSection[], today: string): readonly UnitProgress[] {
  const groups = Map.groupBy(sections, (one) => one.unitName)
  return [...groups]
    .map(([unitName, own]) => ({
      unitName,
      sections: own.length,
      submitted: own.filter((one) => one.state === 'submitted').length,
      approved: own.filter((one) => one.state === 'approved').length,
      late: own.filter((one) => isLate(one, today)).length,
    }))
    .sort((a, b) => b.late - a.late || a.approved / a.sections - b.approved / b.sections || b.sections - a.sections)
}
