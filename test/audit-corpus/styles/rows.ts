/** `n1+n2+n3`: the sum of the figures of a numbered column. */
export const added = (name: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${name}${at + 1}`).join('+')

/** One line of a table for each row of data; `line` gets the row and its number from 1. */
export const lines = <Row>(rows: readonly Row[], line: (row: Row, number: number) => string): string =>
  rows.map((row, at) => line(row, at + 1)).join('\n')
