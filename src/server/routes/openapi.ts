import type { FastifyInstance } from 'fastify'
import type { Field } from '../../language/fields.ts'
import type { AnyRegister } from '../../language/register.ts'
import { statesOf } from '../../language/catalogue.ts'
import type { ServerContext } from '../context.ts'

type Schema = Readonly<Record<string, unknown>>

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
      return text({ enum: Object.keys(field.codes.values) })
    case 'choices':
      return {
        ...described,
        ...nullable({ type: 'array', items: { type: 'string', enum: Object.keys(field.codes.values) } }),
      }
    case 'reference':
      return { ...described, ...nullable({ type: 'string', format: 'uuid', 'x-register': field.register }) }
    case 'files':
      return { ...described, ...nullable({ type: 'array', items: { $ref: '#/components/schemas/File' } }) }
  }
}

const answer = (schema: Schema, description = 'OK') => ({ description, content: { 'application/json': { schema } } })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const errors = {
  400: answer(ref('Error'), 'Malformed'),
  401: answer(ref('Error'), 'Not signed in'),
  403: answer(ref('Error'), 'Not allowed'),
  404: answer(ref('Error'), 'Not there, or not within reach'),
  409: answer(ref('Error'), 'Changed meanwhile'),
  422: answer(ref('Error'), 'To mend'),
}
const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
const body = (schema: Schema) => ({ required: true, content: { 'application/json': { schema } } })

function registerPaths(register: AnyRegister): Record<string, Schema> {
  const path = `/api/registers/${register.name}`
  const name = ref(`${register.name}.record`)
  const tags = [register.label.zh]
  const list = ['q', 'where', 'sort', 'after', 'limit', 'deleted'].map((n) => ({
    name: n,
    in: 'query',
    required: false,
    schema: n === 'limit' ? { type: 'integer', minimum: 1, maximum: 500 } : { type: 'string' },
  }))
  const comment = { type: 'string', maxLength: 2000 }
  const actions = [
    ...new Set(Object.values(register.lifecycle ?? {}).flatMap((t) => Object.keys(t))),
    'delete',
    'restore',
  ]
  return {
    [path]: {
      get: {
        tags,
        summary: `List ${register.label.en.toLowerCase()}`,
        parameters: list,
        responses: {
          200: answer({
            type: 'object',
            properties: {
              rows: { type: 'array', items: name },
              next: { type: ['string', 'null'] },
              total: { type: 'integer' },
              more: { type: 'boolean' },
            },
          }),
          ...errors,
        },
      },
      post: {
        tags,
        summary: 'Create',
        requestBody: body({
          type: 'object',
          required: ['values'],
          properties: { values: ref(`${register.name}.values`), comment },
        }),
        responses: { 201: answer(name, 'Created'), ...errors },
      },
    },
    [`${path}/{id}`]: {
      parameters: [id],
      get: { tags, summary: 'Get', responses: { 200: answer(name), ...errors } },
      patch: {
        tags,
        summary: 'Change',
        requestBody: body({
          type: 'object',
          required: ['values', 'version'],
          properties: { values: ref(`${register.name}.values`), version: { type: 'integer' }, comment },
        }),
        responses: { 200: answer(name), ...errors },
      },
    },
    [`${path}/{id}/actions/{action}`]: {
      parameters: [id, { name: 'action', in: 'path', required: true, schema: { type: 'string', enum: actions } }],
      post: {
        tags,
        summary: 'Act',
        requestBody: body({
          type: 'object',
          required: ['version'],
          properties: { version: { type: 'integer' }, comment },
        }),
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

/** The interface of every register as OpenAPI 3.1, made from the declarations. */
export function openApiDocument(registers: Iterable<AnyRegister>): Schema {
  const all = [...registers]
  return {
    openapi: '3.1.0',
    info: {
      title: '匠心 Jiangxin',
      version: '0.1.0',
      description:
        'Records of a college. Sign in with POST /api/session; send the answer’s `csrf` as header x-csrf with every change.',
    },
    paths: Object.assign({}, ...all.map(registerPaths)) as Schema,
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

export function openApiRoutes(app: FastifyInstance, server: ServerContext): void {
  let document: Schema | undefined
  app.get('/api/openapi.json', () => (document ??= openApiDocument(server.engine.catalogue.registers.values())))
}
