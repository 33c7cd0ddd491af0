import type { Command } from 'commander'
import { answer } from './answer.ts'

interface Options {
  readonly out: string
  readonly college?: string
  readonly draft?: boolean
  readonly publish?: boolean
}

export function register(program: Command): void {
  program
    .command('report')
    .description(
      '把报告写成 Word、PDF、网页和数据文件，不需要网页界面 / write a report as Word, PDF, web page and figures',
    )
    .argument('<name>', '报告名称，例如 quality-report / the report, such as quality-report')
    .argument('<period>', '统计期间，例如 2023 / the period, such as 2023')
    .requiredOption('--out <dir>', '写到哪个目录 / the folder to write to')
    .option(
      '--college <code>',
      '学校代码；只有一所学校时可省略 / code of the college; may be left out when there is one',
    )
    .option('--draft', '按当前数据生成草稿，即使已经发布 / from the present state, even when published')
    .option('--publish', '没有待解决的问题时先发布 / publish first, when nothing stands in the way')
    .action(async (name: string, period: string, options: Options, command: Command) => {
      const { inChosenCollege } = await import('./in-college.ts')
      const { writeReport } = await import('../engine/reports/write-report.ts')
      await inChosenCollege(options.college, async ({ engine, college }) => {
        const { draft = false, publish = false } = options
        const written = await writeReport(engine, {
          collegeId: college.id,
          name,
          period,
          out: options.out,
          draft,
          publish,
        })
        if (written.blockers.length > 0) {
          console.error(
            `发布前还有 ${written.blockers.length} 个问题 / ${written.blockers.length} things stand in the way of publication:`,
          )
          for (const { places, message } of written.blockers) {
            const where = places.map((p) => `${p.number} ${p.title}`.trim()).join('、')
            console.error(`- ${where === '' ? '' : `[${where}] `}${message.zh}`)
          }
        }
        const from =
          written.from === 'publication'
            ? `已发布版本（${written.publishedAt}） / as published`
            : '草稿，按当前数据生成 / a draft of the present state'
        answer(command, written, [from, ...written.files].join('\n'))
      })
    })
}
