import type { FastifyInstance } from 'fastify'
import { writeAudit } from '../../engine/access/write-audit.ts'
import type { ModuleServer } from '../../engine/module-server.ts'
import { writeSheet } from '../../engine/sheets/write-sheet.ts'
import { addColumn, changeColumn, columnChanges, removeColumn, restoreColumn } from './inside/gradebook/columns.ts'
import { giveMarks, keepBook, placeTask, showBook, showOwnGrades } from './inside/gradebook/gradebook.ts'
import { gradesSheet } from './inside/gradebook/grades-sheet.ts'
import { fileResults, previewFiling } from './inside/results/file-results.ts'
import * as shapes from './shapes.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The gradebook of a class for its teacher, and its own page for each student. */
export function gradebookRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  const path = '/api/coursework/classes/:class'
  const classOf = (params: unknown) => shapes.ofClass.parse(params).class

  app.get(`${path}/gradebook`, (request) => {
    const teachingClass = classOf(request.params)
    return withActor(request, (tx, actor) => showBook(tx, actor, teachingClass))
  })

  app.put(`${path}/gradebook`, (request) => {
    const teachingClass = classOf(request.params)
    const body = shapes.book.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await keepBook(tx, actor, teachingClass, body)
      return showBook(tx, actor, teachingClass)
    })
  })

  app.post(`${path}/gradebook/place`, (request) => {
    const teachingClass = classOf(request.params)
    const { taskId, categoryId } = shapes.placing.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await placeTask(tx, actor, teachingClass, taskId, categoryId)
      return showBook(tx, actor, teachingClass)
    })
  })

  app.post(`${path}/gradebook/columns`, async (request, reply) => {
    const teachingClass = classOf(request.params)
    const body = shapes.column.parse(request.body)
    const shown = await withActor(request, async (tx, actor) => {
      await addColumn(tx, actor, teachingClass, body)
      return showBook(tx, actor, teachingClass)
    })
    return reply.status(201).send(shown)
  })

  app.put(`${path}/gradebook/columns/:column`, (request) => {
    const { class: teachingClass, column } = shapes.ofColumn.parse(request.params)
    const { marks } = shapes.marks.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await giveMarks(tx, actor, teachingClass, column, marks)
      return showBook(tx, actor, teachingClass)
    })
  })

  app.patch(`${path}/gradebook/columns/:column`, (request) => {
    const { class: teachingClass, column } = shapes.ofColumn.parse(request.params)
    const body = shapes.column.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await changeColumn(tx, actor, teachingClass, column, body)
      return showBook(tx, actor, teachingClass)
    })
  })

  app.post(`${path}/gradebook/columns/:column/remove`, (request) => {
    const { class: teachingClass, column } = shapes.ofColumn.parse(request.params)
    const { reason } = shapes.removing.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await removeColumn(tx, actor, teachingClass, column, reason)
      return showBook(tx, actor, teachingClass)
    })
  })

  app.post(`${path}/gradebook/columns/:column/restore`, (request) => {
    const { class: teachingClass, column } = shapes.ofColumn.parse(request.params)
    return withActor(request, async (tx, actor) => {
      await restoreColumn(tx, actor, teachingClass, column)
      return showBook(tx, actor, teachingClass)
    })
  })

  /** What became of the columns, and who did it. */
  app.get(`${path}/gradebook/changes`, (request) => {
    const teachingClass = classOf(request.params)
    return withActor(request, (tx, actor) => columnChanges(tx, actor, teachingClass))
  })

  app.get(`${path}/gradebook.xlsx`, async (request, reply) => {
    const teachingClass = classOf(request.params)
    const book = await withActor(request, async (tx, actor) => {
      const shown = await showBook(tx, actor, teachingClass)
      await writeAudit(tx, { kind: 'export', actor, subject: `gradebook/${teachingClass}` })
      return shown
    })
    return reply
      .header('content-type', XLSX)
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`成绩册 ${teachingClass}.xlsx`)}`,
      )
      .send(await writeSheet(gradesSheet(book)))
  })

  /** What would be filed of the book now, into the college's register of results. */
  app.get(`${path}/gradebook/filing`, (request) => {
    const teachingClass = classOf(request.params)
    const { credits } = shapes.filingAsked.parse(request.query)
    return withActor(request, (tx, actor) => previewFiling(tx, actor, teachingClass, credits ?? null))
  })

  app.post(`${path}/gradebook/filing`, (request) => {
    const teachingClass = classOf(request.params)
    const body = shapes.filing.parse(request.body)
    return withActor(request, async (tx, actor) => {
      await fileResults(engine, tx, actor, teachingClass, body)
      return previewFiling(tx, actor, teachingClass, null)
    })
  })

  app.get(`${path}/own-grades`, (request) => {
    const teachingClass = classOf(request.params)
    return withActor(request, (tx, actor) => showOwnGrades(tx, actor, teachingClass))
  })

  /** What the score would be with other scores; nothing is kept. */
  app.post(`${path}/own-grades`, (request) => {
    const teachingClass = classOf(request.params)
    const { scores } = shapes.whatIf.parse(request.body)
    return withActor(request, (tx, actor) => showOwnGrades(tx, actor, teachingClass, scores))
  })
}
