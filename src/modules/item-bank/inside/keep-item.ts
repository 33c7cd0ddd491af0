import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import { itemProblems } from '../item/item-problems.ts'
import type { Item } from '../item/item.ts'
import type { Difficulty } from '../wire.ts'
import { openCourse } from './courses-of.ts'
import { findItem } from './find-items.ts'
import { checkPoints } from './points.ts'

/** What somebody writes of an item. */
export interface ItemInput {
  readonly item: Item
  readonly difficulty: Difficulty
  readonly knowledgePoints: readonly string[]
  readonly shared: boolean
}

function checkSound(item: Item): void {
  const problems = itemProblems(item)
  if (problems.length > 0)
    throw new Refusal(
      'invalid',
      {
        zh: `这道题还不能使用：${problems.map(({ message }) => message.zh).join('；')}`,
        en: `This item cannot be used yet: ${problems.map(({ message }) => message.en).join('; ')}`,
      },
      { problems },
    )
}

/**
 * Makes an item of a course.
 * @returns its id
 * @throws Refusal 404 for a course whose bank is closed to the actor, 422 with what is wrong and where
 */
export async function makeItem(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  courseId: string,
  input: ItemInput,
): Promise<string> {
  await openCourse(engine, tx, actor, courseId)
  checkSound(input.item)
  await checkPoints(tx, courseId, input.knowledgePoints)
  return writeNew(tx, actor, courseId, input)
}

/** Writes an item that was checked. */
export async function writeNew(tx: Tx, actor: Actor, courseId: string, input: ItemInput): Promise<string> {
  const id = v7()
  const at = new Date().toISOString()
  const content = JSON.stringify(input.item)
  await tx.run(sql`
    INSERT INTO items (college_id, id, course_id, author_id, shared, kind, version, content, difficulty, knowledge_points, revision, made_at, changed_at)
    VALUES (${tx.collegeId}, ${id}, ${courseId}, ${actor.accountId}, ${input.shared}, ${input.item.kind}, 1, ${content}::jsonb, ${input.difficulty},
      ${[...input.knowledgePoints]}::uuid[], 1, ${at}, ${at})`)
  await tx.run(sql`
    INSERT INTO item_versions (college_id, item_id, version, content, made_at, made_by)
    VALUES (${tx.collegeId}, ${id}, 1, ${content}::jsonb, ${at}, ${actor.accountId})`)
  return id
}

/**
 * Changes an item. What was asked once stays: its change is a new version, and what was asked before keeps the old one.
 * @param revision the one that the actor saw
 * @throws Refusal 403 when it is another's, 404, 409 when somebody changed it meanwhile, 422
 */
export async function changeItem(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  revision: number,
  input: ItemInput,
): Promise<void> {
  const before = await writable(engine, tx, actor, id, revision)
  checkSound(input.item)
  if (input.item.kind !== before.item.kind)
    throw new Refusal('invalid', {
      zh: '题型不能改变，请新建一道题',
      en: 'The kind of an item cannot change: make a new one',
    })
  await checkPoints(tx, before.course, input.knowledgePoints)
  const at = new Date().toISOString()
  const content = JSON.stringify(input.item)
  const [version] = await tx.run<{ same: boolean; used: boolean }>(sql`
    SELECT content = ${content}::jsonb AS same, used_at IS NOT NULL AS used FROM item_versions
    WHERE college_id = ${tx.collegeId} AND item_id = ${id} AND version = ${before.version}`)
  let next = before.version
  if (!version!.same && version!.used) {
    next += 1
    await tx.run(sql`
      INSERT INTO item_versions (college_id, item_id, version, content, made_at, made_by)
      VALUES (${tx.collegeId}, ${id}, ${next}, ${content}::jsonb, ${at}, ${actor.accountId})`)
  } else if (!version!.same)
    await tx.run(sql`
      UPDATE item_versions SET content = ${content}::jsonb, made_at = ${at}, made_by = ${actor.accountId}
      WHERE college_id = ${tx.collegeId} AND item_id = ${id} AND version = ${next}`)
  await tx.run(sql`
    UPDATE items SET version = ${next}, content = ${content}::jsonb, difficulty = ${input.difficulty}, knowledge_points = ${[...input.knowledgePoints]}::uuid[],
      shared = ${input.shared}, revision = revision + 1, changed_at = ${at}
    WHERE college_id = ${tx.collegeId} AND id = ${id}`)
}

/** Takes an item out of use, or back into it. Nothing that was asked changes. */
export async function retireItem(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  revision: number,
  retired: boolean,
): Promise<void> {
  await writable(engine, tx, actor, id, revision)
  const at = new Date().toISOString()
  await tx.run(sql`
    UPDATE items SET retired_at = ${retired ? at : null}, revision = revision + 1, changed_at = ${at}
    WHERE college_id = ${tx.collegeId} AND id = ${id}`)
}

async function writable(engine: Engine, tx: Tx, actor: Actor, id: string, revision: number) {
  // Whoever changes it holds it: two changes of one moment cannot both think they are the first.
  await tx.run(sql`SELECT 1 FROM items WHERE college_id = ${tx.collegeId} AND id = ${id} FOR UPDATE`)
  const item = await findItem(engine, tx, actor, id)
  if (item.revision !== revision)
    throw new Refusal('stale', {
      zh: '这道题刚被修改过，请重新打开后再改',
      en: 'This item was changed meanwhile: open it again and repeat',
    })
  if (!item.canWrite) throw notAllowed({ zh: '修改他人的题目', en: "change somebody else's item" })
  return item
}
