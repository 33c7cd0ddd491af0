import type { Command } from 'commander'
import { answer } from './answer.ts'

export function register(program: Command): void {
  program
    .command('demo')
    .description('更多演示数据 / more demo data')
    .command('credit-bank')
    .description(
      '载入一座虚构城市的学分银行：234,300 份档案、207,700 项成果、96,900 次转换、88 个机构；账号 centre、desk，密码 demo-jiangxin / a made-up city’s credit bank in full',
    )
    .option('--share <part>', '载入几分之几，如 0.01 / load so much of it', '1')
    .action(async ({ share }: { readonly share: string }, command: Command) => {
      const { loadCity } = await import('../server/demo-city.ts')
      const { openEngine } = await import('../server/open.ts')
      const { readSettings } = await import('../server/settings.ts')
      const part = Number(share)
      if (!(part > 0 && part <= 1)) command.error('--share: 0 – 1')
      const { engine, close } = await openEngine(readSettings(process.env), (line) => console.error(line))
      try {
        const began = Date.now()
        const { counts, entries, differences } = await loadCity(engine, part, (line) => console.error(line))
        const seconds = ((Date.now() - began) / 1000).toFixed(0)
        answer(
          command,
          { counts, entries, differences, seconds },
          [
            ...Object.entries(counts).map(([name, n]) => `${name}\t${n}`),
            `分录 / entries\t${entries}，不一致 / differences\t${differences}，${seconds} s`,
          ].join('\n'),
        )
        if (differences > 0) process.exitCode = 1
      } finally {
        await close()
      }
    })
}
