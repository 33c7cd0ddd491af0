import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import type { Label } from '../../../language/label.ts'
import { itemProblems } from '../item/item-problems.ts'
import type { Item } from '../item/item.ts'
import type { WireImport } from '../wire.ts'
import { openCourse } from '../inside/courses-of.ts'
import { writeNew } from '../inside/keep-item.ts'
import { pointsOf } from '../inside/points.ts'
import type { ReadItem } from './draft.ts'

/**
 * What a file's items would become, or what became of them: those that are sound and not there word for word are
 * written, all others are told with what is wrong, so that nothing of a file is lost unseen.
 * @throws Refusal 404 for a course whose bank is closed to the actor
 */
export async function importItems(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  courseId: string,
  read: readonly ReadItem[],
  accept: boolean,
): Promise<WireImport> {
  await openCourse(engine, tx, actor, courseId)
  const points = new Map((await pointsOf(tx, courseId)).map(({ id, code }) => [code, id]))
  const known = await tx.run<{ content: Item }>(
    sql`SELECT content FROM items WHERE college_id = ${tx.collegeId} AND course_id = ${courseId} AND retired_at IS NULL`,
  )
  const there = new Set(known.map(({ content }) => canonical(content)))
  const drafts: WireImport['drafts'][number][] = []
  let written = 0
  for (const one of read) {
    const strange = one.points.filter((code) => !points.has(code))
    const problems: Label[] = [
      ...one.problems,
      ...(one.item ? itemProblems(one.item).map(({ message }) => message) : []),
      ...strange.map((code) => ({
        zh: `这门课程没有知识点“${code}”`,
        en: `The course has no knowledge point "${code}"`,
      })),
    ]
    const isSound = one.item !== null && itemProblems(one.item).length === 0 && strange.length === 0
    const key = one.item ? canonical(one.item) : ''
    const state = !isSound ? 'faulty' : there.has(key) ? 'same' : 'new'
    // Twice in one file is once in the bank.
    if (state === 'new') there.add(key)
    if (state === 'new' && accept) {
      await writeNew(tx, actor, courseId, {
        item: one.item!,
        difficulty: one.difficulty,
        knowledgePoints: one.points.map((code) => points.get(code)!),
        shared: false,
      })
      written++
    }
    drafts.push({ where: one.where, kind: one.kind, stem: one.stem.slice(0, 200), state, problems })
  }
  return { drafts, written }
}

/** The same item gives the same text, in whatever order its parts are kept. */
const canonical = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(canonical).join()}]`
    : typeof value === 'object' && value !== null
      ? `{${Object.keys(value)
          .toSorted()
          .map((name) => `${name}:${canonical(Reflect.get(value, name))}`)
          .join()}}`
      : JSON.stringify(value)
