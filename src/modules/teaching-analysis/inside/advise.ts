import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Tx } from '../../../engine/module-server.ts'
import type { AdviceRule, Finding } from '../rules/advice-rule.ts'
import { ADVICE_RULES } from '../rules/advice-rules.ts'
import type { ClassFacts, LessonFacts } from './class-facts.ts'
import { type ClassKey, readClassFacts } from './read-class-facts.ts'

/** The same is not said again within so many lessons. */
const PAUSE = 3
/** A rule that was found not useful so often in a class is silent there. */
const DECLINED = 2
/** Homework whose day came within the four weeks before a lesson belongs to its advice. */
const HOMEWORK_MS = 28 * 86_400_000

interface Given {
  readonly session: string
  readonly rule: string
  readonly key: string
  readonly state: string
}

/**
 * Gives the advice that follows from closed lessons of a class: each lesson once, as things stood when it was closed.
 * @param sessions ids of lessons; in whichever order, they are taken as they were held
 * @returns how many pieces of advice are new
 */
export async function adviseLessons(tx: Tx, key: ClassKey, sessions: readonly string[], now: string): Promise<number> {
  const facts = await readClassFacts(tx, key, now)
  const given = await tx.run<Given>(sql`
    SELECT session_id AS session, rule, key, state FROM teaching_advice
    WHERE college_id = ${tx.collegeId} AND course_id = ${key.courseId} AND teaching_class = ${key.teachingClass}`)
  let made = 0
  for (const [i, lesson] of facts.lessons.entries()) {
    if (!sessions.includes(lesson.sessionId)) continue
    const seen = { lessons: facts.lessons.slice(0, i + 1), homework: homeworkAt(facts, lesson) }
    const lately = new Set(facts.lessons.slice(Math.max(0, i - PAUSE), i + 1).map(({ sessionId }) => sessionId))
    for (const rule of ADVICE_RULES)
      for (const finding of rule.find(seen)) {
        if (isSilent(given, rule, finding, lately)) continue
        await keepAdvice(tx, key, lesson, rule, finding, seen)
        given.push({ session: lesson.sessionId, rule: rule.name, key: finding.key, state: 'open' })
        made++
      }
  }
  return made
}

function isSilent(
  given: readonly Given[],
  { name }: AdviceRule,
  { key }: Finding,
  lately: ReadonlySet<string>,
): boolean {
  const own = given.filter(({ rule }) => rule === name)
  if (own.filter(({ state }) => state === 'declined').length >= DECLINED) return true
  return own.some(
    (one) => one.key === key && (one.state === 'open' || one.state === 'accepted' || lately.has(one.session)),
  )
}

/** Homework as it stood when a lesson was closed. */
export function homeworkAt({ homework }: ClassFacts, { closedAt }: LessonFacts): ClassFacts['homework'] {
  const at = Date.parse(closedAt)
  return homework
    .filter(({ dueAt }) => Date.parse(dueAt) <= at && Date.parse(dueAt) > at - HOMEWORK_MS)
    .map((one) => ({
      ...one,
      seenAt: closedAt,
      handedIn: one.handedIn
        .filter((handed) => Date.parse(handed.at) <= at)
        .map((handed) => ({
          ...handed,
          feedbackAt: handed.feedbackAt !== null && Date.parse(handed.feedbackAt) <= at ? handed.feedbackAt : null,
        })),
    }))
}

async function keepAdvice(
  tx: Tx,
  { courseId, teachingClass }: ClassKey,
  lesson: LessonFacts,
  rule: AdviceRule,
  { key, words, students, acts }: Finding,
  seen: ClassFacts,
): Promise<void> {
  const before = rule.measure.of({ lesson, homework: seen.homework }, key)
  await tx.run(sql`
    INSERT INTO teaching_advice (college_id, id, session_id, course_id, teaching_class, teacher_id, rule, key, words, students, acts, hits, of_all, made_at, state, remark, revision)
    SELECT college_id, ${v7()}, id, ${courseId}, ${teachingClass}, teacher_id, ${rule.name}, ${key}, ${JSON.stringify(words)}::jsonb, ${students}::uuid[], ${acts}::uuid[],
      ${before?.hits ?? null}, ${before?.of ?? null}, closed_at, 'open', '', 1
    FROM classroom_sessions WHERE college_id = ${tx.collegeId} AND id = ${lesson.sessionId}
    ON CONFLICT (college_id, session_id, rule, key) DO NOTHING`)
}
