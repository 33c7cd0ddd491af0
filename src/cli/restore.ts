import type { Command } from 'commander'
import { StartError } from '../database/start-error.ts'
import { answer } from './answer.ts'

export function register(program: Command): void {
  program
    .command('restore')
    .description('把备份恢复到空的数据目录 / restore a backup into an empty data folder')
    .requiredOption('--from <folder>', 'jiangxin backup 生成的目录 / a folder made by jiangxin backup')
    .action(async (options: { from: string }, command: Command) => {
      const { readSettings } = await import('../server/settings.ts')
      const settings = readSettings(process.env)
      if (settings.databaseUrl) {
        throw new StartError(
          '设置了 DATABASE_URL：请用 pg_restore 等工具恢复您自己的 PostgreSQL 服务器；要恢复到内置数据库，请不要设置它。',
          'DATABASE_URL is set: restore your own PostgreSQL server with pg_restore; to restore into the embedded one, do not set it.',
        )
      }
      const { restoreEmbedded } = await import('../database/embedded/backup.ts')
      const { dataDir, filesDir } = settings
      const restored = await restoreEmbedded({ from: options.from, dataDir, filesDir, log: console.error })
      answer(command, restored, `已把 ${restored.takenAt} 的备份恢复到 ${dataDir}，可以 npm start 了。`)
    })
}
