import type { Command } from 'commander'
import { StartError } from '../database/start-error.ts'
import type { College } from '../engine/colleges.ts'
import type { Engine } from '../engine/engine.ts'
import { answer } from './answer.ts'

export function register(program: Command): void {
  const college = program.command('college').description('管理学校：新增、列出 / make a college, list colleges')
  const add = (usage: string, description: string) =>
    college
      .command(usage)
      .description(description)
      // main.ts gives --json and the exit codes to commands only, not to theirs.
      .option('--json', '输出 JSON / answer with JSON')
      .exitOverride()
      .showHelpAfterError()

  add('add', '新增学校及其根单位 / make a college with its root unit')
    .requiredOption('--code <code>', '学校代码：小写字母、数字、连字符 / lower case letters, digits, hyphens')
    .requiredOption('--name <name>', '学校名称 / name of the college')
    .option('--english-name <name>', '英文名称 / English name')
    .action(async (options: { code: string; name: string; englishName?: string }, command: Command) => {
      const { createCollege, listColleges } = await import('../engine/colleges.ts')
      const wanted = checked(options)
      const made = await run(async (engine) => {
        const known = (await listColleges(engine)).find((c) => c.code === wanted.code)
        if (known)
          throw new StartError(
            `学校代码“${known.code}”已被“${known.name}”使用，请换一个代码。`,
            `The code "${known.code}" belongs to "${known.name}" already: choose another.`,
          )
        const id = await createCollege(engine, wanted)
        return (await listColleges(engine)).find((c) => c.id === id)!
      })
      answer(command, made, `${line(made)}\n${next(made)}`)
    })

  add('list', '列出学校 / list colleges').action(async (_options: unknown, command: Command) => {
    const { listColleges } = await import('../engine/colleges.ts')
    const colleges = await run(listColleges)
    answer(command, colleges, colleges.map(line).join('\n') || '还没有学校 / no colleges yet')
  })
}

/** @throws StartError when what was typed cannot name a college */
function checked({ code, name, englishName }: { code: string; name: string; englishName?: string }) {
  // The root unit carries the code too, which limits its length.
  if (!/^[a-z0-9][a-z0-9-]{0,19}$/.test(code))
    throw new StartError(
      `学校代码“${code}”不可用：须为 1–20 个小写字母、数字或连字符，如 "example"。`,
      `"${code}" cannot be a college's code: write 1 to 20 lower case letters, digits or hyphens, such as "example".`,
    )
  if (!name.trim() || name.trim().length > 100 || (englishName ?? '').length > 200)
    throw new StartError(
      '学校名称须为 1–100 个字，英文名称不超过 200 个字符。',
      'The name of a college has 1 to 100 characters, its English name at most 200.',
    )
  return { code, name: name.trim(), ...(englishName?.trim() ? { englishName: englishName.trim() } : {}) }
}

async function run<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const { readSettings } = await import('../server/settings.ts')
  const { openEngine } = await import('../server/open.ts')
  const { engine, close } = await openEngine(readSettings(process.env), console.error)
  try {
    return await work(engine)
  } finally {
    await close()
  }
}

const line = ({ code, name, englishName, demo }: College): string =>
  [code, name, englishName, demo ? '演示 / demo' : ''].filter(Boolean).join('  ')

const next = ({ code }: College): string =>
  `下一步：新增管理员 / next, its administrator:\n  bin/jiangxin user add admin --college ${code} --role system-administrator`
