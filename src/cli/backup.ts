import type { Command } from 'commander'
import { StartError } from '../database/start-error.ts'
import { answer } from './answer.ts'

export function register(program: Command): void {
  program
    .command('backup')
    .description(
      '备份内置数据库与上传的文件，运行中也可以 / back up the embedded database and the files, also while in use',
    )
    .requiredOption('--to <folder>', '新建的备份目录 / the folder to make')
    .action(async (options: { to: string }, command: Command) => {
      const { readSettings } = await import('../server/settings.ts')
      const settings = readSettings(process.env)
      if (settings.databaseUrl) {
        throw new StartError(
          '设置了 DATABASE_URL：数据在您自己的 PostgreSQL 服务器上，请用 pg_dump 或 pg_basebackup 备份，并另行复制 FILES_DIR。',
          'DATABASE_URL is set: the data is on your own PostgreSQL server. Back it up with pg_dump or pg_basebackup, and copy FILES_DIR.',
        )
      }
      const { backupEmbedded } = await import('../database/embedded/backup.ts')
      const { dataDir, filesDir } = settings
      const made = await backupEmbedded({ dataDir, filesDir, to: options.to, log: console.error })
      const size = `${made.files} 个文件，${(made.bytes / 1e6).toFixed(1)} MB`
      answer(command, made, `已备份到 ${made.folder}（${size}）。其中含密码与个人信息，请妥善保管。`)
    })
}
