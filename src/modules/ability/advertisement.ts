import type { SkillKind } from './dictionaries/skill-table.ts'

/** A job advertisement as it comes in. */
export interface Advertisement {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Words of an advertisement: offsets in UTF-16 units, end exclusive. */
export interface Span {
  readonly in: 'title' | 'text'
  readonly start: number
  readonly end: number
}

export interface FoundSkill {
  /** Canonical name: aliases of one skill share it. */
  readonly name: string
  /** The words as they stand in the advertisement. */
  readonly surface: string
  readonly kind: SkillKind
  /** False when only preferred (优先, 加分). */
  readonly required: boolean
  /** The advertisement says that it is not asked (无需, 不要求). */
  readonly negated: boolean
  /** Not in any dictionary: proposed from how the sentence is built. */
  readonly isNew: boolean
  readonly span: Span
}

export interface OccupationGuess {
  /** Code of the classification of 2022, four levels. */
  readonly code: string
  readonly name: string
  /** Sums of weights, comparable within one advertisement only. */
  readonly score: number
  /** The words it was told by. */
  readonly because: readonly Span[]
}

/** What the advertisement says about the job itself; null where it says nothing that can be read. */
export interface Facts {
  /** City of prefecture level by its name without 市 (深圳); for a municipality its name (北京). */
  readonly city: string | null
  /** GB/T 2260 code of that city, six digits. */
  readonly cityCode: string | null
  /** Lowest schooling: 小学, 初中, 高中, 中专, 大专, 本科, 硕士, 博士; 不限 when it says so. */
  readonly educationMin: string | null
  readonly yearsMin: number | null
  readonly yearsMax: number | null
  /** Yuan per month, rounded to whole yuan. */
  readonly salaryMin: number | null
  readonly salaryMax: number | null
  /** Monthly pays per year where it says so (13薪). */
  readonly paysPerYear: number | null
  /** Something looked like pay and could not be believed (1-1元, 面议 is not counted). */
  readonly isPayUnreadable: boolean
  readonly spans: Partial<Record<'city' | 'education' | 'years' | 'salary', Span>>
}

export interface ReadAdvertisement {
  readonly id: string
  readonly skills: readonly FoundSkill[]
  /** At most three, best first. */
  readonly occupations: readonly OccupationGuess[]
  readonly facts: Facts
}
