/**
 * One value read from a sheet. Whole numbers of at most 15 digits are numbers; every other number is its exact decimal
 * text ('71.9', never 71.900000000000006); percentages keep their sign ('71.9%'); dates are 'YYYY-MM-DD' or
 * 'YYYY-MM-DDTHH:MM:SS', times of day 'HH:MM:SS'; an empty cell is null. Every CSV value is text.
 */
export type SheetCell = string | number | boolean | null

/**
 * What stands for a formula whose value nobody computed: programs write such cells, and Excel computes them on opening.
 * It looks like Excel's own errors, which come by their names (#N/A).
 */
export const NOT_COMPUTED = '#FORMULA!'

/** A row with at least one value. `number` counts from 1 as Excel shows it; `cells` is as long as the headers. */
export interface SheetRow {
  number: number
  cells: SheetCell[]
}

/** One worksheet: its headers (trimmed, the required mark taken off, '' where a column has none) and its rows. */
export interface Sheet {
  name: string
  headers: string[]
  /** The row the headers stood in, counting from 1. */
  headerRow: number
  /** Cells of the header row are merged with others: the names may belong to groups of columns. */
  isHeaderMerged: boolean
  rows: SheetRow[]
}
