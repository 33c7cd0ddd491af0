import type { Field, FieldKind, FieldKinds } from '../language/fields.ts'

/** How one kind of field is kept in PostgreSQL. */
export interface FieldSql<K extends FieldKind, V = FieldKinds[K]['value']> {
  /** The column's type: 'text', 'numeric(18,2)', 'text[]'. */
  column(field: Field<K>): string
  /** Value → what the driver is given; `read` brings it back. */
  write(value: V): unknown
  read(stored: unknown): V
  /** May lists be sorted by it? */
  readonly sortable: boolean
}
