import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { StartError } from '../database/start-error.ts'
import type { ImportPreview } from '../engine/importing/stored-import.ts'
import { answer } from './answer.ts'

interface Options {
  readonly register: string
  readonly file: string
  readonly college?: string
  readonly as?: string
  readonly accept?: boolean
  readonly comment?: string
}

export function register(program: Command): void {
  program
    .command('import')
    .description(
      '从 .xlsx 或 .csv 导入数据表：先预览，加 --accept 才写入 / import a register: shows what would happen, writes with --accept',
    )
    .requiredOption('--register <name>', '数据表，例如 majors / the register, such as majors')
    .requiredOption('--file <path>', '.xlsx 或 .csv 文件 / the file')
    .option('--accept', '没有问题时写入 / write, when there are no problems')
    .option('--comment <text>', '修改的原因 / why records change')
    .option('--as <account>', '以某个账号的权限导入；默认 system / import with an account’s rights; by default system')
    .option(
      '--college <code>',
      '学校代码；只有一所学校时可省略 / code of the college; may be left out when there is one',
    )
    .action(async (options: Options, command: Command) => {
      const bytes = await readFile(options.file).catch((error: Error) => {
        throw new StartError(`无法读取 ${options.file}：${error.message}`, `Cannot read ${options.file}`, {
          cause: error,
        })
      })
      const { inChosenCollege } = await import('./in-college.ts')
      const { actingAs } = await import('./acting-as.ts')
      const { acceptImport, cancelImport } = await import('../engine/importing/accept-import.ts')
      const { previewImport } = await import('../engine/importing/preview-import.ts')
      await inChosenCollege(options.college, async ({ engine, settings, college }) => {
        const limits = { maxBytes: settings.maxUploadMegabytes * 1048576 }
        const fileName = basename(options.file)
        const { actor, preview } = await engine.database
          .inCollege(college.id, async (tx) => {
            const actor = await actingAs(engine, tx, options.as, `导入 ${fileName}`)
            return {
              actor,
              preview: await previewImport(engine, tx, actor, options.register, { bytes, fileName }, limits),
            }
          })
          .catch(explainSheet)
        const isRight = preview.problemCount === 0
        const done =
          isRight && options.accept === true
            ? await engine.database.inCollege(college.id, (tx) =>
                acceptImport(engine, tx, actor, preview.id, options.comment),
              )
            : null
        // Nobody else sees this preview: it would lie about for nothing.
        if (done === null) await engine.database.inCollege(college.id, (tx) => cancelImport(tx, actor, preview.id))
        answer(command, { ...preview, accepted: done !== null }, textOf(preview, done !== null))
        if (!isRight) process.exitCode = 1
      })
    })
}

async function explainSheet(error: unknown): Promise<never> {
  const { SheetError } = await import('../engine/sheets/sheet-error.ts')
  throw error instanceof SheetError ? new StartError(error.text.zh, error.text.en, { cause: error }) : error
}

function textOf(preview: ImportPreview, isDone: boolean): string {
  const { creates, updates, unchanged, problems, problemCount } = preview
  const listed = problems.map(
    ({ row, column, message }) => `  第 ${row} 行${column ? ` “${column}”` : ''}：${message.zh} / ${message.en}`,
  )
  const more = problemCount > problems.length ? [`  …共 ${problemCount} 处 / ${problemCount} in all`] : []
  const notes = [
    ...preview.unknownColumns.map((column) => `未识别的列 / unknown column: ${column}`),
    ...preview.ignoredColumns.map(({ column, message }) => `未读取的列 / column not read: ${column}（${message.zh}）`),
  ]
  const end = isDone
    ? '已导入 / imported'
    : problemCount > 0
      ? `有 ${problemCount} 处问题，未导入 / ${problemCount} problems, nothing imported`
      : '未写入；加 --accept 写入 / nothing written; add --accept to write'
  return [
    `${preview.rows} 行：新增 ${creates}，修改 ${updates}，不变 ${unchanged} / ${creates} new, ${updates} changed, ${unchanged} unchanged`,
    ...notes,
    ...listed,
    ...more,
    end,
  ].join('\n')
}
