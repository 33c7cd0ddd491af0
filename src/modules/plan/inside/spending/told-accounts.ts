import { sql } from 'kysely'
import { today } from '../../../../engine/access/today.ts'
import type { Tx } from '../../../../engine/module-server.ts'

/** Accounts that hold one of the roles today, with the unit at which they do. */
export async function holdersOf(
  tx: Tx,
  roles: readonly string[],
  units: readonly string[],
): Promise<readonly { readonly account: string; readonly unit: string }[]> {
  return tx.run<{ account: string; unit: string }>(sql`
    SELECT DISTINCT x.account_id AS account, x.unit_id AS unit FROM assignments x
      JOIN accounts a ON a.college_id = x.college_id AND a.id = x.account_id AND NOT a.disabled
    WHERE x.college_id = ${tx.collegeId} AND x.role = ANY(${[...roles]}::text[]) AND x.unit_id = ANY(${[...units]}::uuid[])
      AND (x.valid_from IS NULL OR x.valid_from <= ${today()}::date) AND (x.valid_to IS NULL OR x.valid_to >= ${today()}::date)`)
}

/** Those of the accounts that were not told this before: the same kind and address reaches each person once. */
export async function notYetTold(
  tx: Tx,
  accounts: readonly string[],
  kind: string,
  link: string,
): Promise<readonly string[]> {
  const told = await tx.run<{ account: string }>(sql`
    SELECT account_id AS account FROM notices WHERE college_id = ${tx.collegeId} AND kind = ${kind} AND link = ${link}`)
  const known = new Set(told.map(({ account }) => account))
  return [...new Set(accounts)].filter((account) => !known.has(account))
}
