import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { today } from '../../engine/access/today.ts'
import { exportCsv, exportXlsx } from '../../engine/exporting/export-rows.ts'
import { openExport } from '../../engine/exporting/open-export.ts'
import { shortTransactions } from '../../engine/exporting/short-transactions.ts'
import type { ServerContext } from '../context.ts'
import { hangUp } from '../hang-up.ts'
import { sendSheet } from '../send-sheet.ts'
import { withActor } from '../session.ts'
import { listQuery, readList } from './registers.ts'
import { described } from '../described.ts'

const columnNames = z.object({ columns: z.string().max(4000).optional() })

/** Lists as files: the same rows in the same order as the list at the same address. */
export function exportRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine } = server

  for (const format of ['xlsx', 'csv'] as const)
    app.get(
      `/api/registers/:register/export.${format}`,
      described({ query: listQuery.extend(columnNames.shape) }),
      async (request, reply) => {
        const { register } = z.object({ register: z.string().max(60) }).parse(request.params)
        const { after: _after, limit: _limit, ...list } = readList(register, request.query)
        const { columns } = columnNames.parse(request.query)
        const wanted = columns ? { ...list, columns: columns.split(',').filter((name) => name !== '') } : list
        // The audit's line stands before the first row leaves, whatever becomes of the download.
        const { actor, opened } = await withActor(server, request, async (tx, actor) => ({
          actor,
          opened: await openExport(engine, tx, actor, wanted, format, request.ip),
        }))
        const tx = shortTransactions(engine, actor.collegeId, hangUp(reply))
        const pieces = (format === 'xlsx' ? exportXlsx : exportCsv)(engine, tx, actor, opened)
        return sendSheet(reply, `${opened.register.label[actor.lang]} ${today()}`, format, pieces)
      },
    )
}
