import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import { unknownRecord } from '../../../engine/refusal.ts'
import { cutWords } from '../../../engine/search.ts'
import { gradeAnswer } from '../../item-bank/index.ts'
import type { Label } from '../../../language/label.ts'
import { type NewAct, recordActs } from '../acts.ts'
import type { Definitions, WireArrived, WireSentAct } from '../wire.ts'
import type { ActivityRow } from './facts.ts'
import type { SentActs } from './batches.ts'
import { contextOf, findSession, isOpen, type Session, touch } from './session.ts'
import { photosIn } from './photos.ts'
import { BY_TEACHER, type Sender } from './senders.ts'
import { pointProblems } from './tally.ts'

/** Acts of one window that arrived in one request, of somebody who may do them. */
type Arrival = Sender & Omit<SentActs, 'request'>

const LONGEST_TEXT = 300
const LONGEST_ANSWER = 20_000
const LONGEST_WORDS = 40

type Judged = { readonly act: NewAct } | { readonly refused: Label }
const refused = (zh: string, en: string): Judged => ({ refused: { zh, en } })

/**
 * Keeps what arrived, each act once and in order: what is known is passed over, and after a gap nothing is taken, so
 * that the sender starts again from what is missing. All that arrived together is written together.
 * @returns an answer for each arrival, in order
 */
export async function keepArrivals(tx: Tx, sessionId: string, arrivals: readonly Arrival[]): Promise<WireArrived[]> {
  if (arrivals.length === 0) return []
  const arrived = await lockWindows(tx, sessionId, arrivals)
  const session = await findSession(tx, sessionId)
  if (!session) throw unknownRecord()
  const activities = await activitiesOf(tx, session.id, arrivals)
  const here = await tx.run<{ id: string }>(sql`
    SELECT student_id AS id FROM classroom_signins
    WHERE college_id = ${tx.collegeId} AND session_id = ${sessionId} AND state IN ('present', 'late')`)
  const ids = new Set(here.map(({ id }) => id))
  const kept: NewAct[] = []
  const answers = arrivals.map((arrival): WireArrived => {
    const clockOff = arrival.receivedAt - arrival.sentAt
    const window = arrived.get(arrival.client)!
    const refusals: WireArrived['refused'][number][] = []
    // Somebody else's window: its numbers are none of theirs.
    if (window.account !== arrival.accountId) return { arrived: 0, refused: [], clockOff }
    for (const sent of arrival.acts.toSorted((a, b) => a.sequence - b.sequence)) {
      if (sent.sequence <= window.last) continue
      if (sent.sequence > window.last + 1) break
      window.last = sent.sequence
      const judged = judge(session, ids, activities.get(sent.activity ?? ''), arrival, sent)
      if ('act' in judged) kept.push({ ...judged.act, clientId: arrival.client, sequence: sent.sequence })
      else refusals.push({ sequence: sent.sequence, ...judged.refused })
    }
    return { arrived: window.last, refused: refusals, clockOff }
  })
  await keepWindows(tx, sessionId, arrived)
  if (kept.length > 0) {
    await recordActs(tx, contextOf(session), kept)
    await touch(tx, session.id)
  }
  return answers
}

interface Window {
  readonly account: string
  readonly before: number
  last: number
}

/** How far each window is; nobody else takes from it until the transaction ends. */
async function lockWindows(tx: Tx, sessionId: string, arrivals: readonly Arrival[]): Promise<Map<string, Window>> {
  const windows = [...new Map(arrivals.map((one) => [one.client, one.accountId]))].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const clients = windows.map(([client]) => client)
  await tx.run(sql`
    INSERT INTO classroom_clients (college_id, session_id, client_id, account_id, arrived)
    SELECT ${tx.collegeId}::uuid, ${sessionId}::uuid, c.client, c.account, 0
    FROM unnest(${clients}::uuid[], ${windows.map(([, account]) => account)}::uuid[]) AS c(client, account)
    ON CONFLICT (college_id, session_id, client_id) DO NOTHING`)
  const rows = await tx.run<{ client: string; account: string; arrived: number }>(sql`
    SELECT client_id AS client, account_id AS account, arrived FROM classroom_clients
    WHERE college_id = ${tx.collegeId} AND session_id = ${sessionId} AND client_id = ANY(${clients}::uuid[]) ORDER BY client_id FOR UPDATE`)
  return new Map(rows.map(({ client, account, arrived }) => [client, { account, before: arrived, last: arrived }]))
}

async function keepWindows(tx: Tx, sessionId: string, windows: ReadonlyMap<string, Window>): Promise<void> {
  const moved = [...windows].filter(([, { before, last }]) => last !== before)
  if (moved.length === 0) return
  await tx.run(sql`
    UPDATE classroom_clients c SET arrived = e.last
    FROM unnest(${moved.map(([client]) => client)}::uuid[], ${moved.map(([, { last }]) => last)}::integer[]) AS e(client, last)
    WHERE c.college_id = ${tx.collegeId} AND c.session_id = ${sessionId} AND c.client_id = e.client`)
}

async function activitiesOf(
  tx: Tx,
  sessionId: string,
  arrivals: readonly Arrival[],
): Promise<Map<string, ActivityRow>> {
  const ids = [...new Set(arrivals.flatMap(({ acts }) => acts.flatMap(({ activity }) => activity ?? [])))]
  const rows = await tx.run<ActivityRow>(sql`
    SELECT id, kind, title, definition, state, opened_at AS "openedAt", closed_at AS "closedAt" FROM classroom_activities
    WHERE college_id = ${tx.collegeId} AND session_id = ${sessionId} AND id = ANY(${ids}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** A clock that is off by less is right: the difference is the way to the server, in ms. */
const WAY_MS = 60_000

/**
 * When it was done by the server's clock: a clock that is wrong by hours is wrong when it sends, too. Never later than
 * it arrived. What a phone says of the past is its word alone, so that nothing counts once the result was shown.
 */
function momentOf(session: Session, { sentAt, receivedAt }: Arrival, at: number): number {
  const off = receivedAt - sentAt
  const moved = Math.abs(off) > WAY_MS ? at + off : at
  return Math.min(receivedAt, Math.max(Date.parse(session.openedAt), moved))
}

/** What an act is, or why it is none. */
function judge(
  session: Session,
  here: ReadonlySet<string>,
  activity: ActivityRow | undefined,
  arrival: Arrival,
  sent: WireSentAct,
): Judged {
  const at = momentOf(session, arrival, sent.at)
  if (!isOpen(session, at) && (session.closedAt === null || at > Date.parse(session.closedAt)))
    return refused('这次课已经结束，没有记录', 'The lesson was over: it was not recorded')
  const happenedAt = new Date(at).toISOString()
  const isTeacher = 'teacher' in arrival.by
  if (isTeacher !== BY_TEACHER.includes(sent.kind))
    return refused('这个操作不由您来做，没有记录', 'This is not yours to do: it was not recorded')
  const studentId = 'student' in arrival.by ? arrival.by.student : String(sent.body['student'] ?? '')
  if (!here.has(studentId)) return refused('没有签到，没有记录', 'Not signed in: it was not recorded')
  if (sent.kind === 'raised-hand')
    return { act: { kind: sent.kind, studentId, happenedAt, body: { up: sent.body['up'] === true } } }
  if (!activity || activity.openedAt === null)
    return refused('这个活动没有开始，没有记录', 'This activity is not open: it was not recorded')
  const common = { kind: sent.kind, studentId, activityId: activity.id, happenedAt }
  if (isTeacher) return judgePractice(activity, common, arrival.by, sent.body)
  if (activity.state === 'shown')
    return refused('结果已公布，这次作答没有计入', 'The result was shown already: this answer does not count')
  if (activity.closedAt !== null && at > Date.parse(activity.closedAt))
    return refused('活动已结束，这次作答没有计入', 'The activity was closed already: this answer does not count')
  const seconds = ((at - Date.parse(activity.openedAt)) / 1000).toFixed(1)
  return judgeAnswer(activity, { ...common, seconds: at >= Date.parse(activity.openedAt) ? seconds : '0' }, sent)
}

const wrongShape = () =>
  refused('这次提交的内容无法读取，没有记录', 'What was sent cannot be read: it was not recorded')

function judgeAnswer(activity: ActivityRow, common: NewAct, { kind, body }: WireSentAct): Judged {
  if (kind === 'answered' && activity.kind === 'quiz') {
    const place = Number(body['place'])
    const asked = (activity.definition as Definitions['quiz']).items[place]
    if (!asked) return wrongShape()
    const { score, maxScore, correct, answered } = gradeAnswer(asked.item, body['answer'])
    if (!answered || JSON.stringify(body['answer']).length > LONGEST_ANSWER) return wrongShape()
    const { itemId, knowledgePoints } = asked
    return {
      act: { ...common, itemId, knowledgePoints, correct, score, maxScore, body: { place, answer: body['answer'] } },
    }
  }
  if (kind === 'polled' && activity.kind === 'poll') {
    const { options, many } = activity.definition as Definitions['poll']
    const chosen = Array.isArray(body['options']) ? [...new Set(body['options'] as unknown[])] : []
    const isGood = chosen.every((one) => Number.isInteger(one) && options[one as number] !== undefined)
    if (!isGood || chosen.length === 0 || (!many && chosen.length > 1)) return wrongShape()
    return { act: { ...common, body: { options: chosen } } }
  }
  const text = typeof body['text'] === 'string' ? body['text'].trim() : ''
  if (text === '') return wrongShape()
  if (kind === 'worded' && activity.kind === 'words') {
    const { most } = activity.definition as Definitions['words']
    const short = text.slice(0, LONGEST_WORDS)
    return { act: { ...common, body: { text: short, words: cutWords(short).slice(0, most * 3) } } }
  }
  if (kind === 'posted' && activity.kind === 'board')
    return { act: { ...common, body: { text: text.slice(0, LONGEST_TEXT) } } }
  return wrongShape()
}

function judgePractice(activity: ActivityRow, common: NewAct, by: Arrival['by'], body: WireSentAct['body']): Judged {
  if (activity.kind !== 'practice') return wrongShape()
  const definition = activity.definition as Definitions['practice']
  const teacherId = 'teacher' in by ? by.teacher : null
  if (common.kind === 'practised') {
    const step = body['step']
    if (typeof step !== 'number' || definition.steps[step] === undefined) return wrongShape()
    return { act: { ...common, body: { step, done: body['done'] === true, by: teacherId } } }
  }
  const points = (body['points'] ?? {}) as Readonly<Record<string, unknown>>
  const note = typeof body['note'] === 'string' ? body['note'].trim().slice(0, LONGEST_TEXT) : null
  const [photos, removed] = [photosIn(body), photosIn(body, 'removed')]
  if (typeof points !== 'object' || pointProblems(definition, points).length > 0)
    return refused('有评分超出了该项的满分，没有记录', 'A score is beyond what the row gives: it was not recorded')
  if (Object.keys(points).length + photos.length + removed.length === 0 && note === null) return wrongShape()
  return {
    act: {
      ...common,
      teacherId,
      body: {
        points,
        ...(note ? { note } : {}),
        ...(photos.length > 0 ? { photos } : {}),
        ...(removed.length > 0 ? { removed } : {}),
      },
    },
  }
}
