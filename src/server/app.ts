import { existsSync } from 'node:fs'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import Fastify, { LogController, type FastifyInstance } from 'fastify'
import { createJobs } from '../engine/jobs/jobs.ts'
import type { ModuleServer } from '../engine/module-server.ts'
import { routes as badges } from '../modules/badges/server.ts'
import { routes as classroom } from '../modules/classroom/server.ts'
import { routes as coursework } from '../modules/coursework/server.ts'
import { routes as creditBank } from '../modules/credit-bank/server.ts'
import { routes as frameworks } from '../modules/frameworks/server.ts'
import { routes as itemBank } from '../modules/item-bank/server.ts'
import { routes as learningRecords } from '../modules/learning-records/server.ts'
import { routes as nationalPlatform } from '../modules/national-platform/server.ts'
import { routes as plan } from '../modules/plan/server.ts'
import { routes as scoring } from '../modules/scoring/server.ts'
import { routes as teachingAnalysis } from '../modules/teaching-analysis/server.ts'
import { routes as ability } from '../modules/ability/server.ts'
import { routes as reportAudit } from '../modules/audit/server.ts'
import type { ServerContext } from './context.ts'
import { answerError, installErrorHandler } from './errors.ts'
import { hangUp } from './hang-up.ts'
import { metricRoutes } from './metrics.ts'
import { logRequests, requestId } from './request-log.ts'
import { accountRoutes } from './routes/accounts.ts'
import { auditRoutes } from './routes/audit.ts'
import { demoSheet } from './demo-accounts.ts'
import { jobList } from './job-list.ts'
import { codeRoutes } from './routes/codes.ts'
import { collaborationRoutes } from './routes/collaboration.ts'
import { exportRoutes } from './routes/exports.ts'
import { feedRoutes } from './routes/feeds.ts'
import { fileRoutes } from './routes/files.ts'
import { figureRoutes } from './routes/figures.ts'
import { jobRoutes } from './routes/jobs.ts'
import { healthRoutes } from './routes/health.ts'
import { importRoutes } from './routes/imports.ts'
import { openApiRoutes } from './routes/openapi.ts'
import { registerRoutes } from './routes/registers.ts'
import { reportRoutes } from './routes/reports.ts'
import { sendSafeHeaders } from './safe-headers.ts'
import { uploadLimits } from './settings.ts'
import { sessionRoutes } from './routes/session.ts'
import { settingRoutes } from './routes/settings.ts'
import { standardRoutes } from './routes/standards.ts'
import { workbenchRoutes } from './routes/workbench.ts'
import { collegeOf, withActor, withActors } from './session.ts'

const web = join(import.meta.dirname, '../../dist/web')

/** What an answer says for its safety that is a line of text, and no page. */
const BARE_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

/** The HTTP server with all its routes, not yet listening. */
export async function createApp(
  given: Omit<ServerContext, 'jobs'> & Partial<Pick<ServerContext, 'jobs'>>,
): Promise<FastifyInstance> {
  const { settings } = given
  // Without jobs of the caller's, what is asked for is noted and waits for a server that works.
  const server: ServerContext = { ...given, jobs: given.jobs ?? createJobs(given.engine, jobList(settings)) }
  const app = Fastify({
    logger:
      settings.logLevel === 'silent'
        ? false
        : {
            level: settings.logLevel,
            ...(server.logTo ? { stream: server.logTo } : {}),
            redact: ['req.headers.cookie', 'req.headers["x-csrf"]', 'req.headers.authorization'],
          },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId(settings.trustProxy),
    // One proxy is believed: what it was told by others, anybody could have written.
    trustProxy: settings.trustProxy ? (_address, hop) => hop < 1 : false,
    bodyLimit: 4 * 1048576,
    routerOptions: { maxParamLength: 300 },
    // Such an answer goes past all hooks, so it brings its own headers.
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply.headers(BARE_HEADERS)),
  })
  installErrorHandler(app)
  logRequests(app)
  await app.register(cookie)
  sendSafeHeaders(app, settings.publicUrl?.startsWith('https:') ?? false)
  await app.register(multipart, {
    // One byte more than is allowed arrives: the stream ends at its limit without a word, and would be kept cut off.
    limits: { files: 1, fileSize: settings.maxUploadMegabytes * 1048576 + 1, fields: 10 },
    throwFileSizeLimit: true,
  })
  app.addHook('onClose', () => server.jobs.stop())
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  openApiRoutes(app, server)
  metricRoutes(app, server)
  healthRoutes(app, server)
  app.get('/api/demo', () => demoSheet(server.engine))
  for (const routes of [
    sessionRoutes,
    accountRoutes,
    auditRoutes,
    registerRoutes,
    importRoutes,
    exportRoutes,
    collaborationRoutes,
    fileRoutes,
    workbenchRoutes,
    figureRoutes,
    settingRoutes,
    codeRoutes,
    standardRoutes,
    feedRoutes,
    jobRoutes,
    reportRoutes,
  ])
    routes(app, server)
  // What a module is given: one line each.
  const forModules: ModuleServer = {
    engine: server.engine,
    jobs: server.jobs,
    uploads: uploadLimits(settings),
    withActor: (request, work) => withActor(server, request, work),
    collegeOf,
    withActors: (collegeId, requests, work) => withActors(server, collegeId, requests, work),
    hangUp,
    addressOf: (request) => settings.publicUrl ?? `${request.protocol}://${request.host}`,
  }
  for (const routes of [
    nationalPlatform,
    plan,
    itemBank,
    coursework,
    scoring,
    ability,
    reportAudit,
    creditBank,
    frameworks,
    badges,
    learningRecords,
    classroom,
    teachingAnalysis,
  ])
    routes(app, forModules)
  if (existsSync(web)) {
    await app.register(fastifyStatic, { root: web, serve: false, preCompressed: true })
    app.get('/*', (request, reply) => {
      const path = request.url.split('?')[0] ?? '/'
      if (/^\/(api|public)\//.test(path)) return reply.callNotFound()
      // Built files carry the hash of their content in their name; every other address is a screen of the one page.
      if (path.startsWith('/assets/')) return reply.sendFile(path.slice(1), { immutable: true, maxAge: '1y' })
      if (/^\/[\w-]+\.\w{2,5}$/.test(path)) return reply.sendFile(path.slice(1), { maxAge: '1h' })
      return reply.sendFile('index.html', { maxAge: 0, cacheControl: false })
    })
  }
  return app
}
