import type { Label } from '../../language/label.ts'
import type { FeedVanished } from '../../language/wire-feeds.ts'
import { actOnMany } from '../records/act-on-many.ts'
import { countTaken, markMissing, pageOfTaken } from './feed-rows.ts'
import type { Taking } from './take-batch.ts'

/** Records taken out of use in one transaction. */
const PAGE = 2000
/** More gone at once than this many and this share is a mistake at the source until somebody says otherwise. */
const FEW = 20
const SHARE = 0.2

export interface Gone {
  readonly missing: number
  readonly retired: number
  readonly note: Label | null
}

/**
 * Looks for rows that were taken before and did not come in this run, which has read everything, and does with their
 * records what the feed says. One question where none is gone.
 */
export async function followVanished(taking: Taking, vanished: FeedVanished): Promise<Gone> {
  const { engine, college, feed, seen, isDry, register, actor, reason, signal } = taking
  const inCollege = engine.database.inCollege
  const { rows, retired: before } = await inCollege(college, (tx) => countTaken(tx, feed))
  const gone = rows - before - seen.count
  if (gone <= 0) return { missing: 0, retired: 0, note: null }
  if (isDry || vanished === 'nothing') return { missing: gone, retired: 0, note: null }
  const isTooMany = vanished === 'retire' && gone > FEW && gone > rows * SHARE
  let retired = 0
  for (let after: string | null = null; ;) {
    signal?.throwIfAborted()
    const page = await inCollege(college, async (tx) => {
      const found = await pageOfTaken(tx, feed, after, PAGE)
      const absent = found.filter((row) => !seen.has(row.n) && !row.isRetired)
      const retires = vanished === 'retire' && !isTooMany
      if (retires && absent.length > 0) {
        const ids = absent.map((row) => row.recordId)
        retired += (
          await actOnMany(engine, tx, actor, {
            register: register.name,
            ids,
            action: 'delete',
            comment: `${reason}：来源中已没有这一行`,
          })
        ).done
      }
      await markMissing(
        tx,
        feed,
        absent.map((row) => row.key),
        { isRetired: retires },
      )
      return found
    })
    if (page.length < PAGE) break
    after = page.at(-1)!.key
  }
  const note = isTooMany
    ? {
        zh: `来源中少了 ${gone} 行（共 ${rows} 行），超过两成，像是来源出了问题：没有停用任何记录，只列为“来源中没有”。请核对来源`,
        en: `${gone} of ${rows} rows are gone from the source, more than a fifth, which looks like a mistake there: nothing was taken out of use, they are listed as missing. Check the source`,
      }
    : null
  return { missing: gone, retired, note }
}
