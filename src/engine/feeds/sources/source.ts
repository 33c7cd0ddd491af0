import type { Label } from '../../../language/label.ts'
import { Refusal } from '../../refusal.ts'
import type { SheetCell } from '../../sheets/sheet.ts'

/** One row of a source. */
export interface SourceRow {
  /** Counting from 1 in the source, or in its file. */
  readonly number: number
  readonly cells: readonly SheetCell[]
}

/** Rows of a source, with the columns that their cells stand in. */
export interface SourceBatch {
  readonly columns: readonly string[]
  readonly rows: readonly SourceRow[]
  /** Of a folder: the file the rows come from. */
  readonly file?: SourceFile
}

export interface SourceFile {
  readonly name: string
  readonly sha256: string
  /** No more of it follows. */
  readonly isEnd: boolean
  /** Why the file cannot be read; it has no rows then. */
  readonly problem?: Label
}

export interface ReadOptions {
  /** Password or token. */
  readonly secret: string | null
  /** Only rows whose column is at least the value, the highest last. */
  readonly since?: { readonly column: string; readonly value: string | null }
  /** No more rows than this are wanted. */
  readonly limit?: number
  readonly signal?: AbortSignal
}

/** Rows in one batch: one transaction when they are written. */
export const BATCH = 5000

/** Seconds until a source must have taken our call. */
export const CONNECT_SECONDS = 15

/** A source cannot be read: what is wrong there, and what to do. */
export const sourceRefusal = (zh: string, en: string): Refusal => new Refusal('unavailable', { zh, en })

/** What an outside program said, as it may be quoted: one line, not too long. */
export const saidBy = (error: unknown): string => {
  const said = error instanceof AggregateError ? error.errors[0] : error
  return (said instanceof Error ? said.message : String(said)).replace(/\s+/g, ' ').slice(0, 300)
}

/** @throws Refusal when a name occurs twice: nobody could say which is meant */
export function checkColumns(columns: readonly string[]): void {
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index)
  if (twice !== undefined)
    throw sourceRefusal(
      `来源中有两列都叫“${twice}”，请在查询中给其中一列起别名（AS）`,
      `Two columns of the source are called “${twice}”: give one of them another name (AS) in the query`,
    )
}

/** What is read of a database: a quoted name of a view, or a query in brackets. */
export function relationOf(from: string, quote: (name: string) => string): string {
  const text = from.trim().replace(/;\s*$/, '')
  if (/^(?:select|with)\s/i.test(text)) return `(${text}\n)`
  return text.split('.').map(quote).join('.')
}
