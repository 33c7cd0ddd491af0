import { readFileSync } from 'node:fs'
import { StartError } from '../database/start-error.ts'
import type { Settings } from '../server/settings.ts'

/**
 * The passphrase of backups, from the environment or a file.
 * @throws StartError when there is none, or it is too short to keep anybody out
 */
export function passphraseOf({ backupPassphrase, backupKeyFile }: Settings): string {
  const passphrase = backupPassphrase ?? (backupKeyFile === undefined ? undefined : read(backupKeyFile))
  if (passphrase !== undefined && passphrase.length >= 12) return passphrase
  throw new StartError(
    passphrase === undefined
      ? '备份是加密的：请设置 BACKUP_PASSPHRASE（至少 12 个字符）或 BACKUP_KEY_FILE，并另行妥善保存；没有它就无法恢复。'
      : '备份口令太短：至少 12 个字符。',
    passphrase === undefined
      ? 'Backups are encrypted: set BACKUP_PASSPHRASE (12 characters or more) or BACKUP_KEY_FILE, and keep it elsewhere too; nothing can be restored without it.'
      : 'The passphrase of backups is too short: 12 characters or more.',
  )
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new StartError(
      `无法读取 BACKUP_KEY_FILE 指定的 ${file}：${(error as Error).message}`,
      `${file} of BACKUP_KEY_FILE cannot be read: ${(error as Error).message}`,
      { cause: error },
    )
  }
}
