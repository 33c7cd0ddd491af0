import { sql } from 'kysely'
import { isUuid, type Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { Actor } from '../access/actor.ts'
import { Refusal } from '../refusal.ts'
import type { Plan, RowKind } from './plan-import.ts'
import type { ImportProblem } from './read-rows.ts'

/** What a sheet would do, shown before it does it. */
export interface ImportPreview {
  readonly id: string
  readonly register: string
  readonly fileName: string
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  /** The first of them; all are in the file of problems. */
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
  readonly unknownColumns: readonly string[]
  /** Fields without a column: they stay as they are. */
  readonly missingColumns: readonly Label[]
  /** Columns that are known but not read, and why. */
  readonly ignoredColumns: readonly { readonly column: string; readonly message: Label }[]
  /** Accepting must say why: records that count in figures would change. */
  readonly needsComment: boolean
  readonly sample: readonly SampleRow[]
}

export interface SampleRow {
  readonly row: number
  readonly kind: RowKind
  /** What the row says; references by their texts. */
  readonly values: Readonly<Record<string, unknown>>
  readonly before?: Readonly<Record<string, unknown>>
}

export type ImportState = 'ready' | 'accepted' | 'cancelled'

export interface StoredImport {
  readonly id: string
  readonly register: string
  readonly fileName: string
  readonly sha256: string
  readonly state: ImportState
  readonly preview: ImportPreview
  /** For each row what it meant when it was shown: see `seenOf`. */
  readonly seen: string
}

/**
 * An import of the actor's own, kept from others while it is being decided.
 * @throws Refusal 404 when there is none, or it is somebody else's
 */
export async function getImport(
  tx: Tx,
  actor: Actor,
  id: string,
  doing: 'show' | 'decide' = 'show',
): Promise<StoredImport> {
  const [row] = isUuid(id)
    ? await tx.run<{
        register: string
        file_name: string
        sha256: string
        state: ImportState
        summary: { preview: ImportPreview; seen: string }
      }>(sql`
        SELECT register, file_name, sha256, state, summary FROM imports
        WHERE college_id = ${tx.collegeId} AND id = ${id} AND account_id = ${actor.accountId} ${doing === 'decide' ? sql`FOR UPDATE` : sql``}`)
    : []
  if (!row)
    throw new Refusal('not-found', {
      zh: '没有找到这次导入：一周内没有确认的会被清除，请重新上传文件',
      en: 'This import was not found: what nobody accepts in a week is removed. Send the file again',
    })
  if (doing === 'decide' && row.state !== 'ready')
    throw new Refusal('conflict', {
      zh: row.state === 'accepted' ? '这次导入已经完成' : '这次导入已经取消，请重新上传',
      en: row.state === 'accepted' ? 'This import is done already' : 'This import was cancelled: send the file again',
    })
  return {
    id,
    register: row.register,
    fileName: row.file_name,
    sha256: row.sha256,
    state: row.state,
    preview: row.summary.preview,
    seen: row.summary.seen,
  }
}

/** What each row meant, as one text: a letter for its kind, and of the record it found the id and version. */
export const seenOf = (plan: Plan): string =>
  plan.rows.map((row) => `${row.kind[0]}${row.before ? `${row.before.id}.${row.before.version}` : ''}`).join(' ')

/** Numbers of the rows that mean something else now than when they were shown. */
export function changedSince(seen: string, plan: Plan): number[] {
  const was = seen.split(' ')
  const is = seenOf(plan).split(' ')
  return plan.rows.flatMap((row, index) => (was[index] === is[index] || row.kind === 'wrong' ? [] : [row.number]))
}
