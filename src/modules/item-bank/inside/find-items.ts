import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { unknownRecord } from '../../../engine/refusal.ts'
import type { Item, ItemKind } from '../item/item.ts'
import type { Difficulty, WireItem, WireItemPage, WireVersion } from '../wire.ts'
import { openCourse, type OpenCourse } from './courses-of.ts'

/** What a list of items may be asked for. */
export interface ItemQuery {
  readonly kind?: ItemKind | undefined
  readonly point?: string | undefined
  readonly difficulty?: Difficulty | undefined
  readonly search?: string | undefined
  readonly mine?: boolean | undefined
  readonly retired?: boolean | undefined
  readonly sort?: 'changed' | 'stem' | 'gained' | 'answers' | undefined
  readonly page?: number | undefined
  readonly size?: number | undefined
}

interface Row {
  readonly id: string
  readonly course_id: string
  readonly author_id: string
  readonly author: string | null
  readonly shared: boolean
  readonly version: number
  readonly content: Item
  readonly difficulty: Difficulty
  readonly knowledge_points: string[]
  readonly revision: number
  readonly changed_at: string
  readonly retired_at: string | null
  readonly used: boolean
  readonly answers: number
  readonly gained: string | null
  readonly max: string | null
  readonly total: number
}

/** An item with who keeps it, whether it was used, and how answers to this version turned out. */
const rowsSql = (tx: Tx, where: RawBuilder<unknown>, order: RawBuilder<unknown>, page: RawBuilder<unknown>) => sql`
  SELECT i.id, i.course_id, i.author_id, i.shared, i.version, i.content, i.difficulty, i.knowledge_points, i.revision, i.changed_at, i.retired_at,
    coalesce(p.name, a.display_name) AS author, v.used_at IS NOT NULL AS used, coalesce(o.answers, 0)::int AS answers, o.gained, o.max, count(*) OVER ()::int AS total
  FROM items i
  JOIN item_versions v ON v.college_id = i.college_id AND v.item_id = i.id AND v.version = i.version
  LEFT JOIN accounts a ON a.college_id = i.college_id AND a.id = i.author_id
  LEFT JOIN records.people p ON p.college_id = i.college_id AND p.id = a.person_id
  LEFT JOIN LATERAL (
    -- Acts of lessons and of coursework alike: see classroom/acts.ts.
    SELECT count(*) AS answers, sum(c.score) AS gained, sum(c.max_score) AS max FROM classroom_acts c
    WHERE c.college_id = i.college_id AND c.item_id = i.id AND c.max_score > 0 AND c.score IS NOT NULL AND c.happened_at >= v.made_at
  ) o ON true
  WHERE i.college_id = ${tx.collegeId} AND ${where}
  ORDER BY ${order} ${page}`

const ORDERS = {
  changed: sql`i.changed_at DESC, i.id`,
  stem: sql`i.content->>'stem' COLLATE "zh-x-icu", i.id`,
  gained: sql`o.gained / nullif(o.max, 0) NULLS LAST, i.id`,
  answers: sql`o.answers DESC NULLS LAST, i.id`,
} as const
const LARGEST_PAGE = 200

/** Items of a course that the actor may see: their own, and what is shared with those who teach it. */
export async function listItems(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  courseId: string,
  query: ItemQuery,
): Promise<WireItemPage> {
  const course = await openCourse(engine, tx, actor, courseId)
  const conditions = [sql`i.course_id = ${courseId}`, visibleIn(course, actor)]
  conditions.push(query.retired ? sql`i.retired_at IS NOT NULL` : sql`i.retired_at IS NULL`)
  if (query.kind) conditions.push(sql`i.kind = ${query.kind}`)
  if (query.difficulty) conditions.push(sql`i.difficulty = ${query.difficulty}`)
  if (query.point) conditions.push(sql`${query.point}::uuid = ANY(i.knowledge_points)`)
  if (query.mine) conditions.push(sql`i.author_id = ${actor.accountId}`)
  if (query.search?.trim()) {
    const words = query.search.trim().replaceAll(/[\\%_]/g, (c) => `\\${c}`)
    conditions.push(sql`i.content::text ILIKE ${`%${words}%`}`)
  }
  const size = Math.min(query.size ?? 20, LARGEST_PAGE)
  const rows = await tx.run<Row>(
    rowsSql(
      tx,
      sql.join(conditions, sql` AND `),
      ORDERS[query.sort ?? 'changed'],
      sql`LIMIT ${size} OFFSET ${((query.page ?? 1) - 1) * size}`,
    ),
  )
  return { total: rows[0]?.total ?? 0, items: rows.map((row) => present(row, course, actor)) }
}

const visibleIn = (course: OpenCourse, actor: Actor) =>
  course.manages ? sql`true` : sql`(i.shared OR i.author_id = ${actor.accountId})`

/** One item. @throws Refusal 404, the same for one that is there and closed to the actor */
export async function findItem(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireItem> {
  const [row] = await tx.run<Row>(rowsSql(tx, sql`i.id = ${id}`, sql`i.id`, sql``))
  if (!row) throw unknownRecord()
  const course = await openCourse(engine, tx, actor, row.course_id)
  if (!course.manages && !row.shared && row.author_id !== actor.accountId) throw unknownRecord()
  return present(row, course, actor)
}

/** All versions of an item, the latest first. */
export async function versionsOf(engine: Engine, tx: Tx, actor: Actor, id: string): Promise<WireVersion[]> {
  await findItem(engine, tx, actor, id)
  return tx.run<WireVersion>(sql`
    SELECT version, content AS item, made_at AS "madeAt", used_at AS "usedAt" FROM item_versions
    WHERE college_id = ${tx.collegeId} AND item_id = ${id} ORDER BY version DESC`)
}

const present = (row: Row, course: OpenCourse, actor: Actor): WireItem => ({
  id: row.id,
  course: row.course_id,
  item: row.content,
  version: row.version,
  revision: row.revision,
  difficulty: row.difficulty,
  knowledgePoints: row.knowledge_points,
  shared: row.shared,
  author: row.author ?? '',
  isRetired: row.retired_at !== null,
  isUsed: row.used,
  canWrite: course.manages || row.author_id === actor.accountId,
  changedAt: row.changed_at,
  observed: {
    answers: row.answers,
    gained:
      row.gained === null || row.max === null || row.answers === 0
        ? null
        : new Exact(row.gained).div(row.max).times(100).toFixed(1),
  },
})
