/**
 * Where the districts of 重庆 lie, as tiles of one size: column and row, roughly as on a map. Other cities are shown as a
 * list.
 */
const ROWS: readonly (readonly [row: number, districts: Readonly<Record<string, number>>])[] = [
  [0, { '500229': 8 }],
  [1, { '500154': 7, '500238': 9 }],
  [2, { '500155': 6, '500101': 7, '500235': 8, '500236': 9, '500237': 10 }],
  [3, { '500152': 0, '500117': 1, '500109': 2, '500112': 3, '500115': 4, '500231': 5, '500233': 6, '500240': 7 }],
  [4, { '500151': 1, '500106': 2, '500105': 3, '500102': 5, '500230': 6 }],
  [5, { '500111': 0, '500120': 1, '500107': 2, '500103': 3, '500108': 4, '500156': 5, '500243': 6, '500114': 7 }],
  [6, { '500153': 0, '500118': 1, '500104': 2, '500113': 3, '500119': 4, '500242': 7 }],
  [7, { '500116': 2, '500110': 3, '500241': 7 }],
]

export const regionTiles: ReadonlyMap<string, { readonly column: number; readonly row: number }> = new Map(
  ROWS.flatMap(([row, districts]) =>
    Object.entries(districts).map(([code, column]) => [code, { column, row }] as const),
  ),
)
