/** What advice is found in: one lesson and those before it, read once (`read-class-facts.ts`). Ids are of records and acts. */
export interface ClassFacts {
  /** In the order in which they were held; the last is the one that advice is about. */
  readonly lessons: readonly LessonFacts[]
  /** Homework of the class whose day had come when the lesson was closed. */
  readonly homework: readonly HomeworkFacts[]
}

export interface LessonFacts {
  readonly sessionId: string
  readonly openedAt: string
  readonly closedAt: string
  readonly students: readonly { readonly id: string; readonly state: 'present' | 'late' | 'absent' | 'leave' }[]
  readonly activities: readonly ActivityFacts[]
  /** The last answer of each student to each item. */
  readonly answers: readonly AnswerFacts[]
  /** Steps of practice of everybody who was looked at, the last word on each. */
  readonly steps: readonly StepFacts[]
  /** Everything by which a student took part, answers and steps among it. */
  readonly parts: readonly PartFacts[]
  /** Who opened or did the preview before the lesson; null when none was set. */
  readonly previewed: ReadonlySet<string> | null
}

export interface ActivityFacts {
  readonly id: string
  readonly kind: string
  readonly title: string
  /** Seconds between opening and closing; null while it is open. */
  readonly seconds: number | null
  readonly isShown: boolean
  /** Students by group, for groups. */
  readonly groups: readonly (readonly string[])[]
}

export interface AnswerFacts {
  readonly act: string
  readonly student: string
  readonly activity: string
  readonly item: string
  /** Its number in the activity, from 1. */
  readonly place: number
  readonly points: readonly { readonly id: string; readonly name: string }[]
  /** null while nobody has judged it. */
  readonly isCorrect: boolean | null
}

export interface StepFacts {
  /** null where the step was never checked off. */
  readonly act: string | null
  readonly student: string
  readonly step: string
  readonly isPassed: boolean
}

export interface PartFacts {
  readonly act: string
  readonly student: string
  readonly kind: string
  readonly activity: string | null
}

export interface HomeworkFacts {
  readonly id: string
  readonly title: string
  readonly dueAt: string
  /** When it is looked at: what came later is not known yet. */
  readonly seenAt: string
  readonly handedIn: readonly {
    readonly act: string
    readonly student: string
    readonly at: string
    readonly feedbackAt: string | null
  }[]
}

/** Who was there, late or not. */
export const presentIn = (lesson: LessonFacts): string[] =>
  lesson.students.filter(({ state }) => state === 'present' || state === 'late').map(({ id }) => id)

/** Who did something of their own: being picked, or put into a group, is none. */
export const activeIn = (lesson: LessonFacts): ReadonlySet<string> =>
  new Set(lesson.parts.filter(({ kind }) => kind !== 'was-picked' && kind !== 'grouped').map(({ student }) => student))

/** Activities to which everybody may answer. */
export const isQuestion = ({ kind }: ActivityFacts): boolean => kind === 'quiz' || kind === 'poll' || kind === 'words'

export const currentLesson = ({ lessons }: ClassFacts): LessonFacts => lessons.at(-1)!

/** Judged answers by item. */
export const judgedByItem = (lesson: LessonFacts): Map<string, AnswerFacts[]> =>
  Map.groupBy(
    lesson.answers.filter(({ isCorrect }) => isCorrect !== null),
    ({ item }) => item,
  )

/** How many of these answers are right. */
export const rightOf = (answers: readonly AnswerFacts[]) => ({
  hits: answers.filter(({ isCorrect }) => isCorrect).length,
  of: answers.length,
})
