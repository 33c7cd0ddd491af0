import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../engine/module-server.ts'
import { exportWorkbook } from './inside/workbook/export-workbook.ts'
import { acceptWorkbook, previewWorkbook, type WorkbookFile } from './inside/workbook/import-workbook.ts'

const onePlan = z.object({ plan: z.string().max(80) })
const sent = z.strictObject({ sha256: z.string().length(64), fileName: z.string().min(1).max(200) })
const accepted = sent.extend({
  digest: z.string().length(64),
  title: z.string().max(200).optional(),
  reason: z.string().max(2000).optional(),
})
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A whole plan as one workbook, out and in again. The file is sent as any other; here it is named by its content. */
export function workbookRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  const path = '/api/plans/:plan/workbook'

  app.get(`${path}.xlsx`, async (request, reply) => {
    const { plan } = onePlan.parse(request.params)
    const { name, bytes } = await withActor(request, (tx, actor) => exportWorkbook(engine, tx, actor, plan))
    return reply
      .header('content-type', XLSX)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`)
      .send(Buffer.from(bytes))
  })

  /** Nothing is written: what the workbook would do is done and undone. */
  app.post(`${path}/preview`, (request) => {
    const { plan } = onePlan.parse(request.params)
    const file: WorkbookFile = sent.parse(request.body)
    return withActor(request, (tx, actor) => previewWorkbook(engine, tx, actor, plan, file))
  })

  app.post(`${path}/accept`, (request) => {
    const { plan } = onePlan.parse(request.params)
    const { title, reason, ...file } = accepted.parse(request.body)
    return withActor(request, (tx, actor) =>
      acceptWorkbook(engine, tx, actor, plan, {
        ...file,
        ...(title ? { title } : {}),
        ...(reason ? { reason } : {}),
      }),
    )
  })
}
