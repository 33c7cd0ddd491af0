import type { Command } from 'commander'
import type { Actor } from '../engine/access/actor.ts'
import type { Engine } from '../engine/engine.ts'
import type { Tx } from '../engine/module-server.ts'
import type { WirePlanFigures } from '../modules/plan/index.ts'
import { answer } from './answer.ts'

interface Options {
  readonly plan: string
  readonly college?: string
  readonly as?: string
}

export function register(program: Command): void {
  const plan = program.command('plan').description('建设计划 / plans')
  const options = (command: Command) =>
    command
      .requiredOption('--plan <code>', '计划代号 / code of the plan')
      .option(
        '--as <account>',
        '以哪个账号的权限；默认不限 / with the rights of an account; without limits when absent',
      )
      .option(
        '--college <code>',
        '学校代码；只有一所学校时可省略 / code of the college; may be left out when there is one',
      )
  options(plan.command('figures'))
    .description('完成率、各口径的资金比率、各层面得分与总分 / completion, money under each definition, scores')
    .action(async (chosen: Options, command: Command) => {
      const { planFigures } = await import('../modules/plan/index.ts')
      const figures = await inPlan(chosen, (engine, tx, actor) => planFigures(engine, tx, actor, chosen.plan))
      answer(command, figures, linesOf(figures).join('\n'))
    })
  options(plan.command('package'))
    .description(
      '把佐证材料写成一个压缩包：index.html、index.xlsx、hashes.txt 和按任务分目录的文件 / the evidence as one archive',
    )
    .requiredOption('--out <file>', '写到哪个文件 / the file to write')
    .action(async (chosen: Options & { readonly out: string }, command: Command) => {
      const { inChosenCollege } = await import('./in-college.ts')
      const { actingAs } = await import('./acting-as.ts')
      const { writePackage } = await import('../modules/plan/index.ts')
      const { resolve } = await import('node:path')
      await inChosenCollege(chosen.college, async ({ engine, college }) => {
        const actor = await engine.database.inCollege(college.id, (tx) => actingAs(engine, tx, chosen.as, 'plan'))
        const out = resolve(chosen.out)
        const written = await writePackage(engine, actor, { college: college.id, plan: chosen.plan, out })
        answer(
          command,
          { out, ...written },
          `${out}\n文件 ${written.files} 个，缺失或不符 ${written.problems} 个，${written.bytes} 字节 / ${written.files} files, ${written.problems} missing or changed, ${written.bytes} bytes\nSHA-256 ${written.digest}`,
        )
      })
    })
  options(plan.command('check'))
    .description(
      '检查计划：前置成环、权重、日期、负责人；有问题时退出码为 1 / circles, weights, dates, owners; exit code 1 when something is wrong',
    )
    .action(async (chosen: Options, command: Command) => {
      const { planProblems } = await import('../modules/plan/index.ts')
      const problems = await inPlan(chosen, (engine, tx, actor) => planProblems(engine, tx, actor, chosen.plan))
      const lines = problems.map((problem) => `${problem.kind}\t${problem.message.zh} / ${problem.message.en}`)
      answer(command, problems, lines.length === 0 ? '没有问题 / nothing is wrong' : lines.join('\n'))
      if (problems.length > 0) process.exitCode = 1
    })
  options(plan.command('copy'))
    .description(
      '复制为新的计划草稿：新编号，日期平移，不含进度和资金 / a draft under new numbers, moved in time, without progress and money',
    )
    .requiredOption('--code <code>', '新计划代号 / code of the new plan')
    .requiredOption('--name <name>', '新计划名称 / name of the new plan')
    .requiredOption('--from <day>', '新计划开始日期，如 2027-01-01 / first day of the new plan')
    .action(async (chosen: Options & CopyRequest, command: Command) => {
      const { copyPlan } = await import('../modules/plan/index.ts')
      const { code, name, from } = chosen
      const copied = await inPlan(chosen, (engine, tx, actor) =>
        copyPlan(engine, tx, actor, chosen.plan, { code, name, from }),
      )
      const lines = [
        ...Object.entries(copied.made).map(([register, n]) => `${register}\t${n}`),
        ...copied.withoutOwner.map((number) => `${number}\t负责人已离任 / the owner has left`),
      ]
      answer(command, copied, lines.join('\n'))
    })
}

interface CopyRequest {
  readonly code: string
  readonly name: string
  readonly from: string
}

async function inPlan<T>(chosen: Options, work: (engine: Engine, tx: Tx, actor: Actor) => Promise<T>): Promise<T> {
  const { inChosenCollege } = await import('./in-college.ts')
  const { actingAs } = await import('./acting-as.ts')
  let result: { readonly value: T } | undefined
  await inChosenCollege(chosen.college, async ({ engine, college }) => {
    const value = await engine.database.inCollege(college.id, async (tx) =>
      work(engine, tx, await actingAs(engine, tx, chosen.as, 'plan')),
    )
    result = { value }
  })
  return result!.value
}

function linesOf({ plan, completion, money, scores, results }: WirePlanFigures): string[] {
  const percent = (value: string | null) => (value === null ? '—' : `${value}%`)
  const done = (name: string, of: WirePlanFigures['completion']['total']) =>
    `${name}\t${of.completed}/${of.leaves}\t${percent(of.rate)}`
  return [
    `${plan.name}\t${plan.from} – ${plan.to}\t截至 / up to ${plan.asOf}`,
    ...completion.byLevel.map((level) => done(level.part.name, level)),
    done('合计 / total', completion.total),
    ...(money
      ? [
          ...[
            ...money.bySource.map((line) => [line.label.zh, line] as const),
            ['合计 / total', money.total] as const,
          ].map(([name, line]) =>
            [name, line.budget, line.arrived, line.spent]
              .map((cell) => (typeof cell === 'string' ? cell : `${cell.tenThousandYuan} 万元`))
              .join('\t'),
          ),
          ...money.total.rates.map((rate) => `${rate.label.zh}\t${rate.definition.zh}\t${percent(rate.value)}`),
        ]
      : []),
    ...scores.levels.map((level) => `${level.name}\t${level.score ?? '—'} × ${level.weight}%`),
    `总分 / total\t${scores.total ?? '—'}`,
    ...results.byLevel.map(({ label, count }) => `${label.zh}\t${count}`),
  ]
}
