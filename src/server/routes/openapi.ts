import type { FastifyInstance } from 'fastify'
import type { Codes } from '../../language/codes.ts'
import type { Field } from '../../language/fields.ts'
import type { AnyRegister } from '../../language/register.ts'
import { statesOf } from '../../language/catalogue.ts'
import type { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { actionsBody, changeBody, listQuery, newBody } from './registers.ts'
import {
  answer,
  body,
  errors,
  jsonSchema,
  parameter,
  queryParameters,
  ref,
  type RouteFacts,
  routePaths,
  type Schema,
} from './route-paths.ts'

/** The values given in place are all there are; a list may have more in a college: GET /api/codes/<list> has today's. */
const codesSchema = (codes: Codes): Schema =>
  codes.is ? { 'x-code-list': codes.name, examples: Object.keys(codes.values) } : { enum: Object.keys(codes.values) }

/** How one field travels, in JSON Schema (OpenAPI 3.1). */
function fieldSchema(field: Field): Schema {
  const nullable = (schema: Schema): Schema => (field.required ? schema : { oneOf: [schema, { type: 'null' }] })
  const described = { title: field.label.zh, description: [field.label.en, field.help?.en].filter(Boolean).join('. ') }
  const text = (more: Schema): Schema => ({ ...described, ...nullable({ type: 'string', ...more }) })
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return text({
        ...(field.maxLength ? { maxLength: field.maxLength } : {}),
        ...('pattern' in field && field.pattern ? { pattern: `^(?:${field.pattern})$` } : {}),
      })
    case 'integer':
      return {
        ...described,
        ...nullable({
          type: 'integer',
          ...(field.min === undefined ? {} : { minimum: field.min }),
          ...(field.max === undefined ? {} : { maximum: field.max }),
        }),
      }
    case 'decimal':
    case 'money':
      return text({ format: 'decimal', pattern: '^-?\\d+(\\.\\d+)?$' })
    case 'date':
      return text({ format: 'date' })
    case 'date-time':
      return text({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' })
    case 'time':
      return text({ pattern: '^\\d{2}:\\d{2}:\\d{2}$' })
    case 'month':
      return text({ pattern: '^\\d{4}-\\d{2}$' })
    case 'period':
    case 'region':
    case 'phone':
    case 'identity-number':
      return text({})
    case 'yes-no':
      return { ...described, ...nullable({ type: 'boolean' }) }
    case 'choice':
      return text(codesSchema(field.codes))
    case 'choices':
      return {
        ...described,
        ...nullable({ type: 'array', items: { type: 'string', ...codesSchema(field.codes) } }),
      }
    case 'reference':
      return { ...described, ...nullable({ type: 'string', format: 'uuid', 'x-register': field.register }) }
    case 'files':
      return { ...described, ...nullable({ type: 'array', items: { $ref: '#/components/schemas/File' } }) }
  }
}

/** A body that a route checks, with the register's own fields in place of any. */
function bodyWith(schema: z.ZodType, values?: Schema): Schema {
  const json = jsonSchema(schema) as { properties?: Record<string, Schema> }
  return body(values ? { ...json, properties: { ...json.properties, values } } : json)
}

/** What there is of every register, in its own words. */
const OF_REGISTERS = new Set([
  'GET /api/registers/:register',
  'POST /api/registers/:register',
  'GET /api/registers/:register/:id',
  'PATCH /api/registers/:register/:id',
  'POST /api/registers/:register/:id/actions/:action',
  'GET /api/registers/:register/:id/history',
])

function registerPaths(register: AnyRegister): Record<string, Schema> {
  const path = `/api/registers/${register.name}`
  const name = ref(`${register.name}.record`)
  const values = ref(`${register.name}.values`)
  const tags = [register.label.zh]
  const id = parameter('id', 'path', { type: 'string', format: 'uuid' })
  const actions = [
    ...new Set(Object.values(register.lifecycle ?? {}).flatMap((t) => Object.keys(t))),
    'delete',
    'restore',
  ]
  const page = {
    type: 'object',
    properties: {
      rows: { type: 'array', items: name },
      next: { type: ['string', 'null'] },
      total: { type: 'integer' },
      more: { type: 'boolean' },
    },
  }
  return {
    [path]: {
      get: {
        tags,
        summary: `List ${register.label.en.toLowerCase()}`,
        parameters: queryParameters(listQuery),
        responses: { 200: answer(page), ...errors },
      },
      post: {
        tags,
        summary: 'Create',
        requestBody: bodyWith(newBody, values),
        responses: { 201: answer(name, 'Created'), ...errors },
      },
    },
    [`${path}/{id}`]: {
      parameters: [id],
      get: { tags, summary: 'Get', responses: { 200: answer(name), ...errors } },
      patch: {
        tags,
        summary: 'Change',
        requestBody: bodyWith(changeBody, values),
        responses: { 200: answer(name), ...errors },
      },
    },
    [`${path}/{id}/actions/{action}`]: {
      parameters: [id, parameter('action', 'path', { type: 'string', enum: actions })],
      post: {
        tags,
        summary: 'Act',
        requestBody: bodyWith(actionsBody),
        responses: { 200: answer(name), ...errors },
      },
    },
    [`${path}/{id}/history`]: {
      parameters: [id],
      get: {
        tags,
        summary: 'History',
        responses: { 200: answer({ type: 'array', items: { type: 'object' } }), ...errors },
      },
    },
  }
}

function registerSchemas(register: AnyRegister): Record<string, Schema> {
  return {
    [`${register.name}.values`]: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(register.fields).map(([n, f]) => [n, fieldSchema(f)])),
    },
    [`${register.name}.record`]: {
      type: 'object',
      required: ['id', 'state', 'version', 'values', 'can'],
      properties: {
        id: { type: 'string', format: 'uuid' },
        state: { type: 'string', enum: [...statesOf(register)] },
        version: { type: 'integer' },
        unitId: { type: 'string' },
        createdBy: { type: 'string' },
        createdAt: { type: 'string', format: 'date-time' },
        updatedAt: { type: 'string', format: 'date-time' },
        deletedAt: { type: ['string', 'null'] },
        values: { type: 'object' },
        masked: { type: 'array', items: { type: 'string' } },
        titles: { type: 'object', additionalProperties: { type: 'string' } },
        can: { type: 'object' },
      },
    },
  }
}

/** The interface as OpenAPI 3.1, made from the declarations of the registers and from the routes themselves. */
export function openApiDocument(registers: Iterable<AnyRegister>, routes: readonly RouteFacts[] = []): Schema {
  const all = [...registers]
  const others = routes.filter(({ method, url }) => !OF_REGISTERS.has(`${method} ${url}`))
  return {
    openapi: '3.1.0',
    info: {
      title: '匠心 Jiangxin',
      version: '0.1.0',
      description:
        'Everything that the screens can do. Sign in with POST /api/session; send the answer’s `csrf` as header x-csrf with every change.',
    },
    paths: Object.assign(
      routePaths(
        others,
        all.map((register) => register.name),
      ),
      ...all.map(registerPaths),
    ) as Schema,
    components: {
      schemas: {
        ...(Object.assign({}, ...all.map(registerSchemas)) as Record<string, Schema>),
        File: {
          type: 'object',
          required: ['sha256', 'name', 'size', 'type'],
          properties: {
            sha256: { type: 'string' },
            name: { type: 'string' },
            size: { type: 'integer' },
            type: { type: 'string' },
          },
        },
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: {
                code: { type: 'string' },
                message: { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } },
                problems: { type: 'array', items: { type: 'object' } },
              },
            },
          },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'jiangxin' },
        csrf: { type: 'apiKey', in: 'header', name: 'x-csrf' },
      },
    },
    security: [{ session: [], csrf: [] }],
  }
}

/** Describes every route that is made after this. */
export function openApiRoutes(app: FastifyInstance, server: ServerContext): void {
  const routes: RouteFacts[] = []
  app.addHook('onRoute', ({ method, url, config }) => {
    const described = config?.described
    for (const one of [method].flat())
      if (one !== 'HEAD' && /^\/(api|public|health|ready)\b/.test(url))
        routes.push({ method: one, url, ...(described ? { described } : {}) })
  })
  let document: Schema | undefined
  app.get('/api/openapi.json', () => (document ??= openApiDocument(server.engine.catalogue.registers.values(), routes)))
}
