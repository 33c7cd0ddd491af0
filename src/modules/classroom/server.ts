import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { defineJob, type JobContext } from '../../engine/jobs/define-job.ts'
import { fileHeaders } from '../../engine/files/file-headers.ts'
import { openFile } from '../../engine/files/store.ts'
import { type ModuleServer, onRegisters } from '../../engine/module-server.ts'
import { unknownRecord } from '../../engine/refusal.ts'
import { newActivity } from './inside/activity-shapes.ts'
import {
  ACTIVITY_STEPS,
  changeBoard,
  makeActivity,
  pick,
  removeActivity,
  stage,
  stepActivity,
} from './inside/activities.ts'
import { batchArrivals } from './inside/batches.ts'
import { dayOf } from './inside/day.ts'
import { loadFacts } from './inside/facts.ts'
import { showLive } from './inside/live.ts'
import { closeLesson, closeOver, lessonsOver, openLesson } from './inside/open-lesson.ts'
import { mustBeOpen, ownOpenSession, ownSession, seatOf } from './inside/session.ts'
import { hasPhoto } from './inside/photos.ts'
import { timelineOf } from './inside/timeline.ts'
import { challengePhone, correctSignIn, refusalOf, signIn } from './inside/sign-in.ts'
import { roomView, screenView, seatView } from './inside/views.ts'
import { teacherOf } from './roster.ts'

const one = z.object({ id: z.uuid() })
const ofActivity = one.extend({ activity: z.uuid() })
const stepped = ofActivity.extend({ step: z.enum(ACTIVITY_STEPS) })
const ofPhoto = one.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const ofStudent = one.extend({ student: z.uuid() })
const opening = z.strictObject({
  lesson: z.uuid(),
  /** Why an extra meeting is held now, whatever the timetable says. */
  extra: z.string().trim().min(1).max(200).nullable().default(null),
})
const correction = z.strictObject({
  state: z.enum(['present', 'late', 'absent', 'leave']),
  reason: z.string().trim().min(1).max(200).nullable().default(null),
})
const making = z.strictObject({ activity: newActivity, open: z.boolean().default(false) })
const staging = z.strictObject({ stage: z.union([z.enum(['code', 'blank']), z.uuid()]) })
const picking = z.strictObject({ activity: z.uuid().nullable(), student: z.uuid().nullable() })
const board = z.strictObject({
  note: z.string().trim().min(1).max(300).optional(),
  hide: z.uuid().optional(),
  unhide: z.uuid().optional(),
})
const publicKey = z.string().min(80).max(400)
const phone = z.strictObject({ publicKey })
const signingIn = z.strictObject({
  publicKey,
  challenge: z.string().max(200),
  code: z.string().regex(/^\d{4}$/),
  signature: z.string().max(200),
})
const sent = z.strictObject({
  client: z.uuid(),
  /** The sender's clock, in ms. */
  sentAt: z.int().min(0),
  acts: z
    .array(
      z.strictObject({
        sequence: z.int().min(1),
        kind: z.enum(['answered', 'polled', 'worded', 'raised-hand', 'posted', 'practised', 'graded']),
        activity: z.uuid().nullable(),
        at: z.int().min(0),
        body: z.record(z.string().max(40), z.unknown()),
      }),
    )
    .min(1)
    .max(100),
})
const watching = z.object({ as: z.enum(['remote', 'screen', 'me']) })

/** Lessons that nobody closed end by themselves. */
const closeLessons = defineJob({
  name: 'close-lessons',
  label: { zh: '结束超时的课堂', en: 'Ending lessons whose time is over' },
  retries: 3,
  timetable: '*/15 * * * *',
  isDue: async (tx) => (await lessonsOver(tx)).length > 0,
  run: async ({ engine, college }: JobContext) => ({
    lessons: await engine.database.inCollege(college, (tx) => closeOver(tx)),
  }),
  tell: ({ lessons }) => ({ zh: `结束课堂 ${lessons} 个`, en: `Ended ${lessons} lessons` }),
})
export const jobs = [closeLessons]

export function routes(app: FastifyInstance, server: ModuleServer): void {
  const here = onRegisters(server, 'lessons', 'courses', 'students', 'staff')
  const { engine, withActor } = here
  const path = '/api/classroom'
  const live = showLive(engine)
  const arrive = batchArrivals(here)
  app.addHook('preClose', async () => live.close())

  app.get(`${path}/day`, (request) => withActor(request, (tx, actor) => dayOf(tx, actor)))

  app.post(`${path}/sessions`, async (request, reply) => {
    const { lesson, extra } = opening.parse(request.body)
    const id = await withActor(request, (tx, actor) => openLesson(tx, actor, lesson, extra))
    return reply.status(201).send({ id })
  })

  app.get(`${path}/sessions/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => {
      await ownSession(tx, actor, id)
      return roomView((await loadFacts(tx, id))!, Date.now())
    })
  })

  app.get(`${path}/sessions/:id/screen`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => {
      await ownSession(tx, actor, id)
      return screenView((await loadFacts(tx, id))!, Date.now())
    })
  })

  app.get(`${path}/sessions/:id/me`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => {
      const { student } = await seatOf(tx, actor, id)
      return seatView((await loadFacts(tx, id))!, student, Date.now())
    })
  })

  /** What changes, as it changes: views as server-sent events. */
  app.get(`${path}/sessions/:id/live`, async (request, reply) => {
    const { id } = one.parse(request.params)
    const { as } = watching.parse(request.query)
    const mayWatch = () =>
      withActor(request, async (tx, actor) => {
        const student = as === 'me' ? (await seatOf(tx, actor, id)).student : null
        if (as !== 'me') await ownSession(tx, actor, id)
        return { collegeId: tx.collegeId, student }
      })
    const { collegeId, student } = await mayWatch()
    const view = student
      ? (facts: Parameters<typeof seatView>[0], now: number) => seatView(facts, student, now)
      : as === 'remote'
        ? roomView
        : screenView
    live.watch(request, reply, { collegeId, sessionId: id, student }, view, mayWatch)
  })

  app.post(`${path}/sessions/:id/close`, async (request, reply) => {
    const { id } = one.parse(request.params)
    await withActor(request, async (tx, actor) => closeLesson(tx, await ownSession(tx, actor, id)))
    return reply.status(204).send()
  })

  app.put(`${path}/sessions/:id/stage`, async (request, reply) => {
    const { id } = one.parse(request.params)
    const { stage: what } = staging.parse(request.body)
    await withActor(request, async (tx, actor) => stage(tx, await ownOpenSession(tx, actor, id), what))
    return reply.status(204).send()
  })

  app.post(`${path}/sessions/:id/activities`, async (request, reply) => {
    const { id } = one.parse(request.params)
    const { activity, open } = making.parse(request.body)
    const made = await withActor(request, async (tx, actor) =>
      makeActivity(engine, tx, actor, await ownOpenSession(tx, actor, id), activity, open),
    )
    return reply.status(201).send({ id: made })
  })

  app.post(`${path}/sessions/:id/activities/:activity/:step`, async (request, reply) => {
    const { id, activity, step } = stepped.parse(request.params)
    await withActor(request, async (tx, actor) => stepActivity(tx, await ownOpenSession(tx, actor, id), activity, step))
    return reply.status(204).send()
  })

  app.delete(`${path}/sessions/:id/activities/:activity`, async (request, reply) => {
    const { id, activity } = ofActivity.parse(request.params)
    await withActor(request, async (tx, actor) => removeActivity(tx, await ownOpenSession(tx, actor, id), activity))
    return reply.status(204).send()
  })

  app.patch(`${path}/sessions/:id/activities/:activity`, async (request, reply) => {
    const { id, activity } = ofActivity.parse(request.params)
    const change = board.parse(request.body)
    await withActor(request, async (tx, actor) =>
      changeBoard(tx, await ownOpenSession(tx, actor, id), activity, change),
    )
    return reply.status(204).send()
  })

  app.post(`${path}/sessions/:id/pick`, (request) => {
    const { id } = one.parse(request.params)
    const { activity, student } = picking.parse(request.body)
    return withActor(request, async (tx, actor) => ({
      student: await pick(tx, await ownOpenSession(tx, actor, id), activity, student),
    }))
  })

  app.put(`${path}/sessions/:id/sign-ins/:student`, async (request, reply) => {
    const { id, student } = ofStudent.parse(request.params)
    const { state, reason } = correction.parse(request.body)
    await withActor(request, async (tx, actor) =>
      correctSignIn(tx, actor, await ownSession(tx, actor, id), student, state, reason),
    )
    return reply.status(204).send()
  })

  app.post(`${path}/sessions/:id/challenge`, (request) => {
    const { id } = one.parse(request.params)
    const { publicKey: key } = phone.parse(request.body)
    return withActor(request, async (tx, actor) => {
      const { session, student } = await seatOf(tx, actor, id)
      mustBeOpen(session)
      return challengePhone(tx, session, student, key)
    })
  })

  app.post(`${path}/sessions/:id/sign-in`, async (request) => {
    const { id } = one.parse(request.params)
    const body = signingIn.parse(request.body)
    const came = await withActor(request, async (tx, actor) => {
      const { session, student } = await seatOf(tx, actor, id)
      mustBeOpen(session)
      return signIn(tx, session, student, body)
    })
    // Outside the transaction: that it was refused stays on record.
    if ('refused' in came) throw refusalOf(came.refused)
    return came
  })

  /** What happened, act by act. */
  app.get(`${path}/sessions/:id/timeline`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => timelineOf(tx, await ownSession(tx, actor, id)))
  })

  /** A photo of somebody's work: for the teacher, and whose work it is. */
  app.get(`${path}/sessions/:id/photos/:sha256`, async (request, reply) => {
    const { id, sha256 } = ofPhoto.parse(request.params)
    const file = await withActor(request, async (tx, actor) => {
      const student = (await teacherOf(tx, actor)) ? null : (await seatOf(tx, actor, id)).student
      if (!student) await ownSession(tx, actor, id)
      if (!(await hasPhoto(tx, id, student, sha256))) throw unknownRecord()
      return openFile(engine, tx, sha256)
    })
    return reply.headers(fileHeaders(file, 'photo.jpg')).send(file.stream)
  })

  app.post(`${path}/sessions/:id/acts`, (request) => {
    const receivedAt = Date.now()
    const { id } = one.parse(request.params)
    return arrive(id, { ...sent.parse(request.body), request, receivedAt })
  })
}
