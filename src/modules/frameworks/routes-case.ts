import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listColleges } from '../../engine/colleges.ts'
import type { ModuleServer, Tx } from '../../engine/module-server.ts'
import type { Members } from './inside/case-json.ts'
import {
  caseAssociation,
  caseDefinition,
  caseDocument,
  caseDocuments,
  caseItem,
  caseItemAssociations,
  casePackage,
  DEFINITIONS,
} from './inside/case-service.ts'

const SERVICE = '/ims/case/v1p1'
/** CASE answers these as lists although one is asked for. */
const AS_LIST: ReadonlySet<string> = new Set(['CFConcepts', 'CFSubjects', 'CFItemTypes'])

const place = z.object({ college: z.string().max(60).optional(), id: z.string().max(100).optional() })
const page = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).default(0),
  sort: z.string().max(60).optional(),
  orderBy: z.enum(['asc', 'desc']).default('asc'),
  fields: z.string().max(1000).optional(),
})

type Asked = Parameters<typeof caseDocuments>[0]
type Find = (asked: Asked, id: string) => Promise<Members | null>

/** The CASE 1.1 REST binding: frameworks that are adopted or deprecated, for anyone. */
export function caseRoutes(app: FastifyInstance, { engine, addressOf }: ModuleServer): void {
  /** At the root when the server has one college, and always below the college's own address. */
  const serve = (
    path: string,
    answer: (asked: Asked, request: FastifyRequest, reply: FastifyReply) => Promise<Members | null>,
  ) => {
    for (const root of ['', '/colleges/:college'])
      app.get(`${root}${SERVICE}${path}`, async (request, reply) => {
        const { college } = place.parse(request.params)
        reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
        const colleges = await listColleges(engine)
        const found =
          college === undefined
            ? colleges.length === 1
              ? colleges[0]
              : undefined
            : colleges.find(({ code }) => code === college)
        if (!found)
          return failure(
            reply,
            college === undefined
              ? `This server has several colleges: ask at /colleges/<code>${SERVICE}${path}`
              : `There is no college "${college}" on this server`,
          )
        const base = `${addressOf(request)}${root.replace(':college', found.code)}${SERVICE}`
        const members = await engine.database.inCollege(found.id, (tx: Tx) =>
          answer({ engine, tx, base }, request, reply),
        )
        if (members === null) return failure(reply, 'There is no adopted or deprecated object with this identifier')
        // Numbers that were kept as they were written are only understood by JSON.stringify itself.
        return reply.type('application/json; charset=utf-8').send(JSON.stringify(members))
      })
  }
  const one = (path: string, find: Find) =>
    serve(`/${path}/:id`, (asked, request) => find(asked, place.parse(request.params).id ?? ''))

  serve('/CFDocuments', async (asked, request, reply) => {
    const { limit, offset, sort, orderBy, fields } = page.parse(request.query)
    const all = await caseDocuments(asked)
    reply.header('x-total-count', String(all.length))
    const key = (document: Members) => String(document[sort ?? ''] ?? '')
    const sorted = sort === undefined ? all : all.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
    const wanted = fields?.split(',').map((field) => field.trim())
    const CFDocuments = (orderBy === 'desc' ? sorted.toReversed() : sorted)
      .slice(offset, offset + limit)
      .map((document) =>
        wanted ? Object.fromEntries(Object.entries(document).filter(([name]) => wanted.includes(name))) : document,
      )
    return { CFDocuments }
  })
  one('CFDocuments', caseDocument)
  one('CFPackages', casePackage)
  one('CFItems', caseItem)
  one('CFItemAssociations', caseItemAssociations)
  one('CFAssociations', caseAssociation)
  for (const list of [...DEFINITIONS, 'CFRubrics'] as const)
    one(list, async (asked, id) => {
      const found = await caseDefinition(asked, list, id)
      return found !== null && AS_LIST.has(list) ? { [list]: [found] } : found
    })
}

const failure = (reply: FastifyReply, description: string) =>
  reply.status(404).send({
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: description,
    imsx_CodeMinor: {
      imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'sourcedId', imsx_codeMinorFieldValue: 'unknownobject' }],
    },
  })
