import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { WireAccountRow, WireAssignment } from '../../language/wire-access.ts'
import type { UnitTree } from '../units.ts'
import type { Managing } from './managing.ts'
import { today } from './today.ts'

interface Row {
  readonly id: string
  readonly name: string
  readonly display_name: string
  readonly person_id: string | null
  readonly lang: 'zh' | 'en'
  readonly disabled: boolean
  readonly must_change_password: boolean
  readonly created_at: string
  readonly last_sign_in_at: string | null
  readonly version: number
  readonly passkeys: number
  readonly person_unit: string | null
  readonly assignments: readonly (Omit<WireAssignment, 'unitId' | 'unitName' | 'delegatedBy' | 'isValid'> & {
    readonly unit: string
    readonly byId: string | null
    readonly byName: string | null
    readonly valid: boolean
  })[]
}

/** Accounts that meet a condition on `a`, with their assignments, as the actor sees them. */
export async function accountRows(
  tx: Tx,
  tree: UnitTree,
  managing: Managing,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<WireAccountRow[]> {
  const day = today()
  const rows = await tx.run<Row>(sql`
    SELECT a.id, a.name, a.display_name, a.person_id, a.lang, a.disabled, a.must_change_password, a.created_at, a.last_sign_in_at, a.version,
      (SELECT count(*) FROM passkeys k WHERE k.college_id = a.college_id AND k.account_id = a.id) AS passkeys,
      (SELECT p.unit_id FROM records.people p WHERE p.college_id = a.college_id AND p.id = a.person_id) AS person_unit,
      coalesce((SELECT json_agg(json_build_object('id', x.id, 'role', x.role, 'unit', x.unit_id, 'from', x.valid_from, 'to', least(x.valid_to, o.valid_to),
          'byId', x.delegated_by, 'byName', d.display_name,
          'valid', (x.valid_from IS NULL OR x.valid_from <= ${day}::date) AND (least(x.valid_to, o.valid_to) IS NULL OR least(x.valid_to, o.valid_to) >= ${day}::date)
            AND (x.delegated_by IS NULL OR (NOT d.disabled AND o.id IS NOT NULL AND (o.valid_from IS NULL OR o.valid_from <= ${day}::date)))) ORDER BY x.id)
        FROM assignments x
        LEFT JOIN accounts d ON d.college_id = x.college_id AND d.id = x.delegated_by
        LEFT JOIN assignments o ON o.college_id = x.college_id AND o.id = x.source_id
        WHERE x.college_id = a.college_id AND x.account_id = a.id), '[]') AS assignments
    FROM accounts a WHERE a.college_id = ${tx.collegeId} AND ${where} ORDER BY a.name LIMIT ${limit}`)
  return rows.map((r) => present(r, tree, managing, day))
}

function present(row: Row, tree: UnitTree, managing: Managing, day: string): WireAccountRow {
  return {
    id: row.id,
    name: row.name,
    personName: row.display_name,
    personId: row.person_id,
    lang: row.lang,
    locked: row.disabled,
    mustChangePassword: row.must_change_password,
    passkeys: row.passkeys,
    createdAt: row.created_at,
    lastSignInAt: row.last_sign_in_at,
    version: row.version,
    assignments: row.assignments.map((x) => ({
      id: x.id,
      role: x.role,
      unitId: x.unit,
      unitName: tree.units.get(x.unit)?.name ?? '',
      from: x.from,
      to: x.to,
      delegatedBy: x.byId ? { id: x.byId, name: x.byName ?? '' } : null,
      isValid: x.valid,
    })),
    canManage: isManaged(row, managing, day),
  }
}

/** One manages whom one could have made: whoever holds more, now or later, is out of reach (a reset password takes an account over). */
function isManaged(row: Row, managing: Managing, day: string): boolean {
  if (managing.all) return true
  const lasting = row.assignments.filter((x) => x.to === null || x.to >= day)
  const belongs = lasting.length > 0 || (row.person_unit !== null && managing.units.has(row.person_unit))
  return belongs && lasting.every((x) => managing.mayGive(x.role, x.unit))
}
