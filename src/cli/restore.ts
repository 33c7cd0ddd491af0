import type { Command } from 'commander'
import { answer } from './answer.ts'

export function register(program: Command): void {
  program
    .command('restore')
    .description(
      '把备份恢复到空的数据目录，可恢复到任一时间点 / restore a backup into an empty data folder, to any moment',
    )
    .requiredOption('--from <folder>', 'jiangxin backup 写入的目录 / the folder that jiangxin backup writes to')
    .option('--at <time>', '恢复到的时间，如 2026-01-31T08:30:00+08:00；默认最后 / the moment; by default the last')
    .option('--list', '只列出可恢复的备份 / only list what can be restored')
    .action(async (options: { from: string; at?: string; list?: boolean }, command: Command) => {
      const { readSettings } = await import('../server/settings.ts')
      const { passphraseOf } = await import('./passphrase.ts')
      const { listBackups, restoreBackup } = await import('../database/backup/restore-backup.ts')
      const settings = readSettings(process.env)
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
