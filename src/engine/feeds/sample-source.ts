import type { AnyRegister } from '../../language/register.ts'
import type { FeedSource, WireFeedSample } from '../../language/wire-feeds.ts'
import { type Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { importableFields } from '../importing/match-headers.ts'
import { SheetError } from '../sheets/sheet-error.ts'
import { readSource } from './sources/read-source.ts'
import { type SourceBatch, sourceRefusal } from './sources/source.ts'
import { suggestMapping } from './suggest-mapping.ts'

const SAMPLED = 10
const SECONDS = 60

/** The first rows of a source. @throws Refusal 503 when it cannot be read, or takes too long */
export async function firstRows(
  source: FeedSource,
  secret: string | null,
  folder: string | undefined,
  limit: number,
): Promise<SourceBatch> {
  const signal = AbortSignal.timeout(SECONDS * 1000)
  const columns = new Set<string>()
  const rows: { number: number; cells: SourceBatch['rows'][number]['cells']; columns: readonly string[] }[] = []
  try {
    for await (const batch of readSource(source, { secret, limit, signal }, { folder, isTaken: async () => false })) {
      if (batch.file?.problem)
        throw new SheetError('not-a-sheet', {
          zh: `${batch.file.name}：${batch.file.problem.zh}`,
          en: `${batch.file.name}: ${batch.file.problem.en}`,
        })
      for (const name of batch.columns) columns.add(name)
      rows.push(...batch.rows.map((row) => ({ ...row, columns: batch.columns })))
      if (rows.length >= limit) break
    }
  } catch (error) {
    if (error instanceof SheetError) throw sourceRefusal(error.text.zh, error.text.en)
    throw signal.aborted
      ? sourceRefusal(
          `来源在 ${SECONDS} 秒内没有给出数据：请检查查询是否过慢`,
          `The source gave nothing within ${SECONDS} s: is the query too slow?`,
        )
      : error
  }
  if (columns.size === 0 && source.kind === 'folder')
    throw sourceRefusal(
      '文件夹中还没有可以读取的 .xlsx 或 .csv 文件（刚写入的要等 10 秒）',
      'There is no .xlsx or .csv file to be read in the folder yet (one just written is left alone for 10 seconds)',
    )
  const names = [...columns].filter((name) => name !== '')
  return {
    columns: names,
    rows: rows.slice(0, limit).map((row) => {
      const at = new Map(row.columns.map((name, index) => [name, index]))
      return { number: row.number, cells: names.map((name) => row.cells[at.get(name) ?? -1] ?? null) }
    }),
  }
}

/** What a source holds, for whoever sets up a feed: its columns with what they probably mean, and some rows. */
export async function sampleSource(
  engine: Engine,
  actor: Actor,
  register: AnyRegister,
  source: FeedSource,
  secret: string | null,
  folder: string | undefined,
): Promise<WireFeedSample> {
  const { columns, rows } = await firstRows(source, secret, folder, SAMPLED)
  return {
    columns: suggestMapping(engine, register, columns, importableFields(register, actor)),
    rows: rows.map(({ cells }) => cells.map((cell) => (cell === null ? '' : String(cell).slice(0, 200)))),
  }
}
