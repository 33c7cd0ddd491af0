import type { Tx } from '../../../engine/module-server.ts'
import { type Act, recordActs } from '../record-acts.ts'
import type { Json } from '../statement/check-statement.ts'
import { blockAddress, unitAddress } from './keep-courseware.ts'
import type { Registration } from './registration.ts'
import type { Block, CourseStructure, Unit } from './structure.ts'
import { BLOCK_TYPE, CATEGORY, COURSE_TYPE, EXTENSION, PLATFORM_VERBS } from './words.ts'

/** What the platform itself says of a learner's way through a course (cmi5 9.3). */
export type Platform =
  | {
      readonly verb: 'launched' | 'abandoned' | 'waived'
      readonly sessionId: string
      readonly unit: Unit
      readonly result?: Json
      readonly extensions?: Json
    }
  | {
      readonly verb: 'satisfied'
      readonly sessionId: string
      readonly part: Block | CourseStructure
      /** The number of a block, 0 for the course. */
      readonly number: number
    }

const DISPLAY = {
  launched: { 'zh-CN': '启动了', 'en-US': 'launched' },
  abandoned: { 'zh-CN': '中途离开', 'en-US': 'abandoned' },
  waived: { 'zh-CN': '免修了', 'en-US': 'waived' },
  satisfied: { 'zh-CN': '达到要求', 'en-US': 'satisfied' },
} as const

/** The course, as statements within it name it: the overview counts by it. */
export const courseActivity = ({ courseware }: Pick<Registration, 'courseware'>): Json => ({
  objectType: 'Activity',
  id: courseware.address,
  definition: { type: COURSE_TYPE, name: courseware.structure.title },
})

export const unitDefinition = ({ title, description, activityType }: Unit): Json => ({
  name: title,
  description,
  ...(activityType ? { type: activityType } : {}),
})

/** Records what the platform says, in order. */
export async function recordPlatform(
  tx: Tx,
  registration: Registration,
  said: readonly Platform[],
  at = new Date().toISOString(),
): Promise<void> {
  const { address } = registration.courseware
  await recordActs(
    tx,
    said.map((one): Act => {
      const publisher = one.verb === 'satisfied' ? one.part.id : one.unit.id
      const object =
        one.verb === 'satisfied'
          ? {
              id: blockAddress(address, one.number),
              definition: {
                type: one.number === 0 ? COURSE_TYPE : BLOCK_TYPE,
                name: one.part.title,
                description: one.part.description,
              },
            }
          : { id: unitAddress(address, one.unit.number), definition: unitDefinition(one.unit) }
      const isWaived = one.verb === 'waived'
      return {
        actor: registration.actor,
        verb: { id: PLATFORM_VERBS[one.verb], display: DISPLAY[one.verb] },
        object,
        ...(one.verb !== 'satisfied' && one.result ? { result: one.result } : {}),
        context: {
          registration: registration.id,
          contextActivities: {
            category: [{ id: CATEGORY.cmi5 }, ...(isWaived ? [{ id: CATEGORY.moveOn }] : [])],
            grouping: [{ objectType: 'Activity', id: publisher }, courseActivity(registration)],
          },
          extensions: { ...(one.verb === 'satisfied' ? {} : one.extensions), [EXTENSION.session]: one.sessionId },
        },
        timestamp: at,
      }
    }),
    at,
  )
}
