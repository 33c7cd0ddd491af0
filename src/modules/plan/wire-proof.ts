import type { Label } from '../../language/label.ts'

/** What stands behind a claim, or does not. */
export const GAP_KINDS = [
  'task-unproven',
  'milestone-unproven',
  'target-unproven',
  'result-unproven',
  'level-unproven',
  'case-short',
  'file-gone',
  'file-not-scanned',
] as const
export type GapKind = (typeof GAP_KINDS)[number]

export interface WireGap {
  readonly kind: GapKind
  readonly task: { readonly id: string; readonly number: string; readonly name: string }
  readonly unit: { readonly id: string; readonly name: string }
  readonly owner: { readonly id: string; readonly name: string } | null
  /** The milestone, the target, the result or the file. */
  readonly what: string
  readonly message: Label
  /** Where it is mended: a register and a record. */
  readonly at: { readonly register: string; readonly id: string }
  /** What the form of the missing evidence starts with; null where a record is mended instead. */
  readonly gives: Readonly<Record<string, string>> | null
}

export interface WireProof {
  readonly plan: { readonly id: string; readonly code: string; readonly name: string }
  readonly gaps: readonly WireGap[]
  /** Gaps by kind, all of them, also those beyond `gaps`. */
  readonly counts: Readonly<Record<GapKind, number>>
  readonly evidence: { readonly approved: number; readonly waiting: number }
  readonly can: { readonly tell: boolean; readonly pack: boolean }
}

export interface WirePackage {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly askedOn: string
  readonly files: number | null
  readonly problems: number | null
  readonly bytes: string | null
  readonly digest: string | null
  /** Of the run, while it lasts. */
  readonly done: number | null
  readonly total: number | null
  readonly error: string | null
}
