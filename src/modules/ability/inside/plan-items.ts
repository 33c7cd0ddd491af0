import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { type Engine, getRegister } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { getRecord, type ListRequest, listRecords } from '../../../engine/records/list.ts'
import type { WirePage } from '../../../language/wire.ts'
import { majorOccupations } from '../dictionaries/major-occupations.ts'
import { occupationNamed } from '../understanding/guess-occupation.ts'
import { planText, type SentPlan } from './plan-text.ts'

/** A course or a sentence of a plan: what is read for skills, and what it is called on screens. */
export interface PlanItem {
  readonly label: string
  readonly text: string
  /** The course it belongs to; '' in plans that were sent, where nobody says which. */
  readonly course: string
}

export interface Plan {
  readonly name: string
  /** Code of the catalogue of majors, six digits; '' where none is said. */
  readonly code: string
  readonly items: readonly PlanItem[]
  /** Small classes of the occupations it leads to. */
  readonly classes: readonly string[]
}

/** Which plan is meant: one of the registers', or a file or text that was sent. */
export interface PlanOrder {
  readonly code?: string | undefined
  /** A record of the register of majors: all its courses. */
  readonly major?: string | undefined
  /** A record of the register of training programmes: the courses of one year of entry. */
  readonly programme?: string | undefined
  readonly file?: SentPlan | undefined
  readonly text?: string | undefined
}

const occupationsOf = new Map(
  majorOccupations
    .trim()
    .split('\n')
    .map((row) => {
      const [code, , ...occupations] = row.split(' ')
      return [code!, [...new Set(occupations.map((one) => one.slice(0, 7)))]] as const
    }),
)

/** Small classes that the official catalogue of majors leads to, by the major's code. */
export function classesOf(major: string): readonly string[] {
  return occupationsOf.get(major.slice(0, 6)) ?? []
}

/** The items of a text: what stands between stops, commas and colons. */
export const itemsOfText = (text: string): PlanItem[] =>
  text
    .split(/[\n。；;，,、]|(?<=[：:])/)
    .map((item) => item.replace(/^\s*(?:\d+[.、)）]\s*)?/, '').trim())
    .filter((item) => item.length >= 2)
    .map((item) => ({ label: item.slice(0, 80), text: item, course: '' }))

/** Small classes of the occupations a profile names: 面向计算机程序设计员、计算机软件测试员等职业。 */
function classesNamed(words: string): string[] {
  const names = words.replace(/^.*?面向/, '').split(/[、，,。；;]|和(?=[\u4e00-\u9fff]{4,})|等职业/)
  return names.flatMap((name) => occupationNamed(name.trim())?.slice(0, 7) ?? [])
}

/** The plan that is meant; undefined where the order names none. @throws Refusal 403, 404, 413, 422 */
export async function planOf(engine: Engine, tx: Tx, actor: Actor, order: PlanOrder): Promise<Plan | undefined> {
  if (order.programme !== undefined) {
    const { values } = await getRecord(tx, actor, getRegister(engine, 'training-programmes'), order.programme)
    const major = await getRecord(tx, actor, getRegister(engine, 'majors'), String(values['major']))
    const rows = await every(engine, tx, actor, {
      register: 'programme-courses',
      where: [['programme', 'is', order.programme]],
    })
    const courses = [...new Set(rows.map((row) => String(row['course'])))]
    return {
      ...named(String(major.values['code'] ?? ''), String(values['name'] ?? '')),
      items: await itemsOfCourses(engine, tx, actor, { also: sql`id = ANY(${courses}::uuid[])` }),
    }
  }
  if (order.major !== undefined) {
    const { values } = await getRecord(tx, actor, getRegister(engine, 'majors'), order.major)
    return {
      ...named(String(values['code'] ?? ''), String(values['name'] ?? '')),
      items: await itemsOfCourses(engine, tx, actor, { where: [['major', 'is', order.major]] }),
    }
  }
  const { code = '' } = order
  if (order.file !== undefined) {
    const { text, name, faces } = await planText(engine, tx, actor, order.file, order.code)
    const classes = [...new Set([...classesOf(code), ...classesNamed(faces)])]
    return { name, code, classes, items: itemsOfText(text) }
  }
  return order.text === undefined ? undefined : { ...named(code, ''), items: itemsOfText(order.text) }
}

const named = (code: string, name: string): Omit<Plan, 'items'> => ({
  name,
  code: code.slice(0, 6),
  classes: classesOf(code),
})

/** Courses with their knowledge points, as the actor may read them. */
export async function itemsOfCourses(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  which: Pick<ListRequest, 'where' | 'also'>,
): Promise<PlanItem[]> {
  const courses = await every(engine, tx, actor, { register: 'courses', ...which })
  return itemsWithPoints(engine, tx, actor, new Map(courses.map(({ id, name }) => [String(id), String(name ?? '')])))
}

/** @param names of courses by id */
export async function itemsWithPoints(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  names: ReadonlyMap<string, string>,
): Promise<PlanItem[]> {
  if (names.size === 0) return []
  const points = await every(engine, tx, actor, {
    register: 'knowledge-points',
    where: [['course', 'in', [...names.keys()]]],
  })
  return [
    ...[...names.values()].map((name) => ({ label: name, text: name, course: name })),
    ...points.flatMap((point) => {
      const course = names.get(String(point['course'])) ?? ''
      const name = String(point['name'] ?? '')
      return [name, String(point['objective'] ?? '')]
        .filter((text) => text !== '' && text !== 'null')
        .map((text) => ({ label: `${course}：${text.slice(0, 60)}`, text, course }))
    }),
  ]
}

/** Every row of a register that fits, page by page, as the actor may read it. */
export async function every(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  request: ListRequest,
): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = []
  let after: string | null = null
  do {
    const page: WirePage = await listRecords(engine, tx, actor, {
      ...request,
      limit: 500,
      ...(after === null ? {} : { after }),
    })
    all.push(...page.rows.map(({ id, values }) => ({ ...values, id })))
    after = page.next
  } while (after !== null)
  return all
}

/** The programmes of a major by year of entry, the latest first: versions of its plan. */
export async function programmesOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  major: string,
): Promise<{ id: string; name: string; grade: number }[]> {
  const rows = await every(engine, tx, actor, { register: 'training-programmes', where: [['major', 'is', major]] })
  return rows
    .map((row) => ({ id: String(row['id']), name: String(row['name'] ?? ''), grade: Number(row['grade']) }))
    .toSorted((a, b) => b.grade - a.grade)
}
