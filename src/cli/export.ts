import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { StartError } from '../database/start-error.ts'
import { answer } from './answer.ts'

interface Options {
  readonly register: string
  readonly file: string
  readonly college?: string
  readonly as?: string
  readonly columns?: string
}

export function register(program: Command): void {
  program
    .command('export')
    .description('把数据表导出为 .xlsx 或 .csv / export a register')
    .requiredOption('--register <name>', '数据表，例如 majors / the register, such as majors')
    .requiredOption('--file <path>', '要写的 .xlsx 或 .csv 文件 / the file to write')
    .option('--columns <names>', '字段名，用逗号隔开；默认全部 / names of fields, with commas; by default all')
    .option('--as <account>', '以某个账号的权限导出；默认 system / export with an account’s rights; by default system')
    .option(
      '--college <code>',
      '学校代码；只有一所学校时可省略 / code of the college; may be left out when there is one',
    )
    .action(async (options: Options, command: Command) => {
      const format = /\.(xlsx|csv)$/i.exec(options.file)?.[1]?.toLowerCase() as 'xlsx' | 'csv' | undefined
      if (!format)
        throw new StartError(
          `${options.file}：文件名应以 .xlsx 或 .csv 结尾。`,
          `${options.file}: the name must end in .xlsx or .csv.`,
        )
      const { inChosenCollege } = await import('./in-college.ts')
      const { actingAs } = await import('./acting-as.ts')
      const { openExport } = await import('../engine/exporting/open-export.ts')
      const { exportCsv, exportXlsx } = await import('../engine/exporting/export-rows.ts')
      const { shortTransactions } = await import('../engine/exporting/short-transactions.ts')
      await inChosenCollege(options.college, async ({ engine, college }) => {
        const columns = options.columns?.split(',').map((name) => name.trim())
        const { actor, opened } = await engine.database.inCollege(college.id, async (tx) => {
          const actor = await actingAs(engine, tx, options.as, '命令行导出')
          const request = { register: options.register, ...(columns ? { columns } : {}) }
          return { actor, opened: await openExport(engine, tx, actor, request, format) }
        })
        const pieces = (format === 'xlsx' ? exportXlsx : exportCsv)(
          engine,
          shortTransactions(engine, college.id),
          actor,
          opened,
        )
        // Half an export must not look like a whole one.
        const unfinished = `${options.file}.part`
        try {
          await pipeline(pieces, createWriteStream(unfinished))
          await rename(unfinished, options.file)
        } catch (error) {
          await rm(unfinished, { force: true })
          throw error
        }
        answer(command, { register: options.register, file: options.file }, `已导出到 ${options.file}`)
      })
    })
}
