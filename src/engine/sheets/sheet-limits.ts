/** How much a reader takes in before it refuses. Cells are counted up to the last used column of each row. */
export interface SheetLimits {
  /** Size of the file itself, in bytes. */
  maxBytes: number
  /** Size of any one part of an .xlsx once unpacked, in bytes. */
  maxUnpackedBytes: number
  maxRows: number
  maxCells: number
}

export const defaultSheetLimits: SheetLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxUnpackedBytes: 1024 * 1024 * 1024,
  maxRows: 200_000,
  maxCells: 6_000_000,
}
