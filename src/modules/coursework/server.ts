import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../../engine/access/actor.ts'
import type { FileHolder } from '../../engine/engine.ts'
import { openFile } from '../../engine/files/store.ts'
import { type ModuleServer, onRegisters, type Tx } from '../../engine/module-server.ts'
import { notAllowed, unknownRecord } from '../../engine/refusal.ts'
import type { FileRef } from '../../language/fields.ts'
import { gradebookRoutes } from './routes-gradebook.ts'
import { openSeat, ownClasses, studentsOf } from './inside/classes.ts'
import { closeTopic, hidePost, listTopics, makeTopic, showTopic, writePost } from './inside/discussion/topics.ts'
import { addMaterial, listMaterials, openMaterial, withdrawMaterial } from './inside/lessons/materials.ts'
import { lessonsOf } from './inside/lessons/lesson-rows.ts'
import { keepPlan, showLesson, wireClass } from './inside/lessons/plans.ts'
import { drawReviews, review, reviewedAuthor } from './inside/peers/reviews.ts'
import { rateCourse, showRating } from './inside/ratings/rate-course.ts'
import { extendTask, gradeHandIn } from './inside/tasks/grade-hand-in.ts'
import { handIn, openedTask } from './inside/tasks/hand-in.ts'
import { changeTask, makeTask, ownTask, stepTask, TASK_STEPS } from './inside/tasks/keep-task.ts'
import { showHandIn, showOwnTask, showTask } from './inside/tasks/show-task.ts'
import { listTasks } from './inside/tasks/task-list.ts'
import { latestOf, type Task, workOf } from './inside/tasks/task-rows.ts'
import * as shapes from './shapes.ts'
import type { WireClass, WireClassPage } from './wire.ts'

const { one, ofClass, ofStudent } = shapes
const oneFile = z.object({ index: z.coerce.number().int().min(0).max(100) })

export { jobs } from './jobs.ts'

/** Files of lessons and of what was handed in. */
export const fileHolders: readonly FileHolder[] = [
  { table: 'coursework_materials', column: 'file', holds: 'one' },
  { table: 'coursework_hand_ins', column: 'files', holds: 'list' },
]

/** Before and after class, for teachers and students of a class. */
export function routes(app: FastifyInstance, given: ModuleServer): void {
  const server = onRegisters(given, 'lessons', 'courses', 'students', 'staff')
  const { engine, withActor } = server
  const path = '/api/coursework'

  app.get(`${path}/classes`, (request) =>
    withActor(request, async (tx, actor) => {
      const classes: WireClass[] = []
      for (const seat of await ownClasses(tx, actor)) {
        const tasks = await listTasks(tx, seat)
        const todo = tasks.filter(({ own, reviewsToDo }) => own === 'to-do' || own === 'late' || reviewsToDo > 0).length
        const waiting = seat.as === 'teacher' ? tasks.reduce((sum, task) => sum + task.waiting, 0) : todo
        classes.push(wireClass(seat, waiting))
      }
      return classes
    }),
  )

  app.get(`${path}/classes/:class`, (request) => {
    const { class: teachingClass } = ofClass.parse(request.params)
    return withActor(request, async (tx, actor): Promise<WireClassPage> => {
      const seat = await openSeat(tx, actor, teachingClass)
      return {
        of: wireClass(seat),
        students: (await studentsOf(tx, seat.of)).length,
        lessons: await lessonsOf(tx, seat.of),
        materials: await listMaterials(tx, seat),
        tasks: await listTasks(tx, seat),
        topics: await listTopics(tx, seat.of.teachingClass),
        rating: await showRating(tx, seat),
      }
    })
  })

  /** Nothing comes back: what a student thinks is theirs no more. */
  app.post(`${path}/classes/:class/rating`, async (request, reply) => {
    const { class: teachingClass } = ofClass.parse(request.params)
    const { scores } = shapes.rating.parse(request.body)
    await withActor(request, (tx, actor) => rateCourse(tx, actor, teachingClass, scores))
    return reply.status(204).send()
  })

  app.get(`${path}/lessons/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => showLesson(tx, actor, id))
  })

  app.put(`${path}/lessons/:id/plan`, (request) => {
    const { id } = one.parse(request.params)
    const body = shapes.plan.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await keepPlan(tx, actor, id, body)
      return showLesson(tx, actor, id)
    })
  })

  app.post(`${path}/classes/:class/materials`, async (request, reply) => {
    const { class: teachingClass } = ofClass.parse(request.params)
    const body = shapes.material.parse(request.body)
    const id = await withActor(request, (tx, actor) => addMaterial(engine, tx, actor, teachingClass, body))
    return reply.status(201).send({ id })
  })

  app.post(`${path}/materials/:id/withdraw`, async (request, reply) => {
    const { id } = one.parse(request.params)
    await withActor(request, (tx, actor) => withdrawMaterial(tx, actor, id))
    return reply.status(204).send()
  })

  /** Opening is an act: an address is opened by the screen, once this has answered. */
  app.post(`${path}/materials/:id/open`, async (request, reply) => {
    const { id } = one.parse(request.params)
    await withActor(request, (tx, actor) => openMaterial(tx, actor, id))
    return reply.status(204).send()
  })

  app.get(`${path}/materials/:id/file`, async (request, reply) => {
    const { id } = one.parse(request.params)
    return sendFile(request, reply, async (tx, actor) => openMaterial(tx, actor, id))
  })

  async function sendFile(
    request: FastifyRequest,
    reply: FastifyReply,
    find: (tx: Tx, actor: Actor) => Promise<FileRef | null | undefined>,
  ) {
    const { file, content } = await withActor(request, async (tx, actor) => {
      const found = await find(tx, actor)
      if (!found) throw unknownRecord()
      return { file: found, content: await openFile(engine, tx, found.sha256) }
    })
    return reply
      .header('content-type', 'application/octet-stream')
      .header('content-length', content.size)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(content.stream)
  }

  app.post(`${path}/classes/:class/tasks`, async (request, reply) => {
    const { class: teachingClass } = ofClass.parse(request.params)
    const body = shapes.newTask.parse(request.body)
    const made = await withActor(request, async (tx, actor) =>
      showTask(tx, actor, await makeTask(engine, tx, actor, teachingClass, body)),
    )
    return reply.status(201).send(made)
  })

  app.get(`${path}/tasks/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => showTask(tx, actor, id))
  })

  app.put(`${path}/tasks/:id`, (request) => {
    const { id } = one.parse(request.params)
    const { revision, ...body } = shapes.changedTask.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await changeTask(engine, tx, actor, id, revision, body)
      return showTask(tx, actor, id)
    })
  })

  for (const step of TASK_STEPS)
    app.post(`${path}/tasks/:id/${step}`, (request) => {
      const { id } = one.parse(request.params)
      const { revision } = shapes.revised.parse(request.body)
      return withActor(request, async (tx, actor) => {
        await stepTask(tx, actor, id, step, revision)
        return showTask(tx, actor, id)
      })
    })

  app.post(`${path}/tasks/:id/draw`, (request) => {
    const { id } = one.parse(request.params)
    const { revision } = shapes.revised.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await drawReviews(tx, actor, id, revision)
      return showTask(tx, actor, id)
    })
  })

  app.post(`${path}/tasks/:id/extensions`, (request) => {
    const { id } = one.parse(request.params)
    const { studentId, dueAt, reason } = shapes.extension.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await extendTask(tx, actor, id, studentId, dueAt, reason)
      return showTask(tx, actor, id)
    })
  })

  app.get(`${path}/tasks/:id/students/:student`, (request) => {
    const { id, student } = ofStudent.parse(request.params)
    return withActor(request, (tx, actor) => showHandIn(tx, actor, id, student))
  })

  app.put(`${path}/tasks/:id/students/:student/grade`, (request) => {
    const { id, student } = ofStudent.parse(request.params)
    const body = shapes.grade.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await gradeHandIn(tx, actor, id, student, body)
      return showHandIn(tx, actor, id, student)
    })
  })

  const fileOf = async (tx: Tx, task: Task, studentId: string, index: number) =>
    latestOf(task, studentId, await workOf(tx, [task.id], studentId))?.files[index]

  app.get(`${path}/tasks/:id/students/:student/files/:index`, async (request, reply) => {
    const { id, student } = ofStudent.parse(request.params)
    const { index } = oneFile.parse(request.params)
    return sendFile(request, reply, async (tx, actor) =>
      fileOf(tx, (await ownTask(tx, actor, id)).task, student, index),
    )
  })

  app.get(`${path}/tasks/:id/own`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => showOwnTask(tx, actor, id))
  })

  app.post(`${path}/tasks/:id/own`, (request) => {
    const { id } = one.parse(request.params)
    const body = shapes.handedIn.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await handIn(engine, tx, actor, id, body)
      return showOwnTask(tx, actor, id)
    })
  })

  app.get(`${path}/tasks/:id/own/files/:index`, async (request, reply) => {
    const { id } = one.parse(request.params)
    const { index } = oneFile.parse(request.params)
    return sendFile(request, reply, async (tx, actor) => {
      const { task, seat } = await openedTask(tx, actor, id)
      return fileOf(tx, task, seat.studentId, index)
    })
  })

  app.put(`${path}/tasks/:id/reviews/:place`, (request) => {
    const { id, place } = shapes.atPlace.parse(request.params)
    const body = shapes.reviewGiven.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await review(tx, actor, id, place, body)
      return showOwnTask(tx, actor, id)
    })
  })

  app.get(`${path}/tasks/:id/reviews/:place/files/:index`, async (request, reply) => {
    const { id, place } = shapes.atPlace.parse(request.params)
    const { index } = oneFile.parse(request.params)
    return sendFile(request, reply, async (tx, actor) => {
      const { task, seat } = await openedTask(tx, actor, id)
      if (task.releasedAt)
        throw notAllowed({ zh: '在互评结束后查看他人作业', en: "see others' work after the reviews" })
      const found = await fileOf(tx, task, await reviewedAuthor(tx, id, seat.studentId, place), index)
      // The name of a file may be that of its writer.
      return found && { ...found, name: `${index + 1}${/\.[A-Za-z0-9]{1,8}$/.exec(found.name)?.[0] ?? ''}` }
    })
  })

  app.post(`${path}/classes/:class/topics`, async (request, reply) => {
    const { class: teachingClass } = ofClass.parse(request.params)
    const body = shapes.topic.parse(request.body)
    const id = await withActor(request, (tx, actor) => makeTopic(tx, actor, teachingClass, body))
    return reply.status(201).send({ id })
  })

  app.get(`${path}/topics/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, (tx, actor) => showTopic(tx, actor, id))
  })

  app.post(`${path}/topics/:id/posts`, (request) => {
    const { id } = one.parse(request.params)
    const body = shapes.post.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await writePost(tx, actor, id, body)
      return showTopic(tx, actor, id)
    })
  })

  app.post(`${path}/topics/:id/posts/:post/hide`, (request) => {
    const { id, post } = shapes.ofPost.parse(request.params)
    const { reason } = shapes.hiding.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await hidePost(tx, actor, id, post, reason)
      return showTopic(tx, actor, id)
    })
  })

  app.post(`${path}/topics/:id/close`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (tx, actor) => {
      await closeTopic(tx, actor, id)
      return showTopic(tx, actor, id)
    })
  })

  gradebookRoutes(app, server)
}
