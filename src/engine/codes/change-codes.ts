import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import { checkCode, type CodeProblem } from './check-code.ts'
import { codesOn, type CodeDesk, contentOf, decide, NOTHING, openCodes, putBack, versionOf } from './code-desk.ts'
import { contentBefore } from './own-codes.ts'
import { isHeld } from './code-uses.ts'

/** A value that a college adds to a list. */
export interface NewCode {
  /** Kebab-case, as it will stand in records and in the API. */
  readonly value: string
  readonly label: Label
  readonly official?: string | null
  /** First day on which it may be chosen. */
  readonly from?: string | null
}

/** What is to be otherwise; absent: as it is. `official` and `from` only of values of the college's own. */
export interface CodeChange {
  readonly label?: Label
  readonly official?: string | null
  readonly from?: string | null
  /** First day on which it may no longer be chosen; null: it may be chosen again. */
  readonly retiredFrom?: string | null
}

/** Adds a value to a list of the college. @throws Refusal 403, 404, 422 with the problems at their fields */
export async function addCode(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  list: string,
  code: NewCode,
  reason: string,
): Promise<void> {
  const desk = await openCodes(engine, tx, actor, list)
  refuse([...reasonMissing(actor, reason), ...placeNew(desk, actor, code, reason)])
  await putBack(engine, tx, actor, desk)
}

/**
 * Renames a value, retires it from a day on, or takes it into use again. Records that hold it keep it.
 * @throws Refusal 403, 404, 409 when somebody changed it since, 422 with the problems at their fields
 */
export async function changeCode(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  where: { readonly list: string; readonly value: string; readonly version: number },
  change: CodeChange,
  reason: string,
): Promise<void> {
  const desk = await openSeen(engine, tx, actor, where)
  refuse([...reasonMissing(actor, reason), ...placeChange(desk, actor, where.value, change, reason)])
  if (desk.decided.length === 0) throw new Refusal('invalid', { zh: '没有任何改动', en: 'Nothing would change' })
  await putBack(engine, tx, actor, desk)
}

/**
 * Takes back the last change of a value. A value that the college added goes only as long as no record holds it.
 * @throws Refusal 403, 404, 409 when somebody changed it since or records hold it, 422
 */
export async function undoCode(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  where: { readonly list: string; readonly value: string; readonly version: number },
  reason: string,
): Promise<void> {
  const desk = await openSeen(engine, tx, actor, where)
  const { value } = where
  if (where.version === 0) throw new Refusal('invalid', { zh: '这个值没有改动过', en: 'This value was never changed' })
  const content = await contentBefore(tx, where)
  if (
    content === null &&
    !Object.hasOwn(desk.declared.values, value) &&
    (await isHeld(engine, tx, desk.declared, value))
  )
    throw new Refusal('conflict', {
      zh: '已有记录使用这个值，不能撤销新增；如不再使用，请停用',
      en: 'Records hold this value, so it cannot be taken back: retire it instead',
    })
  decide(desk, actor, value, 'undo', content, reason.trim())
  refuse([...reasonMissing(actor, reason), ...(content === null ? [] : checkCode(desk, value))])
  await putBack(engine, tx, actor, desk)
}

/** Puts a new value on the desk and says what is wrong with it. */
export function placeNew(desk: CodeDesk, actor: Actor, code: NewCode, reason: string): CodeProblem[] {
  const value = code.value.trim()
  if (Object.hasOwn(codesOn(desk).values, value))
    return [
      {
        field: 'value',
        message: { zh: `“${value}”已经存在，请换一个`, en: `“${value}” exists already: choose another` },
      },
    ]
  const content = {
    label: trimmed(code.label),
    official: code.official?.trim() || null,
    from: code.from ?? null,
    retiredFrom: null,
  }
  decide(desk, actor, value, 'add', content, reason.trim())
  return checkCode(desk, value)
}

/** Puts a change on the desk, unless everything is so already, and says what is wrong with it. */
export function placeChange(
  desk: CodeDesk,
  actor: Actor,
  value: string,
  change: CodeChange,
  reason: string,
): CodeProblem[] {
  const declared = Object.hasOwn(desk.declared.values, value) ? desk.declared.values[value] : undefined
  const before = contentOf(desk, value) ?? NOTHING
  if (declared && (change.official !== undefined || change.from !== undefined))
    return [
      {
        field: change.official === undefined ? 'from' : 'official',
        message: {
          zh: '这是标准中的值，只能改名称或停用',
          en: 'This value is the standard’s: only its names may change, or it may be retired',
        },
      },
    ]
  const label = change.label === undefined ? before.label : trimmed(change.label)
  const content = {
    // The declared names again are no names of the college's own.
    label: declared && label && same(label, declared) ? null : label,
    official: change.official === undefined ? before.official : change.official?.trim() || null,
    from: change.from === undefined ? before.from : change.from,
    retiredFrom: change.retiredFrom === undefined ? before.retiredFrom : change.retiredFrom,
  }
  const isRetirement = content.retiredFrom !== before.retiredFrom
  const isOther =
    JSON.stringify([content.label, content.official, content.from]) !==
    JSON.stringify([before.label, before.official, before.from])
  if (!isRetirement && !isOther) return []
  const action = isOther ? 'change' : content.retiredFrom === null ? 'reopen' : 'retire'
  decide(desk, actor, value, action, content, reason.trim())
  return checkCode(desk, value)
}

async function openSeen(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  where: { readonly list: string; readonly value: string; readonly version: number },
): Promise<CodeDesk> {
  const desk = await openCodes(engine, tx, actor, where.list)
  if (!desk.rows.has(where.value) && !Object.hasOwn(desk.declared.values, where.value))
    throw new Refusal('not-found', {
      zh: `代码表“${desk.declared.label.zh}”没有值“${where.value}”`,
      en: `The code list "${desk.declared.label.en}" has no value "${where.value}"`,
    })
  if (versionOf(desk, where.value) !== where.version)
    throw new Refusal('stale', {
      zh: `这个值刚被${desk.rows.get(where.value)?.actor_name ?? '别人'}修改，请刷新后再操作`,
      en: 'Somebody changed this value just now: reload, then repeat',
    })
  return desk
}

const trimmed = ({ zh, en }: Label): Label => ({ zh: zh.trim(), en: en.trim() })
const same = (a: Label, b: Label) => a.zh === b.zh && a.en === b.en

const reasonMissing = (actor: Actor, reason: string): CodeProblem[] =>
  reason.trim() !== '' || actor.system ? [] : [{ field: 'reason', message: { zh: '请说明原因', en: 'Please say why' } }]

function refuse(problems: readonly CodeProblem[]): void {
  if (problems.length > 0)
    throw new Refusal(
      'invalid',
      { zh: `有 ${problems.length} 处需要修改`, en: `${problems.length} to mend` },
      { problems },
    )
}
