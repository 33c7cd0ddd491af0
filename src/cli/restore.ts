import type { Command } from 'commander'
import { StartError } from '../database/start-error.ts'
import { answer } from './answer.ts'

export function register(program: Command): void {
  program
    .command('restore')
    .description(
      '把备份恢复到空的数据目录，可恢复到任一时间点 / restore a backup into an empty data folder, to any moment',
    )
    .requiredOption('--from <folder>', 'jiangxin backup 写入的目录 / the folder that jiangxin backup writes to')
    .option('--at <time>', '恢复到的时间，如 2026-01-31T08:30:00+08:00；默认最后 / the moment; by default the last')
    .option('--files-only', '只恢复 --files-only 的备份 / a backup that was made with --files-only')
    .option('--list', '只列出可恢复的备份 / only list what can be restored')
    .action(async (options: { from: string; at?: string; filesOnly?: boolean; list?: boolean }, command: Command) => {
      const { readSettings } = await import('../server/settings.ts')
      const { passphraseOf } = await import('./passphrase.ts')
      const { listBackups, restoreBackup } = await import('../database/backup/restore-backup.ts')
      const settings = readSettings(process.env)
      if (settings.databaseUrl && !options.filesOnly && !options.list)
        throw new StartError(
          '设置了 DATABASE_URL：请用 pg_restore 等工具恢复您自己的 PostgreSQL 服务器，再用 --files-only 恢复文件与密钥；要恢复到内置数据库，请不要设置它。',
          'DATABASE_URL is set: restore your own PostgreSQL server with pg_restore, then files and keys with --files-only; to restore into the embedded one, do not set it.',
        )
      const passphrase = passphraseOf(settings)
      if (options.list) {
        const all = await listBackups(options.from, passphrase)
        const line = (one: (typeof all)[number]) =>
          `${one.takenAt} … ${one.until}  ${one.files} 个文件 files${one.hasDatabase ? '' : '（不含数据库 without database）'}`
        return answer(command, all, all.map(line).join('\n'))
      }
      const { dataDir, filesDir } = settings
      const restored = await restoreBackup({
        from: options.from,
        passphrase,
        dataDir,
        filesDir,
        onlyFiles: options.filesOnly ?? false,
        ...(options.at === undefined ? {} : { at: options.at }),
        log: console.error,
      })
      answer(
        command,
        restored,
        `已恢复到 ${restored.at}（${dataDir}），可以 npm start 了；建议先运行 bin/jiangxin verify。`,
      )
    })
}
