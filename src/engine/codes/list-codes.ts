import type { Tx } from '../../database/connection.ts'
import type { Codes } from '../../language/codes.ts'
import { collegeCodes, isOpen, openValues } from '../../language/college-codes.ts'
import type { Label } from '../../language/label.ts'
import { pinyinInitials } from '../../language/pinyin-initials.ts'
import type { CodeAction, WireCodeChange, WireCodeList, WireCodes } from '../../language/wire-codes.ts'
import type { Actor } from '../access/actor.ts'
import { today } from '../access/today.ts'
import type { Engine } from '../engine.ts'
import { getCodes, mayChangeCodes } from './code-desk.ts'
import { usesOf } from './code-uses.ts'
import { allVersions, asCode, type CodeRow, lastVersions } from './own-codes.ts'

const FOUND = 5

/**
 * The code lists as the college has them today, in the order of their Chinese names.
 * @param q words in Chinese or English, initials of pinyin, or an official value: lists and values that have all of them
 */
export async function listCodes(engine: Engine, tx: Tx, q = ''): Promise<WireCodeList[]> {
  const own = Map.groupBy(await lastVersions(tx), (row) => row.list)
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return [...engine.catalogue.codes.values()]
    .flatMap((declared): WireCodeList[] => {
      const rows = (own.get(declared.name) ?? []).filter((row) => !row.is_void)
      const codes = asOf(declared, rows)
      const isFound = has(words, [declared.officialName, declared.name, declared.source], declared.label)
      const found =
        words.length === 0 || isFound
          ? []
          : Object.entries(codes.values).filter(([value, label]) => has(words, [value, codes.official?.[value]], label))
      if (words.length > 0 && !isFound && found.length === 0) return []
      return [
        {
          name: declared.name,
          label: declared.label,
          officialName: declared.officialName ?? null,
          open: openValues(codes).length,
          changed: rows.length,
          uses: usesOf(engine.catalogue, declared).length,
          found: found
            .slice(0, FOUND)
            .map(([value, label]) => ({ value, label, official: codes.official?.[value] ?? null })),
        },
      ]
    })
    .toSorted((a, b) => order.compare(a.label.zh, b.label.zh))
}

const order = new Intl.Collator('zh-u-co-pinyin')

/** Every word is part of a name, or the beginning of a code or of the initials of the Chinese name. */
function has(words: readonly string[], codes: readonly (string | undefined)[], { zh, en }: Label): boolean {
  const names = `${zh} ${en}`.toLowerCase()
  const initials = pinyinInitials(zh)
  const begins = codes.flatMap((code) => code?.toLowerCase() ?? [])
  return words.every(
    (word) => names.includes(word) || initials.startsWith(word) || begins.some((code) => code.startsWith(word)),
  )
}

const asOf = (declared: Codes, rows: readonly CodeRow[]) => collegeCodes(declared, rows.map(asCode), today())

/** A list with all its values, those out of use included, and where it is used. @throws Refusal 404 */
export async function readCodes(engine: Engine, tx: Tx, actor: Actor, name: string): Promise<WireCodes> {
  const declared = getCodes(engine, name)
  const rows = await lastVersions(tx, name)
  const counting = rows.filter((row) => !row.is_void)
  const codes = asOf(declared, counting)
  const versions = new Map(rows.map((row) => [row.value, row.version]))
  const own = new Map(counting.map((row) => [row.value, asCode(row)]))
  return {
    name,
    label: declared.label,
    officialName: declared.officialName ?? null,
    source: declared.source ?? null,
    values: Object.entries(codes.values).map(([value, label]) => ({
      value,
      label,
      declared: Object.hasOwn(declared.values, value) ? (declared.values[value] ?? null) : null,
      official: codes.official?.[value] ?? null,
      from: own.get(value)?.from ?? null,
      retiredFrom: own.get(value)?.retiredFrom ?? null,
      isOpen: isOpen(codes, value),
      version: versions.get(value) ?? 0,
    })),
    usedBy: usesOf(engine.catalogue, declared).map(({ register, field }) => ({
      register: register.name,
      registerLabel: register.label,
      field,
      fieldLabel: register.fields[field]!.label,
    })),
    canChange: mayChangeCodes(engine, actor, declared),
  }
}

/** What the college did to a list, newest first: who, when and why. @throws Refusal 404 */
export async function codesHistory(engine: Engine, tx: Tx, name: string): Promise<WireCodeChange[]> {
  getCodes(engine, name)
  return (await allVersions(tx, name)).map((row) => {
    const { label, official, from, retiredFrom } = asCode(row)
    return {
      value: row.value,
      version: row.version,
      action: row.action as CodeAction,
      label,
      official,
      from,
      retiredFrom,
      at: row.at,
      actorName: row.actor_name,
      reason: row.reason,
    }
  })
}
