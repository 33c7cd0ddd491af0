import type { BenchRow } from './row.ts'
import { readSheet } from '../src/engine/sheets/read-sheet.ts'
import type { SheetColumn, SheetSpec, WriteCell } from '../src/engine/sheets/sheet-spec.ts'
import { writeCsv } from '../src/engine/sheets/write-csv.ts'
import { sheetChunks, writeSheet } from '../src/engine/sheets/write-sheet.ts'

const COLUMNS = 20
const KINDS: SheetColumn['kind'][] = ['text', 'integer', 'decimal', 'date', 'yes-no']

/** Rows as a college has them: names, whole numbers, scores, dates, yes or no, in turn over 20 columns. */
function* madeUpRows(count: number): Generator<WriteCell[]> {
  for (let row = 0; row < count; row++) {
    yield Array.from({ length: COLUMNS }, (_, column): WriteCell => {
      const seed = (row * 31 + column * 17) % 9973
      if (column % 5 === 0) return `匠心学院第${seed}条记录`
      if (column % 5 === 1) return seed
      if (column % 5 === 2) return (seed / 100).toFixed(2)
      if (column % 5 === 3) return `20${10 + (seed % 15)}-0${1 + (seed % 9)}-1${seed % 10}`
      return seed % 2 === 0
    })
  }
}

function madeUpSpec(count: number): SheetSpec {
  const columns = Array.from({ length: COLUMNS }, (_, column): SheetColumn => ({
    header: `列${column + 1}`,
    kind: KINDS[column % 5] ?? 'text',
  }))
  return { sheetName: '数据', columns, rows: madeUpRows(count) }
}

/** Times of the second run in ms, and how far memory rises over an export of 100,000 rows and 20 columns, in MB. */
export async function benchSheets(): Promise<BenchRow[]> {
  const rows: { name: string; value: number; unit: string }[] = []
  const time = async <Result>(name: string, run: () => Promise<Result>): Promise<Result> => {
    await run()
    const start = performance.now()
    const result = await run()
    rows.push({ name, value: Math.round(performance.now() - start), unit: 'ms' })
    return result
  }
  const bytes = await time('sheets: write xlsx, 20 000 x 20', () => writeSheet(madeUpSpec(20_000)))
  rows.push({ name: 'sheets: size of that xlsx', value: Math.round(bytes.length / 1024), unit: 'kB' })
  await time('sheets: read xlsx, 20 000 x 20', () => readSheet(bytes, '数据.xlsx'))
  const csv = await time('sheets: write csv, 20 000 x 20', async () => {
    const parts: string[] = []
    for await (const part of writeCsv(madeUpSpec(20_000))) parts.push(part)
    return Buffer.from(parts.join(''), 'utf8')
  })
  await time('sheets: read csv, 20 000 x 20', () => readSheet(csv, '数据.csv'))

  const before = process.memoryUsage.rss()
  let peak = before
  const start = performance.now()
  for await (const chunk of sheetChunks(madeUpSpec(100_000))) {
    if (chunk.length > 1024) peak = Math.max(peak, process.memoryUsage.rss())
  }
  rows.push({ name: 'sheets: stream xlsx, 100 000 x 20', value: Math.round(performance.now() - start), unit: 'ms' })
  rows.push({ name: 'sheets: memory added by it', value: Math.round((peak - before) / 1024 / 1024), unit: 'MB' })
  return rows.map(({ name, value, unit }) => ({ name, ours: `${value} ${unit}`, byHand: '', ratio: '', aim: '' }))
}
