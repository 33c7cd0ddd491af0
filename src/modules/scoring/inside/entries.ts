import type { Actor } from '../../../engine/access/actor.ts'
import { collegeRegister } from '../../../engine/codes/college-register.ts'
import type { Engine } from '../../../engine/engine.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { act } from '../../../engine/records/act.ts'
import { mayUpdate } from '../../../engine/records/allowed.ts'
import { notAllowed, Refusal } from '../../../engine/refusal.ts'
import { itemsOf, type ScoreItem } from '../../../language/scoring.ts'
import { checkNoConflict } from './conflicts.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import { earner } from './earn.ts'
import { ENTRIES, entryKey, openSheet, type Sheet, SHEETS, VETOES } from './sheets.ts'
import { itemProblems } from './value-problems.ts'
import type { ItemValue } from './values.ts'

export interface Entered {
  readonly level: string
  readonly item: string
  /** null empties it. */
  readonly value: ItemValue | null
  readonly reason?: string | undefined
  /** Of the entry that was seen; absent for an item that had none. */
  readonly version?: number | undefined
  readonly source?: 'given' | 'indicator' | 'plan'
}

const ONE_VOICE = {
  zh: '专家评分表只填专家评分的条目，每条一个评分',
  en: 'An expert’s sheet holds one score for each item that experts judge, and nothing else',
}

/** May the actor fill this sheet now? Persons and experts score for themselves alone. */
export async function mayFill(engine: Engine, tx: Tx, actor: Actor, { record }: Sheet): Promise<boolean> {
  const register = await collegeRegister(engine, tx, SHEETS)
  if (record.state !== 'draft' || !mayUpdate(register, actor, record)) return false
  const { round, scorer } = record.values
  return actor.system !== undefined || (round !== 'person' && round !== 'experts') || scorer === actor.personId
}

/** What an item or a veto is called; and what is wrong with a value for it. */
function placeOf({ scheme }: Sheet, { level, item: key, value }: Entered): { name: string; item: ScoreItem | null } {
  if (level === VETOES) {
    const veto = scheme.vetoes.find((one) => one.key === key && one.when !== 'group-below')
    if (veto && (value === null || (veto.when === 'below' ? value.value !== undefined : value.zero !== undefined)))
      return { name: veto.label.zh, item: null }
  }
  const item = itemsOf(scheme.levels[level]?.of ?? []).find((one) => one.item.key === key)?.item
  if (item) return { name: item.label.zh, item }
  throw new Refusal('invalid', {
    zh: `评分方案中没有“${level}”的条目“${key}”：请重新打开评分表`,
    en: `The scheme has no item "${key}" of "${level}": open the sheet again`,
  })
}

/**
 * Writes what items are scored from, as records with history and evidence. All or none.
 * @throws Refusal 403; 409 submitted already, stale, or a conflict of interest; 422 by item
 */
export async function enterValues(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  sheetId: string,
  entered: readonly Entered[],
): Promise<void> {
  const sheet = await openSheet(engine, tx, actor, sheetId)
  const { record, scheme } = sheet
  if (record.state !== 'draft')
    throw new Refusal('conflict', {
      zh: '评分表已提交，数值已冻结。需要修改时请先退回，您填写的内容没有丢失',
      en: 'The sheet is submitted and its values are frozen. Have it returned first; what you entered is still on your page',
    })
  if (!(await mayFill(engine, tx, actor, sheet)))
    throw notAllowed({ zh: '填写这张评分表', en: 'fill this score sheet' })
  const { scorer, round, unit, keptBy } = record.values
  if (round === 'experts') await checkNoConflict(engine, tx, scorer as string, unit as string)
  const places = entered.map((one) => ({ one, ...placeOf(sheet, one) }))
  const problems = places.flatMap(({ one, item }) =>
    [
      ...(item && one.value ? itemProblems(item, one.value) : []),
      // One voice each: an expert's sheet holds that expert's score, and nothing but what experts judge.
      ...(round === 'experts' && one.value && (item?.rule.by !== 'experts' || one.value.scores?.length !== 1)
        ? [ONE_VOICE]
        : []),
    ].map((message) => ({ field: entryKey(one.level, one.item), message })),
  )
  if (problems.length > 0)
    throw new Refusal(
      'invalid',
      { zh: `有 ${problems.length} 处需要修改`, en: `${problems.length} to mend` },
      { problems },
    )
  for (const { one, name, item } of places) {
    const known = sheet.entries.get(entryKey(one.level, one.item))
    const points = item && one.value && earner(item)(one.value)
    const values = {
      given: one.value === null ? null : JSON.stringify(one.value),
      points: points === null ? null : new Exact(points).toDecimalPlaces(scheme.decimals.items).toFixed(),
      source: one.source ?? 'given',
      reason: one.reason ?? null,
    }
    if (known)
      await act(engine, tx, actor, {
        register: ENTRIES,
        id: known.id,
        action: 'update',
        // An entry that somebody made meanwhile was not seen: its first version is stale for who saw none.
        version: one.version ?? 0,
        values,
        ...(one.reason ? { comment: one.reason } : {}),
      })
    else
      await act(engine, tx, actor, {
        register: ENTRIES,
        action: 'create',
        values: { ...values, sheet: sheetId, keptBy, scorer, name, level: one.level, item: one.item },
      })
  }
}
