import type { Field, FieldKind, FieldKinds } from '../language/fields.ts'
import type { Lang, Label } from '../language/label.ts'

/** The outcome of reading a value: the value, or what is wrong with it and what to do. */
export type Reading<V> = { readonly value: V; readonly problem?: undefined } | { readonly value?: undefined; readonly problem: Label }

/** What one kind of field means: pure, the same in form, import and API. */
export interface FieldRule<K extends FieldKind, V = FieldKinds[K]['value']> {
  /** Checks a value as it travels in JSON. Never called with null: emptiness is the engine's business. */
  check(input: unknown, field: Field<K>): Reading<V>
  /** Reads what a person wrote in a cell: "2023/9/1", "是", "发明". Never called with an empty cell. */
  read(cell: string, field: Field<K>): Reading<V>
  /** Writes a value as people read it, in lists and exports; `read` understands it again. */
  write(value: V, field: Field<K>, lang: Lang): string
  /** A valid value, different for each seed: for templates and contract tests. */
  example(field: Field<K>, seed: number): V
}
