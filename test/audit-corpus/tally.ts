import type { FindingKind } from '../../src/modules/audit/finding.ts'
import type { CleanScore, PlantScore, ReadScore } from './score.ts'

/** What was asked and said of one kind. */
export interface Tally {
  readonly kind: FindingKind | 'all'
  readonly planted: number
  readonly found: number
  /** Findings of this kind that are so. */
  readonly right: number
  readonly wrong: number
}

/** Counts by kind, the kinds in the order of their planting, and all together at the end. */
export function tally(
  clean: readonly CleanScore[],
  planted: readonly PlantScore[],
  read: readonly ReadScore[] = [],
): Tally[] {
  const right = [...planted.flatMap((score) => score.about), ...read.flatMap((score) => score.right)]
  const wrong = [
    ...clean.flatMap((score) => score.findings),
    ...planted.flatMap((score) => score.besides),
    ...read.flatMap((score) => score.unlisted),
  ]
  const count = (kind: FindingKind | 'all'): Tally => {
    const isKind = (other: FindingKind): boolean => kind === 'all' || kind === other
    const own = planted.filter((score) => isKind(score.plant.kind))
    return {
      kind,
      planted: own.length,
      found: own.filter((score) => score.isFound).length,
      right: right.filter((finding) => isKind(finding.kind)).length,
      wrong: wrong.filter((finding) => isKind(finding.kind)).length,
    }
  }
  return [...new Set(planted.map((score) => score.plant.kind)), 'all' as const].map(count)
}

/** Two decimals of a share; a dash where there is nothing to share. */
export const shareOf = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(2))
