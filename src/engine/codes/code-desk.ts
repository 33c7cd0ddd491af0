import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Codes } from '../../language/codes.ts'
import { type CollegeCode, collegeCodes } from '../../language/college-codes.ts'
import type { CodeAction } from '../../language/wire-codes.ts'
import { type Actor, may } from '../access/actor.ts'
import { today } from '../access/today.ts'
import type { Engine } from '../engine.ts'
import { notAllowed, Refusal } from '../refusal.ts'
import { forgetCodes } from './college-register.ts'
import { asCode, type CodeRow, lastVersions } from './own-codes.ts'

/** How the college is to have a value; null: it has nothing of its own to say. */
export type Content = Omit<CollegeCode, 'list' | 'value'> | null

/** A list taken out to be changed: what is decided here is written together by `putBack`. */
export interface CodeDesk {
  readonly declared: Codes
  readonly day: string
  /** The last version of each value, what was decided here included. */
  readonly rows: Map<string, CodeRow>
  readonly decided: CodeRow[]
}

export const NOTHING: NonNullable<Content> = { label: null, official: null, from: null, retiredFrom: null }

/** One person at a time changes the lists of a college. */
const CHANGING = 0x636f

/** The list that is declared under a name. @throws Refusal 404 */
export function getCodes(engine: Engine, name: string): Codes {
  const list = engine.catalogue.codes.get(name)
  if (!list) throw new Refusal('not-found', { zh: `没有名为“${name}”的代码表`, en: `There is no code list "${name}"` })
  return list
}

/** Duties are what registers, indicators and roles are declared by: a college says who carries them, not which there are. */
export const mayChangeCodes = (engine: Engine, actor: Actor, list: Codes): boolean =>
  list !== engine.catalogue.offices && may(engine.catalogue, actor, 'codes.manage')

/**
 * Takes a list out to be changed; others who want to wait until the transaction is over.
 * @throws Refusal 403, 404
 */
export async function openCodes(engine: Engine, tx: Tx, actor: Actor, name: string): Promise<CodeDesk> {
  const declared = getCodes(engine, name)
  if (!mayChangeCodes(engine, actor, declared))
    throw notAllowed({ zh: `修改代码表“${declared.label.zh}”`, en: `change the code list "${declared.label.en}"` })
  await tx.run(sql`SELECT pg_advisory_xact_lock(${CHANGING}, hashtext(${tx.collegeId}))`)
  const rows = await lastVersions(tx, name)
  return { declared, day: today(), rows: new Map(rows.map((row) => [row.value, row])), decided: [] }
}

/** What the college says of a value now; null when it says nothing. */
export function contentOf(desk: CodeDesk, value: string): Content {
  const row = desk.rows.get(value)
  return row === undefined || row.is_void ? null : asCode(row)
}

export const versionOf = (desk: CodeDesk, value: string): number => desk.rows.get(value)?.version ?? 0

/** The list as it stands on the desk. */
export const codesOn = (desk: CodeDesk): Codes =>
  collegeCodes(desk.declared, [...desk.rows.values()].filter((row) => !row.is_void).map(asCode), desk.day)

/** Decides how a value is to be; nothing is written yet. */
export function decide(
  desk: CodeDesk,
  actor: Actor,
  value: string,
  action: CodeAction,
  content: Content,
  reason: string,
): void {
  const row: CodeRow = {
    list: desk.declared.name,
    value,
    version: versionOf(desk, value) + 1,
    action,
    zh: content?.label?.zh ?? null,
    en: content?.label?.en ?? null,
    official: content?.official ?? null,
    valid_from: content?.from ?? null,
    retired_from: content?.retiredFrom ?? null,
    is_void: content === null,
    at: new Date().toISOString(),
    actor_name: actor.name,
    reason,
  }
  desk.rows.set(value, row)
  desk.decided.push(row)
}

/** Writes what was decided: a new version of each value, with who, when and why. */
export async function putBack(engine: Engine, tx: Tx, actor: Actor, desk: CodeDesk): Promise<void> {
  for (const row of desk.decided)
    await tx.run(sql`
      INSERT INTO code_changes (college_id, list, value, version, action, zh, en, official, valid_from, retired_from, is_void, at, actor_id, actor_name, reason)
      VALUES (${tx.collegeId}, ${row.list}, ${row.value}, ${row.version}, ${row.action}, ${row.zh}, ${row.en}, ${row.official},
        ${row.valid_from}, ${row.retired_from}, ${row.is_void}, ${row.at}, ${actor.accountId}, ${row.actor_name}, ${row.reason})`)
  forgetCodes(engine.database, tx.collegeId)
}
