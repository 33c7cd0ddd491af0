import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { FolderSource } from '../../../language/wire-feeds.ts'
import { readSheet } from '../../sheets/read-sheet.ts'
import { SheetError } from '../../sheets/sheet-error.ts'
import { defaultSheetLimits } from '../../sheets/sheet-limits.ts'
import { BATCH, type ReadOptions, saidBy, type SourceBatch, sourceRefusal } from './source.ts'

/** A file that was written to in these last moments may not be whole yet: the next run takes it. */
const RESTING_MS = 10_000

/**
 * The rows of spreadsheets in a folder, file by file in the order of their names. Nothing is moved or changed there.
 * @param root the server's folder for feeds; undefined when it has none
 * @param isTaken whether a content was read before
 * @throws Refusal 503 when there is no such folder
 */
export async function* readFolder(
  source: FolderSource,
  root: string | undefined,
  options: Pick<ReadOptions, 'limit' | 'signal'>,
  isTaken: (sha256: string) => Promise<boolean>,
): AsyncGenerator<SourceBatch> {
  const { limit = Infinity, signal } = options
  const folder = await folderWithin(root, source.folder)
  const names = (await readdir(folder)).filter((name) => /\.(?:xlsx|csv)$/i.test(name) && !/^[.~]/.test(name))
  let read = 0
  for (const name of names.toSorted()) {
    signal?.throwIfAborted()
    if (read >= limit) return
    const path = await realpath(join(folder, name)).catch(() => '')
    const facts = path.startsWith(folder + sep) ? await stat(path) : undefined
    if (!facts?.isFile() || Date.now() - facts.mtimeMs < RESTING_MS) continue
    if (facts.size > defaultSheetLimits.maxBytes) {
      const most = Math.round(defaultSheetLimits.maxBytes / 1_048_576)
      const problem = { zh: `超过 ${most} MB，请拆成几个文件`, en: `larger than ${most} MB: split it` }
      yield { columns: [], rows: [], file: { name, sha256: '', isEnd: true, problem } }
      continue
    }
    const bytes = await readFile(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    if (await isTaken(sha256)) continue
    try {
      const { headers, rows } = await readSheet(bytes, name, { signal })
      const wanted = rows.slice(0, Math.max(0, limit - read))
      for (let start = 0; start === 0 || start < wanted.length; start += BATCH)
        yield {
          columns: headers,
          rows: wanted.slice(start, start + BATCH),
          file: { name, sha256, isEnd: start + BATCH >= wanted.length },
        }
      read += wanted.length
    } catch (error) {
      if (!(error instanceof SheetError)) throw error
      yield { columns: [], rows: [], file: { name, sha256, isEnd: true, problem: error.text } }
    }
  }
}

/** A folder below the server's own for feeds: whoever sets up a feed does not read the rest of the disk. */
async function folderWithin(root: string | undefined, folder: string): Promise<string> {
  if (root === undefined)
    throw sourceRefusal(
      '服务器没有设置接入文件的目录：请系统管理员设置环境变量 FEEDS_DIR 后重启',
      'The server has no folder for feeds: have the administrator set FEEDS_DIR and restart',
    )
  try {
    const top = await realpath(root)
    const path = await realpath(join(top, folder))
    if (path === top || path.startsWith(top + sep)) return path
  } catch (error) {
    throw sourceRefusal(
      `FEEDS_DIR 下没有目录“${folder}”，或服务器无权读取（${saidBy(error).replace(root, 'FEEDS_DIR')}）`,
      `There is no folder “${folder}” below FEEDS_DIR, or the server may not read it`,
    )
  }
  throw sourceRefusal(`“${folder}”不在 FEEDS_DIR 之下`, `“${folder}” is not below FEEDS_DIR`)
}
