import type { Command } from 'commander'
import type { Actor } from '../engine/access/actor.ts'
import type { Engine } from '../engine/engine.ts'
import type { Tx } from '../engine/module-server.ts'
import { StartError } from '../database/start-error.ts'
import { answer } from './answer.ts'

interface Options {
  readonly college?: string
  readonly as?: string
}
interface ImportOptions extends Options {
  readonly accept?: boolean
  readonly versionName?: string
}
interface ExportOptions extends Options {
  readonly framework: string
  readonly versionName?: string
  readonly out: string
}

export function register(program: Command): void {
  const framework = program.command('framework').description('资历框架与能力标准，CASE 1.1 / frameworks, CASE 1.1')
  const options = (command: Command) =>
    command
      .option(
        '--as <account>',
        '以哪个账号的权限；默认不限 / with the rights of an account; without limits when absent',
      )
      .option(
        '--college <code>',
        '学校代码；只有一所学校时可省略 / code of the college; may be left out when there is one',
      )
      .option('--version-name <version>', '版本 / version')
      .option('--json', '输出 JSON / answer with JSON')
  options(framework.command('import <file>'))
    .description(
      '导入 CASE 包：列出内容和问题；加 --accept 才写入，有错误时退出码为 1 / says what a CASE package holds and what is wrong; written with --accept only; exit code 1 when there are errors',
    )
    .option('--accept', '写入 / write it')
    .action(async (file: string, chosen: ImportOptions, command: Command) => {
      const { readFile } = await import('node:fs/promises')
      const { importCase, previewCase } = await import('../modules/frameworks/index.ts')
      const bytes = await readFile(file).catch(() => {
        throw new StartError(`读不到文件 ${file}`, `The file ${file} cannot be read`)
      })
      await inFrameworks(chosen, async (engine, tx, actor) => {
        const preview = await previewCase(engine, tx, actor, bytes, chosen.versionName)
        const errors = preview.problems.filter(({ severity }) => severity === 'error')
        const done =
          chosen.accept === true && errors.length === 0
            ? await importCase(engine, tx, actor, bytes, chosen.versionName)
            : null
        const lines = [
          `${preview.name} ${preview.version}：条目 ${preview.items}，对照 ${preview.links} / ${preview.items} items, ${preview.links} links`,
          ...preview.problems.map(({ severity, place, message }) =>
            [severity === 'error' ? '错误' : '提醒', place, message.zh].join('\t'),
          ),
          done
            ? `已导入，状态 ${done.state} / imported as ${done.state}`
            : errors.length > 0
              ? `有 ${errors.length} 处错误，未写入 / ${errors.length} errors, nothing was written`
              : '未写入；确认后加 --accept / nothing was written; add --accept to write it',
        ]
        answer(command, { preview, imported: done }, lines.join('\n'))
        if (errors.length > 0) process.exitCode = 1
      })
    })
  options(framework.command('export'))
    .description('导出 CASE 1.1 包 / writes a CASE 1.1 package')
    .requiredOption('--framework <number>', '框架编号 / number of the framework')
    .requiredOption('--out <file>', '写到哪个文件 / the file to write')
    .action(async (chosen: ExportOptions, command: Command) => {
      const { writeFile } = await import('node:fs/promises')
      const { exportCase } = await import('../modules/frameworks/index.ts')
      const { listRecords } = await import('../engine/records/list.ts')
      await inFrameworks(chosen, async (engine, tx, actor, base) => {
        const { rows } = await listRecords(engine, tx, actor, {
          register: 'frameworks',
          where: [
            ['number', 'is', chosen.framework],
            ...(chosen.versionName === undefined ? [] : [['edition', 'is', chosen.versionName] as const]),
          ],
          sort: '-createdAt',
          limit: 2,
        })
        const [found] = rows
        if (!found)
          throw new StartError(
            `没有编号为“${chosen.framework}”的框架`,
            `There is no framework with the number "${chosen.framework}"`,
          )
        const { text } = await exportCase(engine, tx, actor, found.id, base)
        await writeFile(chosen.out, text)
        answer(command, { out: chosen.out, bytes: text.length }, `${chosen.out}\t${text.length}`)
      })
    })
}

type Work = (
  engine: Engine,
  tx: Tx,
  actor: Actor,
  /** Address of the CASE service. */
  base: string,
) => Promise<void>

async function inFrameworks(chosen: Options, work: Work): Promise<void> {
  const { inChosenCollege } = await import('./in-college.ts')
  const { actingAs } = await import('./acting-as.ts')
  await inChosenCollege(chosen.college, async ({ engine, college, settings }) => {
    const address = settings.publicUrl ?? `http://${settings.host}:${settings.port}`
    await engine.database.inCollege(college.id, async (tx) =>
      work(engine, tx, await actingAs(engine, tx, chosen.as, 'framework'), `${address}/ims/case/v1p1`),
    )
  })
}
