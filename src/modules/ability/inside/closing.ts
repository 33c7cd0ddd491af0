import type { Actor } from '../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { getRecord } from '../../../engine/records/list.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { cleanText } from '../understanding/clean-text.ts'
import { namedSkills } from '../understanding/find-skills.ts'
import type { WireClosing, WireCourse } from '../wire.ts'
import { matchPlan, readPlan, widerSkills } from './match-plan.ts'
import { dictionaryOf } from './own-dictionary.ts'
import { every, itemsWithPoints, planOf } from './plan-items.ts'

/** Ways to close one gap that a page shows. */
const SHOWN = 4

/**
 * Where skills can be learnt or shown here: courses in plans whose name or knowledge points name the skill (else a wider
 * one), certificates that name it, and outcomes that an approved rule of the credit bank takes for such a course.
 */
export async function closingOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  skills: readonly string[],
): Promise<WireClosing[]> {
  const own = await dictionaryOf(tx)
  const { dictionary } = own
  const wider = widerSkills(own)
  const courses = await every(engine, tx, actor, { register: 'courses', where: [['inPlansUntil', 'empty', true]] })
  const ids = new Map(courses.map(({ id, name }) => [String(name ?? ''), String(id)]))
  const items = await itemsWithPoints(engine, tx, actor, new Map([...ids].map(([name, id]) => [id, name])))
  const taught = readPlan(items, dictionary)
  const named = (words: unknown) =>
    new Set(namedSkills(dictionary, cleanText(String(words ?? ''))).map(({ term }) => term.name))
  const schemes = await every(engine, tx, actor, { register: 'certificate-schemes' })
  const certificates = schemes.map(({ id, name }) => ({ id: String(id), name: String(name ?? ''), names: named(name) }))
  const rules = await every(engine, tx, actor, { register: 'conversion-rules', where: [['state', 'is', 'approved']] })
  const outcomes = rules.map(({ id, outcomeName, target, credits }) => ({
    id: String(id),
    outcome: String(outcomeName ?? ''),
    target: String(target ?? ''),
    credits: String(credits ?? ''),
    names: named(outcomeName),
  }))
  return skills.map((skill) => {
    const through = taught.has(skill) ? null : (wider.get(skill)?.find((wide) => taught.has(wide)) ?? null)
    const teaching = (taught.get(through ?? skill) ?? []).map(({ course, text }) => ({
      id: ids.get(course) ?? '',
      name: course,
      point: text === course ? '' : text.slice(0, 60),
      through,
    }))
    const once = teaching.filter(({ id }, at) => teaching.findIndex((other) => other.id === id) === at)
    const names = new Set(once.map(({ name }) => name))
    return {
      skill,
      courses: once.slice(0, SHOWN),
      certificates: certificates
        .filter((one) => one.names.has(skill) || one.name.includes(skill))
        .slice(0, SHOWN)
        .map(({ id, name }) => ({ id, name })),
      outcomes: outcomes
        .filter((one) => one.names.has(skill) || names.has(one.target))
        // Several institutions may have the same rule.
        .filter(
          (one, at, all) =>
            all.findIndex((other) => other.outcome === one.outcome && other.target === one.target) === at,
        )
        .slice(0, SHOWN)
        .map(({ id, outcome, target, credits }) => ({ id, outcome, target, credits })),
    }
  })
}

/**
 * A course for its teacher: what of it work asks for, what hardly anybody asks, and what to change in it, by the
 * occupations of its major.
 * @throws Refusal 403, 404, 422
 */
export async function courseFor(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireCourse> {
  const { values } = await getRecord(tx, actor, getRegister(engine, 'courses'), id)
  const name = String(values['name'] ?? '')
  const major = values['major']
  if (typeof major !== 'string')
    throw new Refusal('invalid', {
      zh: `“${name}”是公共课，不属于某个专业，没有可对照的职业`,
      en: `"${name}" is common to all majors: there are no occupations to hold it against`,
    })
  const plan = (await planOf(engine, tx, actor, { major }))!
  if (plan.classes.length === 0)
    throw new Refusal('invalid', {
      zh: `专业目录没有给出“${plan.name}”面向的职业`,
      en: `The catalogue names no occupation for the major "${plan.name}"`,
    })
  const match = await matchPlan(tx, { classes: plan.classes }, plan)
  const isMine = (where: readonly string[]) => where.some((label) => label === name || label.startsWith(`${name}：`))
  return {
    id,
    name,
    major: plan.name,
    code: plan.code,
    n: match.n,
    occupations: match.occupations,
    taught: match.skills.filter(({ where }) => isMine(where)),
    outdated: match.outdated.filter(({ where }) => isMine(where)),
    advice: match.advice.filter(({ courses }) => courses.includes(name)),
    points: plan.items.filter(({ course, text }) => course === name && text !== name).length,
  }
}
