/** Narrowing of the demand, as it stands in the address of a question. */
export interface Narrow {
  readonly classes?: string
  readonly city?: string
  readonly education?: string
}

/** The part of an address behind the question mark. */
export const queryOf = (narrow: Narrow, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({ ...narrow, ...more }).toString()
