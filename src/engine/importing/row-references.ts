import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { Actor } from '../access/actor.ts'
import { reaches } from '../access/reach.ts'
import type { Engine } from '../engine.ts'
import { keyFieldsOf, referenceTexts } from '../exporting/reference-texts.ts'
import { titlesOf } from '../records/present.ts'
import type { Desk } from '../records/prepare-many.ts'
import type { Draft } from './read-rows.ts'
import { type Resolved, resolveReferences } from './resolve-references.ts'

/** A reference that is still a text. */
export interface Gap {
  readonly draft: Draft
  readonly field: string
  readonly target: string
  readonly text: string
  readonly problem: Label
}

/** Puts the ids of records in the place of the texts that name them. @returns the texts that name none, and what each text means */
export async function fillReferences(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  register: AnyRegister,
  filled: readonly string[],
  drafts: readonly Draft[],
): Promise<{ gaps: Gap[]; resolved: ReadonlyMap<string, ReadonlyMap<string, Resolved>> }> {
  const fields = filled.flatMap((name) => {
    const field = register.fields[name]
    return field?.kind === 'reference' ? [{ name, target: field.register }] : []
  })
  const gaps: Gap[] = []
  const all = new Map<string, ReadonlyMap<string, Resolved>>()
  for (const target of new Set(fields.map((f) => f.target))) {
    const names = fields.filter((f) => f.target === target).map((f) => f.name)
    const texts = new Set<string>()
    for (const draft of drafts)
      for (const name of names) if (typeof draft.input[name] === 'string') texts.add(draft.input[name])
    const resolved = await resolveReferences(engine, tx, actor, target, texts)
    all.set(target, resolved)
    for (const draft of drafts)
      for (const field of names) {
        const text = draft.input[field]
        if (typeof text !== 'string') continue
        const { id, problem } = resolved.get(text)!
        if (id !== undefined) draft.input[field] = id
        else gaps.push({ draft, field, target, text, problem })
      }
  }
  return { gaps, resolved: all }
}

/**
 * Tries the texts that named no record once more, now that it is known which records the rows change: what stands in
 * a record may stay there (its name may be out of the actor's sight, or out of use), and rows of a sheet may refer to
 * each other. What still names nothing is a problem of its row.
 */
export async function fillRemaining(
  engine: Engine,
  tx: Tx,
  desk: Desk,
  gaps: readonly Gap[],
  drafts: readonly Draft[],
  headerOf: (field: string) => string,
): Promise<void> {
  if (gaps.length === 0) return
  const current = ({ draft, field }: Gap): string | null => {
    const id = draft.before && reaches(desk.read, desk.actor, draft.before) ? draft.before.values[field] : null
    return typeof id === 'string' ? id : null
  }
  const called = new Map<string, Map<string, Set<string>>>()
  for (const target of new Set(gaps.map((gap) => gap.target))) {
    const ids = gaps.filter((gap) => gap.target === target).flatMap((gap) => current(gap) ?? [])
    const texts = new Map<string, Set<string>>()
    for (const names of [await titlesOf(engine, tx, target, ids), await referenceTexts(engine, tx, target, ids)])
      for (const [id, name] of names) texts.set(id, (texts.get(id) ?? new Set()).add(name))
    called.set(target, texts)
  }
  const inSheet = gaps.some((gap) => gap.target === desk.register.name)
    ? rowsByName(desk.register, drafts)
    : new Map<string, Draft[]>()
  for (const gap of gaps) {
    const { draft, field, target, text } = gap
    const id = current(gap)
    if (id !== null && called.get(target)?.get(id)?.has(text)) {
      draft.input[field] = id
      continue
    }
    const [row, another] = target === desk.register.name ? (inSheet.get(text) ?? []) : []
    if (row && !another) draft.input[field] = row.before?.id ?? row.id
    else draft.problems.push({ row: draft.number, column: headerOf(field), message: gap.problem })
  }
}

function rowsByName(register: AnyRegister, drafts: readonly Draft[]): Map<string, Draft[]> {
  const names = [...new Set([register.title, ...keyFieldsOf(register)])]
  const byName = new Map<string, Draft[]>()
  for (const draft of drafts)
    for (const text of new Set(names.map((name) => draft.input[name])))
      if (typeof text === 'string') byName.set(text, [...(byName.get(text) ?? []), draft])
  return byName
}
