import type { FeedRunWhat } from '../../language/wire-feeds.ts'
import { defineJob, type JobContext } from '../jobs/define-job.ts'
import { runFeed } from './run-feed.ts'

export interface FeedJobData extends Readonly<Record<string, unknown>> {
  readonly feed: string
  readonly what: FeedRunWhat
  /** Who asked; empty for the timetable. */
  readonly askedBy: string
}

export const FEED_JOB = 'bring-in-data'

/** Brings in the data of one feed, at night or when somebody asks. @param folder the server's folder for feeds */
export const feedJob = (folder: string | undefined) =>
  defineJob({
    name: FEED_JOB,
    label: { zh: '数据接入', en: 'Bring in data' },
    retries: 2,
    firstRetrySeconds: 120,
    slow: true,
    async run({ engine, college, data, signal, progress }: JobContext<FeedJobData>) {
      return { ...(await runFeed(engine, { college, ...data, folder, signal, progress })) }
    },
    tell: ({ read, created, changed, unchanged, wrong }) => ({
      zh: `读取 ${read} 行：新增 ${created}，修改 ${changed}，不变 ${unchanged}，有误 ${wrong}`,
      en: `${read} rows: ${created} new, ${changed} changed, ${unchanged} as they were, ${wrong} wrong`,
    }),
  })
