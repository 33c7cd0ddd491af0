import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { changeCollegeSettings, getCollegeSettings } from '../../engine/college-settings.ts'
import type { ServerContext } from '../context.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

const text = z.string().trim().max(200)
const change = z
  .object({
    name: text.min(1),
    englishName: text,
    currentPeriod: text,
    address: text,
    contact: text,
    contactPhone: text,
    contactEmail: text,
    separateApproval: z.boolean(),
  })
  .partial()

/** The college's own settings: read by all, changed by whoever manages them. */
export function settingRoutes(app: FastifyInstance, server: ServerContext): void {
  app.get('/api/settings', (request) => withActor(server, request, (tx) => getCollegeSettings(tx)))
  app.patch('/api/settings', described({ body: change }), (request) => {
    const body = Object.fromEntries(Object.entries(change.parse(request.body)).filter(([, v]) => v !== undefined))
    return withActor(server, request, (tx, actor) => changeCollegeSettings(server.engine, tx, actor, body))
  })
}
