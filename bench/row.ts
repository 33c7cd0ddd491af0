/** One line of the benchmark's table. */
export interface BenchRow {
  readonly name: string
  readonly ours: string
  readonly byHand: string
  /** Ours to theirs; the aim says which way is good. */
  readonly ratio: string
  readonly aim: string
}

/** Prints rows as a table that can be pasted into a document. */
export function printRows(rows: readonly BenchRow[]): void {
  // Some print a table of their own.
  if (rows.length === 0) return
  console.log('| what | ours | by hand | ratio | aim |\n|---|---|---|---|---|')
  for (const r of rows) console.log(`| ${r.name} | ${r.ours} | ${r.byHand} | ${r.ratio} | ${r.aim} |`)
}
