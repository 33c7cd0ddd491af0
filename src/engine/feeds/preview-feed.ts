import type { FeedSettings, WireFeedPreview } from '../../language/wire-feeds.ts'
import { asSystem } from '../access/actor.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import { NO_COUNTS } from './feed-runs.ts'
import { mapBatch } from './map-rows.ts'
import { firstRows } from './sample-source.ts'
import { seenRows } from './seen-rows.ts'
import { BATCH } from './sources/source.ts'
import { takeBatch } from './take-batch.ts'

const SHOWN = 100
/** Of no feed that is kept: as if nothing had been taken yet. */
const NO_ID = '00000000-0000-7000-8000-000000000000'

/** What a feed would do with the first rows of its source as the records stand now. Writes nothing. @throws Refusal 409, 503 */
export async function previewFeed(
  engine: Engine,
  college: string,
  feed: FeedSettings,
  secret: string | null,
  folder: string | undefined,
): Promise<WireFeedPreview> {
  const batch = await firstRows(feed.source, secret, folder, BATCH)
  const register = await engine.database.inCollege(college, (tx) => collegeRegister(engine, tx, feed.register))
  const mapped = mapBatch(register, feed, batch)
  const done = await takeBatch(
    {
      engine,
      college,
      feed: NO_ID,
      run: NO_ID,
      register,
      actor: asSystem(college, '数据接入预览'),
      reason: '',
      seen: seenRows(0),
      looksAgain: false,
      isDry: true,
      hasDead: false,
      next: 0,
    },
    mapped,
  )
  return {
    counts: {
      ...NO_COUNTS,
      read: batch.rows.length,
      created: done.created,
      changed: done.changed,
      unchanged: done.unchanged,
      wrong: done.wrong.length,
    },
    isPart: batch.rows.length === BATCH,
    wrong: done.wrong.slice(0, SHOWN).map(({ place, texts, problems }) => ({ place, texts, problems })),
  }
}
