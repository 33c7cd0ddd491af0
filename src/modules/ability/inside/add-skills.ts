import { sql } from 'kysely'
import type { Tx } from '../../../engine/module-server.ts'
import type { FoundSkill } from '../advertisement.ts'

/** An advertisement with what it asks for. */
export interface Asking {
  readonly id: string
  readonly smallClass: string
  readonly skills: readonly FoundSkill[]
}

/** Keeps what advertisements ask for, each with where its words stand. */
export async function addSkills(tx: Tx, asking: readonly Asking[]): Promise<void> {
  const all = asking.flatMap(({ id, smallClass, skills }) => skills.map((skill) => ({ id, smallClass, skill })))
  if (all.length === 0) return
  const each = <T>(of: (one: (typeof all)[number]) => T) => all.map(of)
  await tx.run(sql`
    INSERT INTO advertisement_skills (college_id, skill, advertisement_id, small_class, kind, required, is_new, in_title, starts, ends)
    SELECT ${tx.collegeId}::uuid, s.* FROM unnest(
      ${each(({ skill }) => skill.name)}::text[], ${each(({ id }) => id)}::uuid[], ${each(({ smallClass }) => smallClass)}::text[],
      ${each(({ skill }) => skill.kind)}::text[], ${each(({ skill }) => skill.required)}::boolean[],
      ${each(({ skill }) => skill.isNew)}::boolean[], ${each(({ skill }) => skill.span.in === 'title')}::boolean[],
      ${each(({ skill }) => skill.span.start)}::integer[], ${each(({ skill }) => skill.span.end)}::integer[]
    ) AS s
    ON CONFLICT (college_id, skill, advertisement_id) DO NOTHING`)
}
