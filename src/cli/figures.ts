import type { Command } from 'commander'
import { answer } from './answer.ts'

export function register(program: Command): void {
  program
    .command('figures')
    .description('列出一个统计期间的全部指标值（总是最新） / print all figures of a period, always up to date')
    .requiredOption('--period <code>', '统计期间，例如 2023 / the period, such as 2023')
    .option('--unit <code>', '单位代码；默认全校 / code of a unit; the whole college when absent')
    .option(
      '--college <code>',
      '学校代码；只有一所学校时可省略 / code of the college; may be left out when there is one',
    )
    .action(async (options: { period: string; unit?: string; college?: string }, command: Command) => {
      const { inChosenCollege } = await import('./in-college.ts')
      const { printFigures } = await import('../engine/indicators/print-figures.ts')
      await inChosenCollege(options.college, async ({ engine, college }) => {
        const figures = await engine.database.inCollege(college.id, (tx) =>
          printFigures(engine, tx, { period: options.period, ...(options.unit ? { unit: options.unit } : {}) }),
        )
        const lines = figures.map((f) =>
          [f.code, f.label, `${f.value ?? '—'} ${f.unit}`.trim(), f.status, f.changed ? '数据有变 / changed' : '']
            .join('\t')
            .trimEnd(),
        )
        answer(command, figures, lines.join('\n'))
      })
    })
}
