import type { Label } from '../../language/label.ts'
import type { Block, HiddenPart } from './document.ts'
import type { Finding } from './finding.ts'

export const VERDICTS = ['true', 'explained', 'wrong'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What somebody said of a finding, here or in another document. */
export interface WireMark {
  readonly verdict: Verdict
  readonly reason: string
  /** The document it was said of. */
  readonly document: string
  readonly by: string
  /** ISO time. */
  readonly at: string
  /** Whether the figures were the same; else the same thing was found with other figures. */
  readonly sameFigures: boolean
}

export interface WireFinding extends Finding {
  readonly mark: WireMark | null
}

export interface WireAudited {
  readonly name: string
  readonly blocks: readonly Block[]
  /** Pages that are pictures and were not read. */
  readonly unreadable: readonly number[]
  /** Worksheets, rows and columns that the file hides and that were not read. */
  readonly hidden: readonly HiddenPart[]
  readonly findings: readonly WireFinding[]
}

/** How far an audit is on the server: in line behind others, reading the file, comparing its figures. */
export type AuditStage = 'waiting' | 'reading' | 'checking'

/** Names that mean the same to this college. */
export interface WireNames {
  readonly id: string
  readonly names: readonly string[]
}

/** A file by its content, as it was sent to /api/files. */
export interface WireSentFile {
  readonly sha256: string
  readonly fileName: string
}

export interface WireMarkRequest {
  readonly kind: string
  readonly message: Label
  readonly values: readonly string[]
  readonly verdict: Verdict | null
  readonly reason: string
  readonly document: string
}
