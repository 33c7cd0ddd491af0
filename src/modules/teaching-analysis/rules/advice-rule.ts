import type { Label } from '../../../language/label.ts'
import type { ClassFacts, HomeworkFacts, LessonFacts } from '../inside/class-facts.ts'
import type { Share } from '../inside/statistics.ts'

/** What a rule found in a lesson: once for each key. */
export interface Finding {
  /** What it is about: an item, a step, a knowledge point; empty for the class as a whole. */
  readonly key: string
  /** Fill the sentence. */
  readonly words: Readonly<Record<string, string | number>>
  /** Whom it is about: named to the teacher of the class alone. */
  readonly students: readonly string[]
  /** The very acts it rests on; what is missing has none. */
  readonly acts: readonly string[]
}

/** A lesson and the homework of its class, as a measure looks at them. */
export interface MeasuredFacts {
  readonly lesson: LessonFacts
  readonly homework: readonly HomeworkFacts[]
}

/** A rule by which advice is given: a pure function of what was recorded. One file each. */
export interface AdviceRule {
  /** Kept with the advice, so never reused for something else. */
  readonly name: string
  readonly label: Label
  /** Why it matters. */
  readonly reason: Label
  /** Where the reason, or the threshold, comes from. */
  readonly source: Label
  /** What was seen; `{word}` is filled from the finding. */
  readonly evidence: Label
  /** What could be done. */
  readonly proposal: Label
  /** The evidence of a made-up lesson; `rules.test.ts` lets the rule say exactly this. */
  readonly example: Label
  /** Below so many observations the rule says nothing. */
  readonly least: number
  /** Where it rests on sign-ins, which are no acts: those of its students in so many lessons up to its own. */
  readonly signIns?: { readonly lessons: number; readonly states: readonly LessonFacts['students'][number]['state'][] }
  find(facts: ClassFacts): readonly Finding[]
  /** Whether it helped: a share that is better when greater, of the lesson itself and of those after it. */
  readonly measure: {
    readonly label: Label
    /** @returns null where the lesson says nothing about it */
    of(facts: MeasuredFacts, key: string): Share | null
  }
}

/** A share, or nothing when there is nobody to take it of. */
export const shareOf = (hits: number, of: number): Share | null => (of === 0 ? null : { hits, of })
