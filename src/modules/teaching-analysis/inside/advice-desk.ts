import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal, unknownRecord } from '../../../engine/refusal.ts'
import type { Label } from '../../../language/label.ts'
import { teacherOf } from '../../classroom/index.ts'
import type { AdviceRule } from '../rules/advice-rule.ts'
import { ADVICE_RULES } from '../rules/advice-rules.ts'
import type { AdviceState, WireAdvice, WireAdviceProof } from '../wire.ts'
import { readActs } from './analyse.ts'
import { effectOf } from './effect.ts'
import { readClassFacts } from './read-class-facts.ts'

const RULES = new Map(ADVICE_RULES.map((rule) => [rule.name, rule]))

interface Row {
  readonly id: string
  readonly rule: string
  readonly key: string
  readonly words: Readonly<Record<string, string | number>>
  readonly courseId: string
  readonly courseName: string
  readonly teachingClass: string
  readonly heldOn: string
  readonly hits: number | null
  readonly ofAll: number | null
  readonly state: AdviceState
  readonly answeredAt: string | null
  readonly remark: string
  readonly revision: number
  readonly students: readonly string[]
  readonly acts: readonly string[]
}

const filled = (text: string, words: Row['words']) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(words[name] ?? whole))
const inWords = ({ zh, en }: Label, words: Row['words']): Label => ({ zh: filled(zh, words), en: filled(en, words) })

async function readAdvice(tx: Tx, teacher: string, id: string | null): Promise<Row[]> {
  return tx.run<Row>(sql`
    SELECT v.id, v.rule, v.key, v.words, v.course_id AS "courseId", c.name AS "courseName", v.teaching_class AS "teachingClass", x.held_on::text AS "heldOn",
      v.hits, v.of_all AS "ofAll", v.state, v.answered_at AS "answeredAt", v.remark, v.revision, v.students, v.acts
    FROM teaching_advice v JOIN classroom_sessions x ON x.college_id = v.college_id AND x.id = v.session_id
    JOIN records.courses c ON c.college_id = v.college_id AND c.id = v.course_id
    WHERE v.college_id = ${tx.collegeId} AND v.teacher_id = ${teacher} AND (${id}::uuid IS NULL OR v.id = ${id}::uuid)
    ORDER BY v.state <> 'open', x.opened_at DESC, v.id`)
}

/** Advice to the actor about their own lessons, what is open first, with what became of what they took. */
export async function ownAdvice(tx: Tx, actor: Actor, now: string): Promise<WireAdvice[]> {
  const teacher = await teacherOf(tx, actor)
  const rows = teacher === null ? [] : await readAdvice(tx, teacher, null)
  const taken = rows.filter(({ state }) => state === 'accepted' || state === 'done')
  const classes = new Map(
    taken.map(({ courseId, teachingClass }) => [`${courseId} ${teachingClass}`, { courseId, teachingClass }]),
  )
  const facts = new Map<string, Awaited<ReturnType<typeof readClassFacts>>>()
  for (const [name, key] of classes) facts.set(name, await readClassFacts(tx, key, now))
  return rows.flatMap((row) => {
    const rule = RULES.get(row.rule)
    // A rule that is no longer declared: what it said cannot be said again.
    if (!rule) return []
    const of = row.answeredAt === null ? undefined : facts.get(`${row.courseId} ${row.teachingClass}`)
    const isTaken = row.state === 'accepted' || row.state === 'done'
    const before = row.hits === null || row.ofAll === null ? null : { hits: row.hits, of: row.ofAll }
    const { students, acts, hits: _hits, ofAll: _of, words, key, ...shown } = row
    return [
      {
        ...shown,
        label: rule.label,
        evidence: inWords(rule.evidence, words),
        reason: rule.reason,
        source: rule.source,
        proposal: rule.proposal,
        students: students.length,
        acts: acts.length,
        hasSignIns: rule.signIns !== undefined,
        measure: rule.measure.label,
        effect: isTaken && of ? effectOf(rule, key, before, row.answeredAt!, of) : null,
      },
    ]
  })
}

/** @throws Refusal 404, for whoever is not the teacher too */
async function getAdvice(tx: Tx, actor: Actor, id: string): Promise<Row> {
  const teacher = await teacherOf(tx, actor)
  const [row] = teacher === null ? [] : await readAdvice(tx, teacher, id)
  if (!row) throw unknownRecord()
  return row
}

/** What may follow on what. */
const ANSWERS: Readonly<Record<AdviceState, readonly AdviceState[]>> = {
  open: ['accepted', 'declined', 'done'],
  accepted: ['done', 'declined', 'open'],
  declined: ['open'],
  done: ['open'],
}

/** The teacher accepts advice, finds it not useful, or says that it is done. @throws Refusal 404, 409 */
export async function answerAdvice(
  tx: Tx,
  actor: Actor,
  id: string,
  { state, remark, revision }: { readonly state: AdviceState; readonly remark: string; readonly revision: number },
  now: string,
): Promise<void> {
  const row = await getAdvice(tx, actor, id)
  if (!ANSWERS[row.state].includes(state))
    throw new Refusal('conflict', {
      zh: '这条建议的状态已经变化，请刷新后再操作',
      en: 'This advice is in another state by now: reload, then answer again',
    })
  // "Done" after "accepted" keeps the day it was taken: from there the effect is measured.
  const at = state === 'open' ? null : row.state === 'accepted' && state === 'done' ? row.answeredAt : now
  const changed = await tx.change(sql`
    UPDATE teaching_advice SET state = ${state}, remark = ${remark}, answered_at = ${at}::timestamptz, revision = revision + 1
    WHERE college_id = ${tx.collegeId} AND id = ${id} AND revision = ${revision}`)
  if (changed === 0)
    throw new Refusal('stale', {
      zh: '这条建议刚被修改过，请刷新后再操作',
      en: 'This advice was changed meanwhile: reload, then answer again',
    })
}

/** The students, acts and sign-ins that advice rests on, for the teacher of the class. @throws Refusal 404 */
export async function adviceProof(tx: Tx, actor: Actor, id: string): Promise<WireAdviceProof> {
  const { students, acts, rule } = await getAdvice(tx, actor, id)
  const found = [...(await readActs(tx, acts)).values()]
  const ids = [...new Set([...students, ...found.flatMap(({ studentId }) => studentId ?? [])])]
  const rows = await tx.run<{ id: string; number: string; name: string }>(sql`
    SELECT id, number, name FROM records.students WHERE college_id = ${tx.collegeId} AND id = ANY(${ids}::uuid[]) ORDER BY number`)
  const names = new Map(rows.map((row) => [row.id, row.name]))
  const about = new Set(students)
  return {
    students: rows.filter((row) => about.has(row.id)).map(({ number, name }) => ({ number, name })),
    acts: found.map(({ studentId, ...act }) => ({
      ...act,
      who: studentId === null ? null : (names.get(studentId) ?? null),
    })),
    signIns: await signInsBehind(tx, id, RULES.get(rule)?.signIns),
  }
}

/** Sign-ins of the students that advice is about, in the lessons that its rule looks at, the latest last. */
async function signInsBehind(tx: Tx, id: string, of: AdviceRule['signIns']): Promise<WireAdviceProof['signIns']> {
  if (!of) return []
  return tx.run<WireAdviceProof['signIns'][number]>(sql`
    SELECT x.held_on::text AS "heldOn", s.number, s.name, g.state FROM teaching_advice v
    JOIN classroom_sessions x ON x.college_id = v.college_id AND x.id IN (
      SELECT y.id FROM classroom_sessions y JOIN classroom_sessions own ON own.college_id = y.college_id AND own.id = v.session_id
      WHERE y.college_id = v.college_id AND y.course_id = v.course_id AND y.teaching_class = v.teaching_class AND y.state = 'closed'
        AND (y.opened_at, y.id) <= (own.opened_at, own.id) ORDER BY y.opened_at DESC, y.id DESC LIMIT ${of.lessons})
    JOIN classroom_signins g ON g.college_id = v.college_id AND g.session_id = x.id AND g.student_id = ANY(v.students) AND g.state = ANY(${[...of.states]}::text[])
    JOIN records.students s ON s.college_id = v.college_id AND s.id = g.student_id
    WHERE v.college_id = ${tx.collegeId} AND v.id = ${id} ORDER BY x.opened_at, s.number`)
}
