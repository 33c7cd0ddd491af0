import { type RawBuilder, sql } from 'kysely'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { reachesNothing, reachOf, reachSql } from '../access/reach.ts'
import type { Engine } from '../engine.ts'
import { hintFieldOf, keyFieldsOf, titleWithHint } from '../exporting/reference-texts.ts'
import { column, table } from '../records/stored.ts'

/** What a text in a cell means: one record, or why none. */
export type Resolved =
  | { readonly id: string; readonly problem?: undefined }
  | { readonly id?: undefined; readonly problem: Label }

interface Candidate {
  readonly id: string
  readonly title: string
  readonly hint: string
  /** What the record answers to. */
  readonly names: readonly string[]
}

/** 张伟（T2019001）, as `referenceTexts` writes it. */
const WITH_HINT = /^(.*?)\s*(?:（([^（）]+)）|\(([^()]+)\))$/su

/**
 * Finds the records that texts mean, all of one register at once: by title, by a key of one field, or by both as
 * exports write them. Only records that the actor may read are found.
 */
export async function resolveReferences(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  registerName: string,
  texts: Iterable<string>,
): Promise<Map<string, Resolved>> {
  const wanted = [...new Set(texts)]
  const resolved = new Map<string, Resolved>()
  const register = engine.catalogue.registers.get(registerName)
  if (!register || wanted.length === 0) return resolved
  const split = new Map(wanted.map((text) => [text, splitHint(text)]))
  const hints = [...split.values()].flatMap((parts) => parts?.hint ?? [])
  const byName = new Map<string, Candidate[]>()
  for (const found of await candidates(tx, actor, register, [...wanted, ...hints]))
    for (const name of new Set([...found.names, found.id])) byName.set(name, [...(byName.get(name) ?? []), found])
  for (const text of wanted) {
    const parts = split.get(text)
    const direct = byName.get(text) ?? []
    const hinted = parts
      ? (byName.get(parts.hint) ?? []).filter(
          (c) => c.title === parts.title && (c.hint === parts.hint || c.id === parts.hint),
        )
      : []
    const meant = direct.length > 0 ? direct : hinted
    const [first, second] = meant
    resolved.set(
      text,
      first && !second ? { id: first.id } : { problem: first ? ambiguous(text, meant) : notFound(text, register) },
    )
  }
  return resolved
}

function splitHint(text: string): { title: string; hint: string } | null {
  const [, title, full, half] = WITH_HINT.exec(text) ?? []
  const hint = (full ?? half)?.trim()
  return title === undefined || !hint ? null : { title, hint }
}

async function candidates(tx: Tx, actor: Actor, register: AnyRegister, texts: readonly string[]): Promise<Candidate[]> {
  const reach = reachOf(register, actor, 'read')
  if (reachesNothing(reach)) return []
  const names = [...new Set([register.title, ...keyFieldsOf(register)])].filter(
    (name) => register.fields[name]?.readableBy === undefined,
  )
  const hint = hintFieldOf(register)
  const answers = sql.join(names.map((name) => sql`${column(name)}::text`))
  const select = (condition: RawBuilder<unknown>) =>
    tx.run<{ id: string; title: string | null; hint: string | null; names: (string | null)[] }>(sql`
      SELECT id, ${column(register.title)}::text AS title, ${hint ? sql`${column(hint)}::text` : sql`NULL`} AS hint, ARRAY[${answers}] AS names
      FROM ${table(register)} WHERE college_id = ${tx.collegeId} AND deleted_at IS NULL AND ${reachSql(reach, actor)} AND ${condition}`)
  const found = new Map<string, Candidate>()
  const conditions = names.map(
    (name) =>
      sql`${register.fields[name]?.kind === 'text' ? column(name) : sql`${column(name)}::text`} = ANY(${texts}::text[])`,
  )
  const ids = texts.filter(isUuid)
  if (ids.length > 0) conditions.push(sql`id = ANY(${ids}::uuid[])`)
  for (const condition of conditions)
    for (const row of await select(condition))
      found.set(row.id, {
        id: row.id,
        title: row.title ?? '',
        hint: row.hint ?? row.id,
        names: row.names.filter((n) => n !== null),
      })
  return [...found.values()]
}

const SHOWN = 5

function ambiguous(text: string, meant: readonly Candidate[]): Label {
  const list = meant.slice(0, SHOWN).map((c) => titleWithHint(c.title, c.hint))
  const more = meant.length > SHOWN ? ' …' : ''
  return {
    zh: `“${text}”可能是 ${meant.length} 条不同的记录，请改填其中一条：${list.join('、')}${more}`,
    en: `“${text}” may be any of ${meant.length} records; write one of these: ${list.join(', ')}${more}`,
  }
}

function notFound(text: string, register: AnyRegister): Label {
  const names = [...new Set([register.title, ...keyFieldsOf(register)])].map((name) => register.fields[name]!.label)
  return {
    zh: `没有找到${register.label.zh}“${text}”，或它不在您可查看的范围内；请填写已有的${names.map((l) => l.zh).join('或')}`,
    en: `“${text}” was not found in ${register.label.en}, or is outside your scope: write an existing ${names.map((l) => l.en).join(' or ')}`,
  }
}
