import type { FileRef } from '../../language/fields.ts'
import type { Item, PresentedItem } from '../item-bank/index.ts'
import type { RatingItem } from './rating-items.ts'

/** What is said between the server and the screens of coursework. Scores are decimals as text; moments are UTC. */
export const TASK_KINDS = ['preview', 'homework', 'journal', 'reflection'] as const
export type TaskKind = (typeof TASK_KINDS)[number]

/**
 * What lateness costs: it is refused · it costs nothing · for each day begun, a share of the score is taken off, and
 * after so many days it is refused.
 */
export type LateRule =
  | { readonly kind: 'refused' | 'accepted' }
  | { readonly kind: 'minus'; readonly percent: string; readonly days: number }

export interface Criterion {
  readonly id: string
  readonly name: string
  readonly points: string
  /** What deserves how much, as the teacher wrote it. */
  readonly levels: readonly { readonly label: string; readonly points: string }[]
}

/** An item as it stood when the task was made. */
export interface TaskItem {
  readonly itemId: string
  readonly version: number
  readonly item: Item
  readonly knowledgePoints: readonly string[]
}

export interface Accepts {
  readonly text: boolean
  readonly files: boolean
}

/** A teaching class in which somebody teaches or learns. */
export interface WireClass {
  readonly teachingClass: string
  readonly courseId: string
  readonly courseName: string
  readonly classNames: readonly string[]
  readonly as: 'teacher' | 'student'
  readonly lessons: number
  readonly firstOn: string
  readonly lastOn: string
  /** For a teacher: hand-ins that wait for a grade. For a student: tasks that wait for them. */
  readonly waiting: number
}

export interface WireLessonRow {
  readonly id: string
  readonly heldOn: string
  readonly startsAt: string
  readonly sections: string
  readonly place: string
  readonly cancelled: boolean
  readonly isPlanned: boolean
  readonly materials: number
  readonly previews: number
}

export interface WireMaterial {
  readonly id: string
  readonly lessonId: string | null
  readonly title: string
  readonly file: FileRef | null
  readonly address: string | null
  readonly isPreview: boolean
  readonly knowledgePoints: readonly string[]
  /** For a teacher: how many opened it. For a student: 1 once they did. */
  readonly opened: number
}

export interface WireTaskRow {
  readonly id: string
  readonly kind: TaskKind
  readonly title: string
  readonly lessonId: string | null
  readonly state: 'draft' | 'open' | 'closed'
  /** For a student: theirs, when they were given longer. */
  readonly dueAt: string
  readonly maxScore: string
  readonly isReleased: boolean
  /** For a teacher. */
  readonly handedIn: number
  readonly waiting: number
  /** For a student. */
  readonly own: OwnState | null
  readonly reviewsToDo: number
}

export type OwnState = 'to-do' | 'late' | 'missed' | 'handed-in' | 'graded' | 'excused'

export interface WireTopicRow {
  readonly id: string
  readonly title: string
  readonly posts: number
  readonly lastAt: string | null
  readonly isClosed: boolean
}

/** What students think of a course: when they are asked, and what they said. */
export interface WireRating {
  /** The days on which they may say it. */
  readonly from: string
  readonly to: string
  readonly state: 'later' | 'open' | 'over'
  /** For a student: they have said it. */
  readonly isDone: boolean
  /** For the teacher, once it is over: means of 100; null of fewer than five. */
  readonly result: { readonly students: number; readonly means: Readonly<Record<RatingItem, string>> } | null
}

export interface WireClassPage {
  readonly of: WireClass
  readonly students: number
  readonly lessons: readonly WireLessonRow[]
  readonly materials: readonly WireMaterial[]
  readonly tasks: readonly WireTaskRow[]
  readonly topics: readonly WireTopicRow[]
  readonly rating: WireRating
}

export interface PlanStep {
  readonly minutes: number
  readonly title: string
  readonly what: string
}
export interface WirePlan {
  readonly aims: string
  readonly keyPoints: string
  readonly steps: readonly PlanStep[]
  readonly knowledgePoints: readonly string[]
  readonly afterthought: string
  readonly revision: number
}

/** What last class left open. */
export interface LeftOpen {
  readonly heldOn: string | null
  readonly afterthought: string
  readonly unusedActivities: readonly string[]
  readonly weakPoints: readonly {
    readonly id: string
    readonly name: string
    readonly answers: number
    readonly right: number
  }[]
  readonly tasks: readonly {
    readonly id: string
    readonly title: string
    readonly missing: number
    readonly ungraded: number
  }[]
  readonly unanswered: readonly { readonly topicId: string; readonly title: string; readonly posts: number }[]
}

/** Who prepared for a lesson. */
export interface PreviewState {
  readonly studentId: string
  readonly number: string
  readonly name: string
  readonly opened: number
  readonly handedIn: number
}

export interface WireLessonPage {
  readonly of: WireClass
  readonly lesson: WireLessonRow
  readonly plan: WirePlan | null
  readonly materials: readonly WireMaterial[]
  readonly tasks: readonly WireTaskRow[]
  readonly leftOpen: LeftOpen
  readonly preview: {
    readonly materials: number
    readonly tasks: number
    readonly students: readonly PreviewState[]
  }
}

/** What a task is made of, as a teacher writes it. */
export interface WireTask {
  readonly id: string
  readonly kind: TaskKind
  readonly teachingClass: string
  readonly courseId: string
  readonly lessonId: string | null
  readonly title: string
  readonly instructions: string
  readonly items: readonly TaskItem[]
  readonly rubric: readonly Criterion[]
  readonly accepts: Accepts
  readonly knowledgePoints: readonly string[]
  readonly maxScore: string
  readonly categoryId: string | null
  readonly state: 'draft' | 'open' | 'closed'
  readonly dueAt: string
  readonly late: LateRule
  readonly attempts: number
  readonly peers: number | null
  readonly peersDueAt: string | null
  readonly peersDrawnAt: string | null
  readonly releasedAt: string | null
  readonly revision: number
}

/** How one student stands in a task, as a score and the sentence that explains it. */
export interface WireResult {
  readonly state: OwnState
  readonly handedInAt: string | null
  readonly attempt: number
  readonly daysLate: number
  readonly dueAt: string
  readonly extensionReason: string | null
  /** Before and after lateness; null while something has to be graded. */
  readonly earned: string | null
  readonly score: string | null
  readonly feedback: string
  readonly excuse: string
  /** Handed in again after it was graded. */
  readonly isNewer: boolean
}

export interface WireTaskStudent extends WireResult {
  readonly studentId: string
  readonly number: string
  readonly name: string
  readonly peer: WirePeer | null
}
/** What peers said of one hand-in. */
export interface WirePeer {
  readonly asked: number
  readonly done: number
  /** By criterion: the median after each reviewer's habit was taken out; null from fewer than two reviews. */
  readonly criteria: Readonly<Record<string, string>> | null
  /** All of them added up. */
  readonly suggested: string | null
}

export interface WireTaskPage {
  readonly task: WireTask
  readonly className: string
  readonly students: readonly WireTaskStudent[]
}

export interface WireItemAnswer {
  readonly given: string
  readonly solution: string
  /** What the item gave by itself, or what keywords suggest. */
  readonly auto: string | null
  readonly suggested: string | null
  readonly score: string | null
}

export interface WireHandIn {
  readonly student: WireTaskStudent
  readonly text: string
  readonly files: readonly FileRef[]
  readonly answers: readonly WireItemAnswer[]
  readonly rubricScores: Readonly<Record<string, string>>
  readonly reviews: readonly WireReviewGiven[]
  readonly gradeRevision: number
}
export interface WireReviewGiven {
  readonly reviewer: string
  readonly scores: Readonly<Record<string, string>> | null
  readonly comment: string
  readonly isDone: boolean
}

/** A task as a student sees it. */
export interface WireOwnTask {
  readonly id: string
  readonly kind: TaskKind
  readonly title: string
  readonly instructions: string
  readonly courseName: string
  readonly teachingClass: string
  readonly asked: readonly PresentedItem[]
  readonly rubric: readonly Criterion[]
  readonly accepts: Accepts
  readonly maxScore: string
  readonly late: LateRule
  readonly attempts: number
  readonly canHandIn: boolean
  readonly result: WireResult
  readonly given: {
    readonly answers: readonly unknown[]
    readonly text: string
    readonly files: readonly FileRef[]
  } | null
  /** Item by item, once results are open. */
  readonly perItem:
    | readonly {
        readonly score: string | null
        readonly maxScore: string
        readonly solution: string | null
        readonly explanation: string | null
      }[]
    | null
  readonly rubricScores: Readonly<Record<string, string>> | null
  readonly reviews: readonly WireOwnReview[]
  readonly peersDueAt: string | null
  /** What peers wrote, without who they are, once results are open. */
  readonly comments: readonly string[]
}
/** A hand-in of somebody unnamed that this student reviews. */
export interface WireOwnReview {
  readonly place: number
  readonly text: string
  readonly files: readonly FileRef[]
  readonly scores: Readonly<Record<string, string>> | null
  readonly comment: string
  readonly isDone: boolean
}

export interface WirePost {
  readonly id: string
  readonly text: string
  readonly at: string
  readonly by: string
  readonly isTeacher: boolean
  readonly isMine: boolean
  readonly replyTo: string | null
  readonly hiddenReason: string | null
}
export interface WireTopic {
  readonly id: string
  readonly teachingClass: string
  readonly courseName: string
  readonly title: string
  readonly text: string
  readonly as: 'teacher' | 'student'
  readonly isClosed: boolean
  readonly posts: readonly WirePost[]
}
