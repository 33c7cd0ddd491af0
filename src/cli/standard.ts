import type { Command } from 'commander'
import type { Tx } from '../database/connection.ts'
import type { Engine } from '../engine/engine.ts'
import { StartError } from '../database/start-error.ts'
import type { Catalogue } from '../language/catalogue.ts'
import type { StandardTable } from '../language/standard.ts'
import { answer } from './answer.ts'

interface Options {
  college?: string
  standard?: string
  table?: string
}

const options = (command: Command) =>
  command
    .option(
      '--college <code>',
      '学校代码；只有一所学校时可省略 / code of the college; may be left out when there is one',
    )
    .option('--standard <name>', '标准；只有一个时可省略 / the standard; may be left out when there is one')
    .option('--table <name>', '只看这一张表，例如 ODS_KCJBSJ / this table only, such as ODS_KCJBSJ')
    .option('--json', '输出 JSON / answer with JSON')

export function register(program: Command): void {
  const standard = program
    .command('standard')
    .description('外部数据标准的覆盖与检查 / coverage and checks of outside data standards')
  options(standard.command('coverage'))
    .description('逐表列出：映射、必填、行数、合格 / table by table: mapped, mandatory, rows, valid')
    .action(async (chosen: Options, command: Command) => {
      await inTables(chosen, async (engine, tx, tables) => {
        const { checkTables, scoreOf } = await import('../engine/standards/check-tables.ts')
        const { mappingOf } = await import('../engine/standards/coverage.ts')
        const found: (Record<string, string | number | null> & { name: string })[] = []
        for await (const { table, rows, valid } of checkTables(engine, tx, tables)) {
          const { unmapped: _, ...counts } = mappingOf(table)
          found.push({
            name: table.name,
            label: table.label.zh,
            ...counts,
            rows,
            valid,
            score: scoreOf({ rows, valid }),
          })
        }
        const lines = found.map((t) =>
          [
            t.name,
            t['label'],
            `${t['mapped']}/${t['fields']}`,
            `${t['mandatoryMapped']}/${t['mandatory']}`,
            `${t['valid']}/${t['rows']}`,
            t['score'] ?? '—',
          ].join('\t'),
        )
        answer(command, { tables: found }, lines.join('\n'))
      })
    })
  options(standard.command('check'))
    .description(
      '按标准检查要上报的每一行；有问题时退出码为 1 / check every row that would be reported; exit code 1 when something is wrong',
    )
    .action(async (chosen: Options, command: Command) => {
      await inTables(chosen, async (engine, tx, tables) => {
        const { checkTables } = await import('../engine/standards/check-tables.ts')
        const faults = []
        let rows = 0
        for await (const check of checkTables(engine, tx, tables)) {
          rows += check.rows
          faults.push(...check.faults)
        }
        const lines = faults.map((f) => [f.table, f.row, f.column, f.kind, f.message.zh].join('\t'))
        const summary = `共 ${rows} 行，${faults.length} 处问题 / ${rows} rows, ${faults.length} faults`
        answer(command, { rows, faults }, [...lines, summary].join('\n'))
        if (faults.length > 0) process.exitCode = 1
      })
    })
}

async function inTables(
  chosen: Options,
  work: (engine: Engine, tx: Tx, tables: readonly StandardTable[]) => Promise<void>,
): Promise<void> {
  const { inChosenCollege } = await import('./in-college.ts')
  await inChosenCollege(chosen.college, async ({ engine, college }) => {
    const tables = choose(engine.catalogue, chosen)
    await engine.database.inCollege(college.id, (tx) => work(engine, tx, tables))
  })
}

function choose({ standards, standardTables }: Catalogue, chosen: Options): readonly StandardTable[] {
  const known = [...standards.keys()].join('、')
  const name = chosen.standard ?? (standards.size === 1 ? [...standards.keys()][0] : undefined)
  if (name === undefined || !standards.has(name))
    throw new StartError(`请用 --standard 选择标准：${known}`, `Choose a standard with --standard: ${known}`)
  const tables = [...standardTables.values()].filter((table) => table.standard === name)
  if (chosen.table === undefined) return tables
  const table = tables.find((t) => t.name === chosen.table)
  if (!table)
    throw new StartError(
      `标准“${name}”中没有表“${chosen.table}”`,
      `The standard "${name}" has no table "${chosen.table}"`,
    )
  return [table]
}
