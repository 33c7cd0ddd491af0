import { createHash, hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import type { Actor } from '../../../../engine/access/actor.ts'
import type { Engine } from '../../../../engine/engine.ts'
import { pathOf } from '../../../../engine/files/store.ts'
import type { ZipPart } from '../../../../engine/sheets/write-zip.ts'
import { zipChunks } from '../../../../engine/sheets/write-zip.ts'
import { openPlan } from '../plan-scope.ts'
import { type PackageFile, packageFiles, packageReferences } from './package-files.ts'
import { indexPage, indexSheet, type PackageHead } from './package-index.ts'

/** Bytes up to which a file is read whole. */
const SMALL = 1_048_576
/** Bytes that are written at once. */
const PIECE = 262_144

export interface WrittenPackage {
  readonly files: number
  /** Files that were missing, or not what their hash says: they are named in the index. */
  readonly problems: number
  readonly bytes: number
  /** SHA-256 of the archive. */
  readonly digest: string
}

export interface PackageRequest {
  readonly college: string
  readonly plan: string
  /** Path of the archive; it appears when it is whole. */
  readonly out: string
  readonly signal?: AbortSignal
  readonly progress?: (done: number, total: number) => Promise<void>
}

/**
 * Writes a plan's evidence as one archive that needs nothing else: index.html, index.xlsx, hashes.txt and the files in
 * folders by task. Contents stream from the store; what is read is hashed on the way and compared with its name.
 * @throws Refusal 403, 404; the signal's reason when it was cancelled
 */
export async function writePackage(engine: Engine, actor: Actor, request: PackageRequest): Promise<WrittenPackage> {
  const { college, plan, out, signal, progress } = request
  const { head, files, references } = await engine.database.inCollege(college, async (tx) => {
    const scope = await openPlan(engine, tx, actor, plan)
    const [name] = await tx.run<{ name: string }>(sql`SELECT name FROM colleges WHERE id = ${college}`)
    const head: PackageHead = {
      plan: scope.plan.name,
      college: name?.name ?? '',
      asOf: scope.plan.asOf,
      madeAt: new Date().toISOString().slice(0, 16).replace('T', ' '),
    }
    return { head, files: await packageFiles(scope), references: await packageReferences(scope) }
  })
  const faults = new Map<string, 'missing' | 'changed'>()
  let done = 0
  function* parts(): Generator<ZipPart> {
    for (const file of files)
      yield {
        path: file.path,
        async content() {
          signal?.throwIfAborted()
          const content = await contentOf(engine, file, faults)
          done += 1
          await progress?.(done, files.length)
          return content
        },
      }
    yield { path: 'hashes.txt', content: hashLines(files, faults) }
    yield { path: 'index.xlsx', content: indexSheet(files, references, faults) }
    yield { path: 'index.html', content: indexPage(head, files, references, faults) }
  }
  await mkdir(dirname(out), { recursive: true })
  const arriving = `${out}.part`
  const digest = createHash('sha256')
  let bytes = 0
  try {
    await pipeline(
      Readable.from(zipChunks(parts())),
      async function* (source: AsyncIterable<Buffer>) {
        let held: Buffer[] = []
        let size = 0
        for await (const chunk of source) {
          bytes += chunk.length
          digest.update(chunk)
          held.push(chunk)
          size += chunk.length
          if (size < PIECE) continue
          yield Buffer.concat(held)
          held = []
          size = 0
        }
        yield Buffer.concat(held)
      },
      createWriteStream(arriving, { mode: 0o600, flush: true }),
      signal ? { signal } : {},
    )
    await rename(arriving, out)
  } finally {
    await rm(arriving, { force: true })
  }
  return { files: files.length, problems: faults.size, bytes, digest: digest.digest('hex') }
}

/** A file's content as it is kept; what is wrong with it is noted for the index, which is written last. */
async function contentOf(
  engine: Engine,
  { sha256, path }: PackageFile,
  faults: Map<string, 'missing' | 'changed'>,
): Promise<Uint8Array | AsyncIterable<Uint8Array>> {
  const at = pathOf(engine.filesDir, sha256)
  const found = await stat(at).catch(() => null)
  if (found === null) {
    faults.set(path, 'missing')
    return Buffer.alloc(0)
  }
  if (found.size <= SMALL) {
    const content = await readFile(at)
    if (hash('sha256', content) !== sha256) faults.set(path, 'changed')
    return content
  }
  return (async function* () {
    const seen = createHash('sha256')
    for await (const chunk of createReadStream(at) as AsyncIterable<Buffer>) {
      seen.update(chunk)
      yield chunk
    }
    if (seen.digest('hex') !== sha256) faults.set(path, 'changed')
  })()
}

/** As sha256sum checks them. */
async function* hashLines(
  files: readonly PackageFile[],
  faults: ReadonlyMap<string, string>,
): AsyncGenerator<Uint8Array> {
  for (const { sha256, path } of files) if (faults.get(path) !== 'missing') yield Buffer.from(`${sha256}  ${path}\n`)
}
