import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listColleges } from '../../engine/colleges.ts'
import type { ModuleServer, Tx } from '../../engine/module-server.ts'
import { Refusal } from '../../engine/refusal.ts'
import { badgeFile, type BadgeForm } from './inside/badge-file.ts'
import { isPng, unbake } from './inside/bake.ts'
import { didOf } from './inside/did.ts'
import { type Issuing, issuing } from './inside/issue.ts'
import { didDocument, listKeys } from './inside/keys.ts'
import { badgeText, statusList } from './inside/public-badge.ts'
import { verifyCredential } from './inside/verify.ts'
import { MOST_PICTURE, MOST_TEXT, type WireVerification } from './wire.ts'

const place = z.object({ college: z.string().max(60), token: z.string().max(60).optional() })
const listed = z.object({ college: z.string().max(60), list: z.coerce.number().int().min(1).max(1_000_000) })
const pasted = z.strictObject({ credential: z.string() })

/** Longer bodies are refused by their length already; these are a little longer than what is allowed, to say so in words. */
const BODY = 4 * 1_048_576

const tooLarge = (is: string, most: string) =>
  new Refusal('too-large', {
    zh: `文件有 ${is}，电子证书最大 ${most}：请上传从证书页下载的原文件`,
    en: `The file has ${is}; a certificate has ${most} at most: send the file as it was downloaded`,
  })
const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`

/** What anybody may ask without an account: issuers, certificates, lists of what was revoked, and verification. */
export function publicRoutes(app: FastifyInstance, { engine, addressOf }: ModuleServer): void {
  const inCollege = async <T>(request: FastifyRequest, code: string, work: (tx: Tx, issuer: Issuing) => Promise<T>) => {
    const college = (await listColleges(engine)).find((one) => one.code === code)
    if (!college) throw new Refusal('not-found', { zh: '没有这所学校', en: 'There is no such college' })
    return engine.database.inCollege(college.id, async (tx) => work(tx, await issuing(tx, addressOf(request))))
  }
  /** Verifiers run in browsers of other sites. */
  const open = (reply: FastifyReply) =>
    reply
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('cache-control', 'public, max-age=60')

  app.get('/colleges/:college/did.json', (request, reply) => {
    const { college } = place.parse(request.params)
    open(reply).type('application/did+json')
    return inCollege(request, college, async (tx) =>
      JSON.stringify(didDocument(didOf(addressOf(request), college), await listKeys(tx))),
    )
  })

  app.get('/colleges/:college/status/:list', (request, reply) => {
    const { college, list } = listed.parse(request.params)
    open(reply).type('application/vc')
    return inCollege(request, college, async (tx, issuer) => JSON.stringify(await statusList(engine, tx, issuer, list)))
  })

  app.get('/colleges/:college/credentials/:token', async (request, reply) => {
    const { college, token = '' } = place.parse(request.params)
    const [, name, ending] = /^([\w-]+?)(?:\.(json|png|pdf))?$/.exec(token) ?? []
    const { text, page } = await inCollege(request, college, async (tx, issuer) => ({
      text: await badgeText(tx, name ?? ''),
      page: `${issuer.page}/${name}`,
    }))
    if (!ending) return open(reply).type('application/vc').send(text)
    const { headers, body } = await badgeFile(text, page, ending as BadgeForm)
    return open(reply).headers(headers).send(body)
  })

  app.get('/api/verify/:college/:token', async (request): Promise<WireVerification> => {
    const { college, token = '' } = place.parse(request.params)
    const text = await inCollege(request, college, (tx) => badgeText(tx, token))
    return verifyCredential(engine, JSON.parse(text))
  })

  app.post('/api/verify', { bodyLimit: BODY }, async (request): Promise<WireVerification> => {
    const { credential } = pasted.parse(request.body)
    return verifyText(credential)
  })

  app.post('/api/verify/file', async (request): Promise<WireVerification> => {
    const declared = Number(request.headers['content-length'])
    // Refused before it is read.
    if (declared > MOST_PICTURE + 10_000) throw tooLarge(megabytes(declared), megabytes(MOST_PICTURE))
    if (!request.isMultipart())
      throw new Refusal('bad-request', { zh: '请以表单方式上传文件', en: 'Send the file as multipart/form-data' })
    const part = await request.file({ limits: { fileSize: MOST_PICTURE, files: 1 } })
    if (!part) throw new Refusal('bad-request', { zh: '没有收到文件', en: 'No file arrived' })
    const bytes = await part.toBuffer().catch(() => {
      throw tooLarge(`> ${megabytes(MOST_PICTURE)}`, megabytes(MOST_PICTURE))
    })
    return verifyText(isPng(bytes) ? (unbake(bytes) ?? '') : bytes.toString('utf8'))
  })

  function verifyText(text: string): Promise<WireVerification> {
    if (text.length > MOST_TEXT) throw tooLarge(`${Math.ceil(text.length / 1024)} KB`, `${MOST_TEXT / 1024} KB`)
    return verifyCredential(engine, parsed(text))
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
}
