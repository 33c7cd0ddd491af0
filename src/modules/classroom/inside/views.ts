import { presentItem } from '../../item-bank/index.ts'
import type {
  BoardDefinition,
  Definitions,
  Doubt,
  WireActivity,
  WireResult,
  WireRoom,
  WireRow,
  WireScreen,
  WireSeat,
  WireSeatActivity,
} from '../wire.ts'
import type { ActivityRow, ActRow, Facts, SignInRow } from './facts.ts'
import { isOpen, presentSession } from './session.ts'
import { placeOf, practiceOfStudent, tally } from './tally.ts'

/** A sign-in as it counts: who is absent only because the lesson was closed before is not yet absent in a lesson that goes on. */
function countedSignIn(facts: Facts, student: string, now: number): SignInRow | null {
  const row = facts.signIns.get(student) ?? null
  return row?.how === 'closing' && isOpen(facts.session, now) ? null : row
}

const namesOf = ({ roster }: Facts): ReadonlyMap<string, string> => new Map(roster.map(({ id, name }) => [id, name]))

/** Since when each hand is up. */
export function handsOf(acts: readonly ActRow[]): Map<string, string> {
  const hands = new Map<string, string>()
  for (const { kind, student, body, at } of acts) {
    if (!student || (kind !== 'raised-hand' && !(kind === 'was-picked' && body['hand'] === true))) continue
    if (kind === 'raised-hand' && body['up'] === true) hands.set(student, hands.get(student) ?? at)
    else hands.delete(student)
  }
  return hands
}

/** How often each was picked in this teaching class. */
export function picksOf({ acts, pickedBefore }: Pick<Facts, 'acts' | 'pickedBefore'>): Map<string, number> {
  const picks = new Map(pickedBefore)
  for (const { kind, student } of acts)
    if (kind === 'was-picked' && student) picks.set(student, (picks.get(student) ?? 0) + 1)
  return picks
}

/** The lesson for its teacher. */
export function roomView(facts: Facts, now: number): WireRoom {
  const { session, lesson, roster, refusals, activities, acts } = facts
  const hands = handsOf(acts)
  const picks = picksOf(facts)
  const names = namesOf(facts)
  return {
    revision: session.revision,
    session: presentSession(session, lesson, now),
    students: roster.map(({ id, number, name }): WireRow => {
      const row = countedSignIn(facts, id, now)
      const refused = refusals.get(id)
      return {
        id,
        number,
        name,
        state: row?.state ?? null,
        how: row?.how ?? null,
        at: row?.at ?? null,
        reason: row?.reason ?? null,
        onLeave: facts.onLeave.has(id),
        doubts: (row?.doubt ?? []) as readonly Doubt[],
        refused: refused?.count ?? 0,
        refusedWhy: refused?.why ?? null,
        handUpAt: hands.get(id) ?? null,
        picked: picks.get(id) ?? 0,
      }
    }),
    activities: activities.map(({ id, kind, title, state, openedAt, closedAt, definition, ...row }): WireActivity => ({
      id,
      kind,
      title,
      state,
      openedAt,
      closedAt,
      definition,
      result: tally({ id, kind, title, state, openedAt, closedAt, definition, ...row }, acts, names),
    })),
  }
}

/** What of a result everybody in the room may see. */
function shownResult(activity: ActivityRow, result: WireResult): WireResult {
  // Names on the projector only where the class hears them anyway: who is picked, who is in which group.
  if (activity.kind === 'pick' || activity.kind === 'groups') return result
  if (activity.kind === 'board')
    return {
      answered: result.answered,
      posts: (result.posts ?? []).filter(({ hidden }) => !hidden).map((post) => ({ ...post, name: '' })),
    }
  const { practice: _who, ...rest } = result
  if (activity.state === 'shown') return rest
  // Words may grow before everybody's eyes; answers would lead those who have not answered yet.
  return activity.kind === 'words' ? rest : { answered: result.answered }
}

function asked(activity: ActivityRow, seed: string) {
  const definition = activity.definition as Partial<Definitions['quiz'] & Definitions['poll'] & Definitions['practice']>
  return {
    asked: (definition.items ?? []).map(({ item }) => presentItem(item, seed)),
    options: definition.options ?? [],
    steps: definition.steps ?? [],
  }
}

/** The lesson for the projector. */
export function screenView(facts: Facts, now: number): WireScreen {
  const { session, lesson, roster, activities, acts } = facts
  const staged = activities.find(({ id, state }) => id === session.stage && state !== 'ready')
  const { steps, ...what } = staged ? asked(staged, session.id) : { asked: [], options: [], steps: [] }
  return {
    revision: session.revision,
    session: presentSession(session, lesson, now),
    expected: roster.length,
    signedIn: roster.filter(({ id }) => isHere(countedSignIn(facts, id, now))).length,
    handsUp: handsOf(acts).size,
    activity: staged
      ? {
          kind: staged.kind,
          title: staged.title,
          state: staged.state,
          ...what,
          notes: (staged.definition as Partial<BoardDefinition>).notes ?? [],
          steps,
          result: shownResult(staged, tally(staged, acts, namesOf(facts))),
        }
      : null,
  }
}

const isHere = (row: SignInRow | null): boolean => row?.state === 'present' || row?.state === 'late'

/** The lesson for one student: themselves, and nothing of anybody else before it is shown to all. */
export function seatView(facts: Facts, student: string, now: number): WireSeat {
  const { session, lesson, roster, activities } = facts
  const me = roster.find(({ id }) => id === student)
  const mine = facts.acts.filter((act) => act.student === student)
  const row = countedSignIn(facts, student, now)
  return {
    revision: session.revision,
    session: presentSession(session, lesson, now),
    me: {
      name: me?.name ?? '',
      number: me?.number ?? '',
      state: row?.state ?? null,
      at: row?.at ?? null,
      handUp: handsOf(mine).has(student),
      pickedAt: mine.findLast(({ kind }) => kind === 'was-picked')?.at ?? null,
    },
    // Who is not here sees that there is a lesson, and nothing of it.
    activities: isHere(row)
      ? activities
          .filter(({ state, kind }) => state !== 'ready' && kind !== 'pick')
          .map((activity) => seatActivity(facts, activity, student, mine))
      : [],
  }
}

function seatActivity(facts: Facts, activity: ActivityRow, student: string, mine: readonly ActRow[]): WireSeatActivity {
  const { id, kind, title, state, definition } = activity
  const own = mine.filter((act) => act.activity === id)
  const of = definition as Partial<Definitions['poll'] & Definitions['words'] & Definitions['groups']>
  const names = namesOf(facts)
  const group = (of.groups ?? []).findIndex((members) => members.includes(student))
  const { steps, ...what } = asked(activity, student)
  return {
    id,
    kind,
    title,
    state,
    ...what,
    many: of.many ?? false,
    mostWords: of.most ?? 0,
    mine: Object.fromEntries(own.map((act) => [placeOf(act), answerOf(act)])),
    shown:
      state === 'shown'
        ? {
            correct: Object.fromEntries(own.map((act) => [placeOf(act), act.correct])),
            result: shownResult(activity, tally(activity, facts.acts, new Map())),
          }
        : null,
    group:
      group === -1 ? null : { number: group + 1, names: (of.groups ?? [])[group]!.map((one) => names.get(one) ?? '') },
    practice:
      kind === 'practice'
        ? {
            steps,
            rubric: (definition as Definitions['practice']).rubric,
            mine: practiceOfStudent(mine, id, student),
          }
        : null,
  }
}

const answerOf = ({ kind, body }: ActRow): unknown =>
  kind === 'polled'
    ? body['options']
    : kind === 'worded'
      ? body['text']
      : kind === 'posted'
        ? body['text']
        : body['answer']
