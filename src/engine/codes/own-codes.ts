import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { CollegeCode } from '../../language/college-codes.ts'

/** A version of a college's value as the database keeps it. */
export interface CodeRow {
  readonly list: string
  readonly value: string
  readonly version: number
  readonly action: string
  readonly zh: string | null
  readonly en: string | null
  readonly official: string | null
  readonly valid_from: string | null
  readonly retired_from: string | null
  readonly is_void: boolean
  readonly at: string
  readonly actor_name: string
  readonly reason: string
}

/** The last version of every value that the college ever changed, in the order in which they first came. */
export async function lastVersions(tx: Tx, list?: string): Promise<CodeRow[]> {
  const of = list === undefined ? sql`` : sql`AND list = ${list}`
  return tx.run<CodeRow>(sql`
    SELECT last.*, first.at AS began FROM (
      SELECT DISTINCT ON (list, value) * FROM code_changes WHERE college_id = ${tx.collegeId} ${of}
      ORDER BY list, value, version DESC) AS last
    JOIN code_changes AS first ON first.college_id = last.college_id AND first.list = last.list
      AND first.value = last.value AND first.version = 1
    ORDER BY last.list, first.at, last.value`)
}

/** All versions of a list's values, newest first. */
export const allVersions = (tx: Tx, list: string): Promise<CodeRow[]> =>
  tx.run<CodeRow>(sql`
    SELECT * FROM code_changes WHERE college_id = ${tx.collegeId} AND list = ${list} ORDER BY at DESC, value, version DESC`)

/** What the college has of its own today, whatever the day it counts from. */
export async function ownCodes(tx: Tx): Promise<CollegeCode[]> {
  return (await lastVersions(tx)).filter((row) => !row.is_void).map(asCode)
}

/** What the college said of a value before a version; null when it said nothing. */
export async function contentBefore(
  tx: Tx,
  { list, value, version }: { readonly list: string; readonly value: string; readonly version: number },
): Promise<CollegeCode | null> {
  const [row] = await tx.run<CodeRow>(sql`
    SELECT * FROM code_changes WHERE college_id = ${tx.collegeId} AND list = ${list} AND value = ${value} AND version = ${version - 1}`)
  return row === undefined || row.is_void ? null : asCode(row)
}

/** What a version says, in the language's words. */
export const asCode = (row: CodeRow): CollegeCode => ({
  list: row.list,
  value: row.value,
  label: row.zh === null || row.en === null ? null : { zh: row.zh, en: row.en },
  official: row.official,
  from: row.valid_from,
  retiredFrom: row.retired_from,
})
