import type { Command } from 'commander'
import { answer } from './answer.ts'

export function register(program: Command): void {
  program
    .command('settings')
    .description('检查并显示全部配置（不含密码） / check and show all settings, without passwords')
    .action(async (_options: unknown, command: Command) => {
      const { printSettings, readSettings, shownSettings } = await import('../server/settings.ts')
      const settings = readSettings(process.env)
      answer(command, shownSettings(settings), printSettings(settings))
    })
}
