import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { today } from '../../engine/access/today.ts'
import type { Actor } from '../../engine/access/actor.ts'
import { USUAL } from '../../engine/jobs/usual-times.ts'
import { type ModuleServer, onRegisters, type Tx } from '../../engine/module-server.ts'
import { adviceProof, answerAdvice, ownAdvice } from './inside/advice-desk.ts'
import { analyseClass, openCases } from './inside/analyse.ts'
import { ownClasses } from './inside/classes.ts'
import { StillPreparing } from './inside/kept-sums.ts'
import { listPurposes } from './inside/purposes.ts'
import { canHelp, studentsAtRisk } from './inside/students-at-risk.ts'
import { canSupervise, supervise } from './inside/supervise.ts'
import { weightsOn } from './inside/weights.ts'
import { keepTeachingSums } from './jobs.ts'
import { DIMENSION_NAMES } from './model/evaluation-model.ts'
import type { Prepared, WireHome } from './wire.ts'

export { jobs } from './jobs.ts'

const ofClass = z.object({ course: z.uuid(), class: z.string().min(1).max(80) })
const ofValue = ofClass.extend({ dimension: z.enum(DIMENSION_NAMES) })
const ofLesson = z.object({ session: z.uuid().optional() })
const ofAdvice = z.object({ id: z.uuid() })
const answer = z.strictObject({
  state: z.enum(['open', 'accepted', 'declined', 'done']),
  remark: z.string().trim().max(500).default(''),
  revision: z.int().min(1),
})

/** A teacher sees their own classes; helpers, students to help; supervisors, patterns; everybody, what is recorded and why. */
export function routes(app: FastifyInstance, server: ModuleServer): void {
  const { withActor } = onRegisters(server, 'lessons', 'courses', 'students', 'staff', 'teaching-weights')
  /** What rests on kept sums: with many out of date, a job brings them there and the page is told how far it is. */
  async function prepared<T>(
    request: FastifyRequest,
    work: (tx: Tx, actor: Actor) => Promise<T>,
  ): Promise<Prepared<T>> {
    try {
      return await withActor(request, work)
    } catch (error) {
      if (!(error instanceof StillPreparing)) throw error
      const { collegeId, done, total } = error
      // As the timetable asks for it, so that two never do the same work side by side.
      await server.jobs.send(keepTeachingSums, collegeId, {}, { key: USUAL })
      return { preparing: { done, total } }
    }
  }
  const path = '/api/teaching'
  const now = () => new Date().toISOString()

  app.get(`${path}/mine`, (request) =>
    withActor(request, async (tx, actor): Promise<WireHome> => ({
      classes: await ownClasses(tx, actor),
      canHelp: await canHelp(tx, actor),
      canSupervise: canSupervise(actor),
    })),
  )

  app.get(`${path}/classes/:course/:class`, (request) => {
    const key = ofClass.parse(request.params)
    return prepared(request, (tx, actor) =>
      analyseClass(tx, actor, { courseId: key.course, teachingClass: key.class }, now()),
    )
  })

  /** Exactly what a value was computed from, of the class or of one lesson. */
  app.get(`${path}/classes/:course/:class/cases/:dimension`, (request) => {
    const { course, class: teachingClass, dimension } = ofValue.parse(request.params)
    const { session } = ofLesson.parse(request.query)
    return withActor(request, (tx, actor) =>
      openCases(tx, actor, { courseId: course, teachingClass }, dimension, session ?? null, now()),
    )
  })

  app.get(`${path}/advice`, (request) => withActor(request, (tx, actor) => ownAdvice(tx, actor, now())))

  app.get(`${path}/advice/:id`, (request) => {
    const { id } = ofAdvice.parse(request.params)
    return withActor(request, (tx, actor) => adviceProof(tx, actor, id))
  })

  app.post(`${path}/advice/:id`, async (request, reply) => {
    const { id } = ofAdvice.parse(request.params)
    const body = answer.parse(request.body)
    await withActor(request, (tx, actor) => answerAdvice(tx, actor, id, body, now()))
    return reply.status(204).send()
  })

  app.get(`${path}/students`, (request) => prepared(request, (tx, actor) => studentsAtRisk(tx, actor, now())))

  app.get(`${path}/supervision`, (request) => prepared(request, (tx, actor) => supervise(tx, actor, now())))

  app.get(`${path}/purposes`, (request) => withActor(request, async (tx) => listPurposes(await weightsOn(tx, today()))))
}
