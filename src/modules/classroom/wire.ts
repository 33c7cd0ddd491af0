import type { ActKindName } from './act-kinds.ts'
import type { Item, PresentedItem } from '../item-bank/index.ts'

/** What the screens of the classroom are given, and what they send. Moments are ISO 8601 in UTC. */

export type SignInState = 'present' | 'late' | 'absent' | 'leave'
export type ActivityKind = 'quiz' | 'poll' | 'words' | 'pick' | 'groups' | 'board' | 'practice'
export type ActivityState = 'ready' | 'open' | 'closed' | 'shown'

export interface WireLesson {
  /** Of the timetable. */
  readonly lesson: string
  readonly courseName: string
  readonly teachingClass: string
  readonly classNames: readonly string[]
  readonly roomName: string
  readonly heldOn: string
  readonly startsAt: string
  readonly endsAt: string | null
  readonly cancelled: boolean
  /** The lesson as it is or was held that day. */
  readonly session: { readonly id: string; readonly state: 'open' | 'closed' } | null
}

export interface WireHeld {
  readonly id: string
  readonly courseName: string
  readonly classNames: readonly string[]
  readonly heldOn: string
  readonly openedAt: string
  readonly state: 'open' | 'closed'
  readonly present: number
  readonly acts: number
}

export interface WireDay {
  readonly as: 'teacher' | 'student' | 'nobody'
  readonly day: string
  readonly lessons: readonly WireLesson[]
  /** Open now, whatever the timetable says. */
  readonly open: readonly WireLesson[]
  /** Teaching classes for which an extra meeting may be held: the last meeting of each. */
  readonly classes: readonly WireLesson[]
  /** Lessons held lately. */
  readonly held: readonly WireHeld[]
}

export interface WireSession {
  readonly id: string
  readonly lesson: string
  readonly course: string
  readonly courseName: string
  readonly teachingClass: string
  readonly classNames: readonly string[]
  readonly roomName: string
  readonly heldOn: string
  readonly extraReason: string | null
  readonly state: 'open' | 'closed'
  readonly openedAt: string
  readonly closesAt: string
  readonly closedAt: string | null
  readonly lateAfter: string
  readonly stage: string
}

/** What may speak against a sign-in: a teacher looks at it, nothing follows by itself. */
export type Doubt = 'new-phone' | 'many-tries'

export interface WireRow {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly state: SignInState | null
  readonly how: 'code' | 'manual' | 'closing' | null
  readonly at: string | null
  readonly reason: string | null
  /** Leave was granted for the day. */
  readonly onLeave: boolean
  readonly doubts: readonly Doubt[]
  /** Refused sign-ins, and why the last one was. */
  readonly refused: number
  readonly refusedWhy: string | null
  readonly handUpAt: string | null
  /** How often picked in this teaching class. */
  readonly picked: number
}

export interface QuizDefinition {
  readonly items: readonly {
    /** Of the item bank; null for a question made on the spot. */
    readonly itemId: string | null
    readonly item: Item
    readonly knowledgePoints: readonly string[]
  }[]
}
export interface PollDefinition {
  readonly options: readonly string[]
  readonly many: boolean
}
export interface WordsDefinition {
  readonly most: number
}
export interface PickDefinition {
  readonly seed: string
}
export interface GroupsDefinition {
  readonly by: 'number' | 'mastery'
  readonly seed: string
  readonly groups: readonly (readonly string[])[]
}
export interface BoardDefinition {
  readonly notes: readonly string[]
  readonly hidden: readonly string[]
}
export interface PracticeDefinition {
  readonly steps: readonly string[]
  readonly rubric: readonly { readonly label: string; readonly max: number }[]
}

export interface Definitions {
  readonly quiz: QuizDefinition
  readonly poll: PollDefinition
  readonly words: WordsDefinition
  readonly pick: PickDefinition
  readonly groups: GroupsDefinition
  readonly board: BoardDefinition
  readonly practice: PracticeDefinition
}

export interface Bar {
  readonly key: string
  readonly label: string
  readonly count: number
  /** Known to the teacher, and to others once it is shown. */
  readonly right: boolean | null
}

export interface ItemTally {
  readonly stem: string
  readonly answered: number
  readonly right: number
  /** Bars of options; without options, the answers given most. */
  readonly bars: readonly Bar[]
  readonly solution: string
  readonly explanation: string | null
}

/** What came of an activity; for the teacher, with who. */
export interface WireResult {
  readonly answered: number
  readonly items?: readonly ItemTally[]
  readonly bars?: readonly Bar[]
  readonly words?: readonly { readonly word: string; readonly count: number }[]
  readonly picks?: readonly { readonly student: string; readonly name: string; readonly at: string }[]
  readonly groups?: readonly (readonly { readonly id: string; readonly name: string }[])[]
  readonly posts?: readonly {
    readonly id: string
    readonly name: string
    readonly text: string
    readonly hidden: boolean
  }[]
  readonly practice?: readonly WirePractice[]
}

/** How far a student is in the workshop. */
export interface WirePractice {
  readonly student: string
  readonly done: readonly number[]
  readonly points: Readonly<Record<string, string>>
  readonly note: string | null
  readonly photos: readonly string[]
}

export interface WireActivity<K extends ActivityKind = ActivityKind> {
  readonly id: string
  readonly kind: K
  readonly title: string
  readonly state: ActivityState
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly definition: Definitions[K]
  readonly result: WireResult
}

/** The lesson as its teacher sees it. */
export interface WireRoom {
  readonly revision: number
  readonly session: WireSession
  readonly students: readonly WireRow[]
  readonly activities: readonly WireActivity[]
}

/** The lesson as the projector shows it: no key before its time, no student's answer ever. */
export interface WireScreen {
  readonly revision: number
  readonly session: WireSession
  readonly expected: number
  readonly signedIn: number
  readonly handsUp: number
  readonly activity: {
    readonly kind: ActivityKind
    readonly title: string
    readonly state: ActivityState
    readonly asked: readonly PresentedItem[]
    readonly options: readonly string[]
    readonly notes: readonly string[]
    readonly steps: readonly string[]
    /** While it is open only how many answered. */
    readonly result: WireResult
  } | null
}

export interface WireCode {
  readonly code: string
  /** When it leaves the screen, and the server's clock now, in ms. */
  readonly until: number
  readonly now: number
}

/** The lesson as one student sees it on the phone. */
export interface WireSeat {
  readonly revision: number
  readonly session: WireSession
  readonly me: {
    readonly name: string
    readonly number: string
    readonly state: SignInState | null
    readonly at: string | null
    readonly handUp: boolean
    readonly pickedAt: string | null
  }
  readonly activities: readonly WireSeatActivity[]
}

export interface WireSeatActivity {
  readonly id: string
  readonly kind: ActivityKind
  readonly title: string
  readonly state: ActivityState
  readonly asked: readonly PresentedItem[]
  readonly options: readonly string[]
  readonly many: boolean
  readonly mostWords: number
  /** What this student answered, by place of the item; options of a poll, words. */
  readonly mine: Readonly<Record<string, unknown>>
  /** Once it is shown: whether one's own answers are right, the solutions, and everybody's bars. */
  readonly shown: {
    readonly correct: Readonly<Record<string, boolean | null>>
    readonly result: WireResult
  } | null
  readonly group: { readonly number: number; readonly names: readonly string[] } | null
  readonly practice: (PracticeDefinition & { readonly mine: WirePractice | null }) | null
}

/** One act in the record of a lesson. */
export interface WireTimelineAct {
  readonly id: string
  readonly at: string
  readonly kind: ActKindName
  readonly student: string | null
  readonly activity: string | null
  readonly correct: boolean | null
  /** What was answered, posted, corrected … in a few words. */
  readonly words: string
}

/** What a phone or remote does; sent in order, each with its number in its window. */
export interface WireSentAct {
  readonly sequence: number
  readonly kind: 'answered' | 'polled' | 'worded' | 'raised-hand' | 'posted' | 'practised' | 'graded'
  readonly activity: string | null
  /** When it was done, by the sender's clock, in ms. */
  readonly at: number
  readonly body: Readonly<Record<string, unknown>>
}

export interface WireArrived {
  /** The last act of this window that is kept. */
  readonly arrived: number
  /** Acts that came too late or asked for what is not possible: kept out, and why. */
  readonly refused: readonly { readonly sequence: number; readonly zh: string; readonly en: string }[]
  /** How far the sender's clock is from the server's, in ms: positive when it is slow. */
  readonly clockOff: number
}
