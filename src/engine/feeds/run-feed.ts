import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { Label } from '../../language/label.ts'
import type { AnyRegister } from '../../language/register.ts'
import type { FeedCounts, FeedRunWhat } from '../../language/wire-feeds.ts'
import { asSystem } from '../access/actor.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { readAhead } from '../read-ahead.ts'
import { Refusal } from '../refusal.ts'
import { analyzeGrown } from '../records/analyze-grown.ts'
import { forgetUnits } from '../units.ts'
import { countDead, pageOfDead, removeDeadBefore } from './dead-rows.ts'
import { beginRun, keepRun, NO_COUNTS } from './feed-runs.ts'
import { countTaken } from './feed-rows.ts'
import { type Feed, getFeed, keepHighWater, secretOf } from './feeds.ts'
import { mapBatch, mapDeadRows, type MappedBatch } from './map-rows.ts'
import { seenRows } from './seen-rows.ts'
import { sideBySide } from './side-by-side.ts'
import { higher } from './sources/read-http.ts'
import { readSource } from './sources/read-source.ts'
import { BATCH, type ReadOptions, type SourceBatch, type SourceFile } from './sources/source.ts'
import { takeBatch, type Taking } from './take-batch.ts'
import { followVanished } from './vanished.ts'

export interface RunRequest {
  readonly college: string
  readonly feed: string
  readonly what: FeedRunWhat
  readonly askedBy: string
  /** The server's folder for feeds. */
  readonly folder: string | undefined
  readonly signal?: AbortSignal
  readonly progress?: (read: number) => Promise<void>
}

/**
 * One run of a feed: reads the source to its end and takes what changed, batch by batch. Whatever ends it leaves whole
 * batches; the next run passes over what was taken and goes on. The highest value moves only after the last batch.
 * @throws Refusal 404, 409 when the source no longer fits, 503 when it cannot be read
 */
export async function runFeed(engine: Engine, request: RunRequest): Promise<FeedCounts> {
  const { college, what, signal, progress } = request
  const inCollege = engine.database.inCollege
  const system = asSystem(college, '数据接入')
  const feed = await inCollege(college, (tx) => getFeed(engine, tx, system, request.feed))
  const run = await inCollege(college, (tx) => beginRun(tx, feed.id, what, request.askedBy))
  let counts: FeedCounts = NO_COUNTS
  const add = (more: Partial<FeedCounts>) => {
    const added = (name: keyof FeedCounts) => counts[name] + (more[name] ?? 0)
    counts = {
      read: added('read'),
      created: added('created'),
      changed: added('changed'),
      unchanged: added('unchanged'),
      wrong: added('wrong'),
      missing: added('missing'),
      retired: added('retired'),
    }
  }
  const notes: Label[] = []
  try {
    const taking = await openTaking(engine, request, feed, run)
    let written = 0
    let told = Promise.resolve()
    const tell = async () => {
      await inCollege(college, async (tx) => {
        await keepRun(tx, feed.id, run, { state: 'running', counts })
        if (await analyzeGrown(tx, taking.register, written)) {
          written = 0
          await tx.run(sql`SELECT analyze_tables(ARRAY['feed_rows'])`)
        }
      })
      await progress?.(counts.read)
    }
    const onBatch = (more: Partial<FeedCounts>) => {
      add(more)
      if (!taking.isDry) written += more.created ?? 0
      // One after another: batches end side by side, and the last word is the newest.
      return (told = told.then(tell))
    }
    if (what === 'dead' || (what !== 'dry' && !readsAll(feed))) await takeDead(taking, feed, onBatch, true)
    if (what !== 'dead') notes.push(...(await takeSource(taking, feed, request, onBatch)))
    if (what !== 'dead' && readsAll(feed)) {
      const gone = await followVanished(taking, feed.vanished)
      add({ missing: gone.missing, retired: gone.retired })
      if (gone.note) notes.push(gone.note)
      if (!taking.isDry) await inCollege(college, (tx) => removeDeadBefore(tx, feed.id, run))
    }
    // Rows that refer to others of the same source may have come before them.
    if (what !== 'dead' && !taking.isDry && taking.hasDead && refersToItself(taking.register))
      await takeDead(taking, feed, onBatch, false)
    if (taking.register.name === 'units') forgetUnits(engine.database, college)
  } catch (error) {
    const isStopped = signal?.aborted ?? false
    const label = error instanceof Refusal ? error.label : unexpected
    await inCollege(college, (tx) =>
      keepRun(tx, feed.id, run, { state: isStopped ? 'stopped' : 'failed', counts, error: isStopped ? null : label }),
    )
    throw error
  }
  await inCollege(college, (tx) => keepRun(tx, feed.id, run, { state: 'done', counts, note: joined(notes) }))
  return counts
}

const unexpected: Label = {
  zh: '执行出错，原因见服务器日志；已写入的保留，下次从头核对',
  en: 'It failed: the server’s log says why. What was taken stays, the next run goes on',
}

/** Batches at work at once: one is checked while PostgreSQL writes another, and each has a connection of its own. */
const AT_ONCE = 2

/** Each run sees all there is: then it knows what is gone, and rows that could not be taken come again by themselves. */
const readsAll = (feed: Feed): boolean => feed.mode === 'all' && feed.source.kind !== 'folder'

async function openTaking(
  engine: Engine,
  { college, what, signal }: RunRequest,
  feed: Feed,
  run: string,
): Promise<Taking> {
  return engine.database.inCollege(college, async (tx) => {
    const { next } = await countTaken(tx, feed.id)
    return {
      engine,
      college,
      feed: feed.id,
      run,
      register: await collegeRegister(engine, tx, feed.register),
      actor: asSystem(college, `数据接入：${feed.name}`),
      reason: `数据接入：${feed.name}`,
      seen: seenRows(next),
      looksAgain: what === 'everything',
      isDry: what === 'dry',
      signal,
      hasDead: (await countDead(tx, feed.id)) > 0,
      next,
    }
  })
}

type OnBatch = (more: Partial<FeedCounts>) => Promise<void>

/**
 * Rows that could not be taken are tried again: what they wanted may be there by now.
 * @param areCounted false when this run has counted them already, as wrong
 */
async function takeDead(taking: Taking, feed: Feed, onBatch: OnBatch, areCounted: boolean): Promise<void> {
  for (let after: string | null = null; ;) {
    taking.signal?.throwIfAborted()
    const page = await taking.engine.database.inCollege(taking.college, (tx) => pageOfDead(tx, feed.id, after, BATCH))
    if (page.length > 0) {
      const keys = page.map((row) => row.key)
      const { wrong, ...done } = await takeBatch(taking, mapDeadRows(taking.register, feed, page), { of: 'dead', keys })
      await onBatch({
        ...done,
        read: areCounted ? page.length : 0,
        wrong: wrong.length - (areCounted ? 0 : page.length),
      })
    }
    if (page.length < BATCH) return
    after = page.at(-1)!.key
  }
}

const refersToItself = (register: AnyRegister): boolean =>
  Object.values(register.fields).some((field) => field.kind === 'reference' && field.register === register.name)

/** @returns what somebody should know of it: files that could not be read */
async function takeSource(taking: Taking, feed: Feed, request: RunRequest, onBatch: OnBatch): Promise<Label[]> {
  const { engine, college, signal } = taking
  const inCollege = engine.database.inCollege
  const secret = await inCollege(college, (tx) => secretOf(engine, tx, feed.id))
  const { changedColumn } = feed
  const since =
    feed.mode === 'changed' && changedColumn
      ? { column: changedColumn, value: taking.looksAgain ? null : feed.highWater }
      : undefined
  const options: ReadOptions = { secret, ...(since ? { since } : {}), ...(signal ? { signal } : {}) }
  const isTaken = (sha256: string) => inCollege(college, (tx) => isFileTaken(tx, feed.id, sha256, taking.looksAgain))
  const notes: Label[] = []
  let highest = since?.value ?? null
  let rows = 0
  // Rows that refer to others of the same source are taken in its order.
  const lanes = sideBySide(refersToItself(taking.register) ? 1 : AT_ONCE)
  try {
    for await (const batch of readAhead(readSource(feed.source, options, { folder: request.folder, isTaken }))) {
      signal?.throwIfAborted()
      if (batch.file?.problem) {
        notes.push(ofFile(batch.file, batch.file.problem))
        continue
      }
      let mapped: MappedBatch
      try {
        mapped = mapBatch(taking.register, feed, batch)
      } catch (error) {
        // Another file may be as it should be; of a table there is no other.
        if (!batch.file || !(error instanceof Refusal)) throw error
        notes.push(ofFile(batch.file, error.label))
        continue
      }
      await lanes.begin(new Set(mapped.rows.map((row) => row.key)), async () => {
        const { wrong, ...done } = await takeBatch(taking, mapped)
        await onBatch({ ...done, read: mapped.rows.length, wrong: wrong.length })
      })
      if (since) highest = highestOf(feed, batch, since.column, highest)
      rows += batch.rows.length
      if (batch.file?.isEnd) {
        await lanes.finish()
        const { file } = batch
        const taken = rows
        if (!taking.isDry) await inCollege(college, (tx) => keepFile(tx, feed.id, file, taken))
        // A key that another file had is no second row of this one.
        taking.seen.clear()
        rows = 0
      }
    }
  } finally {
    // Whatever went wrong, nothing may still be writing when the run ends.
    await lanes.finish()
  }
  if (highest !== null && !taking.isDry) {
    const value = highest
    await inCollege(college, (tx) => keepHighWater(tx, feed, value))
  }
  return notes
}

function highestOf({ source }: Feed, batch: SourceBatch, column: string, before: string | null): string | null {
  const index = batch.columns.indexOf(column)
  if (index < 0)
    throw new Refusal('conflict', {
      zh: `来源中没有列“${column}”，无法判断哪些行有变化。现有的列：${batch.columns.slice(0, 40).join('、')}`,
      en: `The source has no column “${column}”, by which changes are told. There are: ${batch.columns.slice(0, 40).join(', ')}`,
    })
  return batch.rows.reduce<string | null>((highest, { cells }) => {
    const cell = cells[index] ?? null
    if (cell === null || cell === '') return highest
    // A database has ordered them in its own way.
    return source.kind === 'http' ? higher(highest, String(cell)) : String(cell)
  }, before)
}

async function isFileTaken(tx: Tx, feed: string, sha256: string, looksAgain: boolean): Promise<boolean> {
  if (looksAgain) return false
  const [row] = await tx.run(
    sql`SELECT name FROM feed_files WHERE college_id = ${tx.collegeId} AND feed_id = ${feed} AND sha256 = ${sha256}`,
  )
  return row !== undefined
}

async function keepFile(tx: Tx, feed: string, { name, sha256 }: SourceFile, rows: number): Promise<void> {
  await tx.run(sql`
    INSERT INTO feed_files (college_id, feed_id, sha256, name, rows, taken_at) VALUES (${tx.collegeId}, ${feed}, ${sha256}, ${name}, ${rows}, ${new Date().toISOString()})
    ON CONFLICT (college_id, feed_id, sha256) DO UPDATE SET name = excluded.name, rows = excluded.rows, taken_at = excluded.taken_at`)
}

const ofFile = ({ name }: SourceFile, problem: Label): Label => ({
  zh: `文件“${name}”没有读取：${problem.zh}`,
  en: `File “${name}” was not read: ${problem.en}`,
})

const joined = (notes: readonly Label[]): Label | null =>
  notes.length === 0
    ? null
    : { zh: notes.map((note) => note.zh).join('\n'), en: notes.map((note) => note.en).join('\n') }
