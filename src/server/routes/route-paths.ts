import { z } from 'zod'
import type { Described } from '../described.ts'

export type Schema = Readonly<Record<string, unknown>>

/** A route as Fastify has it. */
export interface RouteFacts {
  readonly method: string
  /** With its parameters: /api/registers/:register/:id */
  readonly url: string
  readonly described?: Described
}

/** What a route accepts, as JSON Schema; what JSON cannot say is left open. */
export const jsonSchema = (schema: z.ZodType): Schema => {
  const { $schema: _version, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return json
}
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
export const answer = (schema: Schema, description = 'OK'): Schema => ({
  description,
  content: { 'application/json': { schema } },
})
export const body = (schema: Schema, type = 'application/json'): Schema => ({
  required: true,
  content: { [type]: { schema } },
})
export const parameter = (name: string, place: 'path' | 'query', schema: Schema, required = true): Schema => ({
  name,
  in: place,
  required,
  schema,
})
/** The parameters of a query that a route checks. */
export function queryParameters(schema: z.ZodType): Schema[] {
  const { properties = {}, required = [] } = jsonSchema(schema) as {
    properties?: Record<string, Schema>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, one]) => parameter(name, 'query', one, required.includes(name)))
}

export const errors: Schema = {
  400: answer(ref('Error'), 'Malformed'),
  401: answer(ref('Error'), 'Not signed in'),
  403: answer(ref('Error'), 'Not allowed'),
  404: answer(ref('Error'), 'Not there, or not within reach'),
  409: answer(ref('Error'), 'Changed meanwhile'),
  422: answer(ref('Error'), 'To mend'),
  503: answer(ref('Error'), 'The database does not answer'),
  507: answer(ref('Error'), 'The disk is full'),
}

/** Types of files by the end of their address. */
const FILES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  html: 'text/html',
}
const UPLOAD: Schema = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
}

/** The path of a route in the document's notation. */
export const pathOf = (url: string): string => url.replace(/:(\w+)/g, '{$1}')

/** Routes as paths: what each takes is what it checks. */
export function routePaths(routes: readonly RouteFacts[], registers: readonly string[]): Record<string, Schema> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { method, url, described } of routes) {
    const names = [...url.matchAll(/:(\w+)/g)].map(([, name]) => name!)
    const type = /\.(\w+)$/.exec(url)?.[1]
    const isOpen = !url.startsWith('/api/')
    const inPath = names.map((name) =>
      parameter(
        name,
        'path',
        name === 'register' && !isOpen ? { type: 'string', enum: registers } : { type: 'string' },
      ),
    )
    const requestBody = described?.upload
      ? body(UPLOAD, 'multipart/form-data')
      : described?.body && body(jsonSchema(described.body))
    const ok = type && FILES[type] ? { description: 'OK', content: { [FILES[type]]: {} } } : answer({}, 'OK')
    const path = (paths[pathOf(url)] ??= {})
    path[method.toLowerCase()] = {
      tags: [url.split('/')[2] ?? url.slice(1)],
      summary: `${method} ${pathOf(url)}`,
      parameters: [...inPath, ...(described?.query ? queryParameters(described.query) : [])],
      ...(requestBody ? { requestBody } : {}),
      responses: { '2XX': ok, ...errors },
    }
  }
  return paths
}
