import { z } from 'zod'
import { SCOPES, type Scope } from './clients.ts'
import { batchRow } from './register-batch.ts'
import { EVENTS } from './webhooks.ts'

const json = (schema: z.ZodType) => {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
const text = { type: 'string' } as const
const answers = {
  200: { description: 'OK', content: { 'application/json': { schema: { type: 'object' } } } },
  401: { description: 'The token is not valid or over' },
  403: { description: 'The token lacks the scope, or the learner’s consent is missing' },
  429: { description: 'Above the quota: wait for the seconds of Retry-After' },
}
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: text })
const call = (summary: string, scope: Scope | null, more: object = {}) => ({
  summary,
  security: [{ oauth: scope === null ? [] : [scope] }],
  responses: answers,
  ...more,
})
const body = (schema: object) => ({ requestBody: { required: true, content: { 'application/json': { schema } } } })

/** What programs of institutions may call, as OpenAPI 3.1; the rows are described by the very schemas that check them. */
export const interfaceDocument = (): object => ({
  openapi: '3.1.0',
  info: {
    title: '学分银行机构接口 Credit bank: interface for institutions',
    version: '1.0.0',
    description:
      'A client of a sandbox goes through every check; what it writes is undone, and its answers say "sandbox": true. Notices are signed: X-Jiangxin-Signature is t=<unix seconds>,v1=<hex of HMAC-SHA-256 over "<seconds>.<body>">; refuse what is older than five minutes.',
  },
  servers: [{ url: '/api/credit-bank' }],
  paths: {
    '/v1/outcomes': {
      post: call('Register outcomes, up to 5,000 in a call; each row has its own result', 'outcomes:write', {
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { ...text, maxLength: 100 },
            description: 'The same key and body give the same answer, for 30 days',
          },
        ],
        ...body({
          type: 'object',
          required: ['rows'],
          properties: { rows: { type: 'array', maxItems: 5000, items: json(batchRow) } },
        }),
      }),
    },
    '/v1/learners/{number}/outcomes': {
      get: call('Accredited outcomes of a learner who consents', 'outcomes:read', { parameters: [inPath('number')] }),
    },
    '/v1/rules': { get: call('Rules of the institution in force', 'rules:read') },
    '/v1/conversions': {
      get: call('Conversions at the institution', 'conversions:read', {
        parameters: ['state', 'after', 'limit'].map((name) => ({ name, in: 'query', required: false, schema: text })),
      }),
    },
    '/v1/conversions/{id}/decision': {
      post: call('Approve or refuse an application', 'conversions:decide', {
        parameters: [inPath('id')],
        ...body({
          type: 'object',
          required: ['action'],
          properties: { action: { type: 'string', enum: ['approve', 'refuse'] }, reason: { ...text, maxLength: 1000 } },
        }),
      }),
    },
    '/v1/ping': { post: call('Try the token, and have a notice sent', null) },
  },
  webhooks: Object.fromEntries(
    EVENTS.map((event) => [
      event,
      {
        post: {
          summary: event,
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['event', 'at', 'sandbox', 'data'],
                  properties: {
                    event: { const: event },
                    at: text,
                    sandbox: { type: 'boolean' },
                    data: { type: 'object' },
                  },
                },
              },
            },
          },
          responses: {
            '2XX': { description: 'Taken. Anything else is tried again after 1, 5, 30, 120 and 480 minutes' },
          },
        },
      },
    ]),
  ),
  components: {
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: {
          clientCredentials: {
            tokenUrl: '/api/credit-bank/oauth/token',
            scopes: Object.fromEntries(SCOPES.map((scope) => [scope, scope.replace(':', ' ')])),
          },
        },
      },
    },
  },
})
