import { z } from 'zod'
import { TASK_KINDS } from './wire.ts'
import { LEVELS, RATING_ITEM_NAMES } from './rating-items.ts'

/** What may be sent to coursework. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
const score = z.string().regex(/^\d{1,6}(\.\d{1,2})?$/)
const points = z.array(z.uuid()).max(40)
export const fileRef = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(200),
  size: z.int().min(0),
  type: z.string().max(200),
})

export const one = z.object({ id: z.uuid() })
export const ofClass = z.object({ class: z.string().min(1).max(80) })
export const ofStudent = one.extend({ student: z.uuid() })
export const atPlace = one.extend({ place: z.coerce.number().int().min(1).max(100) })
export const revised = z.strictObject({ revision: z.int().min(1) })

export const plan = z.strictObject({
  aims: z.string().max(4000),
  keyPoints: z.string().max(4000),
  steps: z
    .array(
      z.strictObject({
        minutes: z.int().min(0).max(600),
        title: z.string().min(1).max(200),
        what: z.string().max(2000),
      }),
    )
    .max(40),
  knowledgePoints: points,
  afterthought: z.string().max(4000),
  revision: z.int().min(0),
})

export const material = z.strictObject({
  lessonId: z.uuid().nullable(),
  title: z.string().trim().min(1).max(200),
  file: fileRef.nullable(),
  address: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable(),
  knowledgePoints: points,
  isPreview: z.boolean(),
})

const criterion = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(100),
  points: score.refine((text) => /[1-9]/.test(text)),
  levels: z.array(z.strictObject({ label: z.string().max(500), points: score })).max(8),
})
const late = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['refused', 'accepted']) }),
  z.strictObject({
    kind: z.literal('minus'),
    percent: z.string().regex(/^(100|\d{1,2}(\.\d{1,2})?)$/),
    days: z.int().min(1).max(60),
  }),
])
export const newTask = z.strictObject({
  kind: z.enum(TASK_KINDS),
  lessonId: z.uuid().nullable(),
  title: z.string().trim().min(1).max(200),
  instructions: z.string().max(8000),
  items: z.array(z.uuid()).max(100),
  rubric: z.array(criterion).max(12),
  accepts: z.strictObject({ text: z.boolean(), files: z.boolean() }),
  knowledgePoints: points,
  categoryId: z.uuid().nullable(),
  dueAt: moment,
  late,
  attempts: z.int().min(1).max(20),
  peers: z.int().min(1).max(10).nullable(),
  peersDueAt: moment.nullable(),
})
export const changedTask = newTask.extend({ revision: z.int().min(1) })

export const handedIn = z.strictObject({
  answers: z.array(z.unknown()).max(100),
  text: z.string().max(50_000),
  files: z.array(fileRef).max(20),
  attempt: z.int().min(0).max(20),
})
const scores = z.record(z.string().max(40), score)
export const grade = z.strictObject({
  itemScores: z.array(score.nullable()).max(100),
  rubricScores: scores,
  feedback: z.string().max(8000),
  excused: z.boolean(),
  excuse: z.string().max(500),
  revision: z.int().min(0),
})
export const extension = z.strictObject({
  studentId: z.uuid(),
  dueAt: moment,
  reason: z.string().trim().min(1).max(500),
})
export const reviewGiven = z.strictObject({ scores, comment: z.string().max(4000) })

export const topic = z.strictObject({ title: z.string().trim().min(1).max(200), text: z.string().max(8000) })
export const post = z.strictObject({ text: z.string().trim().min(1).max(4000), replyTo: z.uuid().nullable() })
export const hiding = z.strictObject({ reason: z.string().trim().min(1).max(200) })
export const ofPost = one.extend({ post: z.uuid() })

export const book = z.strictObject({
  categories: z
    .array(
      z.strictObject({
        id: z.uuid(),
        name: z.string().trim().min(1).max(60),
        weight: z.string().regex(/^\d{1,3}(\.\d{1,2})?$/),
        dropLowest: z.int().min(0).max(20),
        withAttendance: z.boolean(),
      }),
    )
    .min(1)
    .max(12),
  decimals: z.int().min(0).max(2),
  openToStudents: z.boolean(),
  revision: z.int().min(0),
})
export const placing = z.strictObject({ taskId: z.uuid(), categoryId: z.uuid().nullable() })
export const column = z.strictObject({
  categoryId: z.uuid(),
  title: z.string().trim().min(1).max(60),
  maxScore: score,
})
export const removing = z.strictObject({ reason: z.string().trim().min(1).max(200) })
export const ofColumn = ofClass.extend({ column: z.uuid() })
export const marks = z.strictObject({
  marks: z
    .array(
      z.strictObject({
        studentId: z.uuid(),
        score: score.nullable(),
        excused: z.boolean(),
        reason: z.string().max(200),
      }),
    )
    .min(1)
    .max(500),
})
const credits = z.string().regex(/^\d{1,2}(\.\d)?$/)
export const filingAsked = z.object({ credits: credits.optional() })
export const filing = z.strictObject({
  credits,
  reason: z.string().trim().max(200),
  seen: z.string().min(1).max(80),
})
const level = z.union(LEVELS.map(({ points }) => z.literal(points)))
export const rating = z.strictObject({ scores: z.record(z.enum(RATING_ITEM_NAMES), level) })
export const whatIf = z.strictObject({ scores: z.record(z.string().max(60), score) })
