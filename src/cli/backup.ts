import type { Command } from 'commander'
import { StartError } from '../database/start-error.ts'
import { answer } from './answer.ts'

export function register(program: Command): void {
  program
    .command('backup')
    .description(
      '备份数据库与上传的文件：加密、只存新增的内容，运行中也可以 / back up database and files: encrypted, only what is new, also while in use',
    )
    .requiredOption('--to <folder>', '备份目录，每次用同一个 / the folder of all backups, the same every time')
    .option(
      '--log',
      '只备份上次以来的日志与新文件，可每几分钟一次 / only the log since the last one, every few minutes',
    )
    .option(
      '--files-only',
      '只备份文件与密钥，用于自有 PostgreSQL / only files and keys, with a PostgreSQL of one’s own',
    )
    .option('--keep-days <days>', '完成后删除更早的备份 / then remove backups that are older')
    .action(
      async (options: { to: string; log?: boolean; filesOnly?: boolean; keepDays?: string }, command: Command) => {
        const { readSettings } = await import('../server/settings.ts')
        const { passphraseOf } = await import('./passphrase.ts')
        const { takeBackup } = await import('../database/backup/take-backup.ts')
        const { forgetBackups } = await import('../database/backup/forget-backups.ts')
        const settings = readSettings(process.env)
        if (settings.databaseUrl && !options.filesOnly)
          throw new StartError(
            '设置了 DATABASE_URL：数据在您自己的 PostgreSQL 服务器上，请先用 pg_dump、pg_basebackup 等工具备份，再用 --files-only 备份文件与密钥。',
            'DATABASE_URL is set: the data is on your own PostgreSQL server. Back it up with pg_dump or pg_basebackup first, then files and keys with --files-only.',
          )
        const passphrase = passphraseOf(settings)
        const keepDays = options.keepDays === undefined ? undefined : wholeDays(options.keepDays, command)
        const { dataDir, filesDir } = settings
        const made = await takeBackup({
          dataDir,
          filesDir,
          to: options.to,
          passphrase,
          onlyLog: options.log ?? false,
          onlyFiles: options.filesOnly ?? false,
          log: console.error,
        })
        const gone = keepDays === undefined ? undefined : await forgetBackups(options.to, passphrase, keepDays)
        const size = `读取 ${(made.bytes / 1e6).toFixed(1)} MB，新增 ${(made.stored / 1e6).toFixed(1)} MB`
        const old = gone ? `，删除旧备份 ${gone.snapshots} 份` : ''
        answer(
          command,
          { ...made, ...(gone && { forgotten: gone }) },
          `已备份到 ${made.folder}，可恢复到 ${made.until}（${size}${old}）。`,
        )
      },
    )
}

function wholeDays(text: string, command: Command): number {
  if (/^\d{1,5}$/.test(text)) return Number(text)
  return command.error(`--keep-days ${text}：应为天数 / a number of days`, { exitCode: 2 })
}
