import type { Command } from 'commander'
import { answer } from './answer.ts'

export function register(program: Command): void {
  program
    .command('settings')
    .description('检查并显示全部配置（不含密码） / check and show all settings, without passwords')
    .action(async (_options: unknown, command: Command) => {
      const { printSettings, readSettings } = await import('../server/settings.ts')
      const text = printSettings(readSettings(process.env))
      const values = text.split('\n').map((line) => line.split('  # ')[0]!.trim())
      answer(command, Object.fromEntries(values.map((line) => line.split(/=(.*)/s).slice(0, 2))), text)
    })
}
