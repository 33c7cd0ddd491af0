import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify'
import type { Engine } from '../engine/engine.ts'
import { createJobs } from '../engine/jobs/jobs.ts'
import type { WireError } from '../language/wire.ts'
import type { ServerContext } from '../server/context.ts'
import { installErrorHandler } from '../server/errors.ts'
import { accountRoutes } from '../server/routes/accounts.ts'
import { auditRoutes } from '../server/routes/audit.ts'
import { sessionRoutes } from '../server/routes/session.ts'
import { readSettings } from '../server/settings.ts'

/** A small server with signing in, accounts and audit, for tests; more routes may be added before the first request. */
export async function signInApp(
  engine: Engine,
  env: Record<string, string> = {},
): Promise<{ app: FastifyInstance; server: ServerContext }> {
  const server: ServerContext = {
    engine,
    jobs: createJobs(engine, []),
    settings: readSettings({ DATA_DIR: engine.filesDir, ...env }),
  }
  const app = Fastify({ trustProxy: true, routerOptions: { maxParamLength: 300 } })
  installErrorHandler(app)
  await app.register(cookie)
  for (const routes of [sessionRoutes, accountRoutes, auditRoutes]) routes(app, server)
  return { app, server }
}

/** A browser that keeps its cookie and csrf. */
export interface TestBrowser {
  cookie: string
  csrf: string
  address: string
  call<Body>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object): Promise<Answer<Body>>
}

export interface Answer<Body> {
  readonly status: number
  readonly body: Body
  /** The refusal's code; undefined when it was none. */
  readonly code: string | undefined
  readonly setCookie: string
}

export function testBrowser(app: FastifyInstance, address = '10.0.0.1'): TestBrowser {
  const browser: TestBrowser = {
    cookie: '',
    csrf: '',
    address,
    async call<Body>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: object) {
      const request: InjectOptions = {
        method,
        url,
        headers: {
          'x-csrf': browser.csrf,
          'x-forwarded-for': browser.address,
          ...(browser.cookie ? { cookie: browser.cookie } : {}),
        },
        ...(body ? { payload: body } : {}),
      }
      const answer = await app.inject(request)
      const setCookie = String(answer.headers['set-cookie'] ?? '')
      const given = /^jiangxin=[^;]*/.exec(setCookie)?.[0]
      if (given) browser.cookie = given
      const parsed = (answer.body ? answer.json() : null) as (Partial<WireError> & { csrf?: string }) | null
      if (parsed?.csrf) browser.csrf = parsed.csrf
      return { status: answer.statusCode, body: parsed as Body, code: parsed?.error?.code, setCookie }
    },
  }
  return browser
}
