import type { FeedSource } from '../../../language/wire-feeds.ts'
import { readFolder } from './read-folder.ts'
import { readHttp } from './read-http.ts'
import { readPostgres } from './read-postgres.ts'
import type { ReadOptions, SourceBatch } from './source.ts'

export interface SourcePlace {
  /** The server's folder for feeds. */
  readonly folder: string | undefined
  /** Whether the content of a file was taken before. */
  readonly isTaken: (sha256: string) => Promise<boolean>
}

/** The rows of any source, batch by batch; there is a first batch even of nothing, which tells the columns. @throws Refusal 503 */
export async function* readSource(
  source: FeedSource,
  options: ReadOptions,
  place: SourcePlace,
): AsyncGenerator<SourceBatch> {
  switch (source.kind) {
    case 'postgres':
      return yield* readPostgres(source, options)
    case 'mysql':
      // Its driver is large, and most colleges have none.
      return yield* (await import('./read-mysql.ts')).readMysql(source, options)
    case 'http':
      return yield* readHttp(source, options)
    case 'folder':
      return yield* readFolder(source, place.folder, options, place.isTaken)
  }
}
