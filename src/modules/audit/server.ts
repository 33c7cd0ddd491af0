import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ModuleServer } from '../../engine/module-server.ts'
import { FINDING_KINDS } from './finding.ts'
import { commentFile } from './inside/audit-file.ts'
import { findingsSheet } from './inside/findings-sheet.ts'
import { markFinding } from './inside/marks.ts'
import { listNames, saveNames } from './inside/own-names.ts'
import { type AuditedFile, auditReport, auditSentFile, checkMayAudit, isHere, stageFor } from './inside/run-audit.ts'
import { VERDICTS } from './wire.ts'

const sent = z.strictObject({ sha256: z.string().length(64), fileName: z.string().min(1).max(200) })
const order = z.strictObject({ file: sent, against: sent.optional() })
/** `wait`: the name under which the page asks how far it is. */
const asked = order.extend({ wait: z.uuid().optional() })
const one = z.object({ id: z.uuid() })
const label = z.strictObject({ zh: z.string().max(2000), en: z.string().max(2000) })
const mark = z.strictObject({
  kind: z.enum(FINDING_KINDS),
  message: label,
  values: z.array(z.string().max(200)).max(100),
  verdict: z.enum(VERDICTS).nullable(),
  reason: z.string().max(2000),
  document: z.string().max(200),
})
const names = z.strictObject({ id: z.uuid().optional(), names: z.array(z.string().max(60)).max(40) })
const exportedAs = z.object({ as: z.enum(['docx', 'xlsx', 'json']), lang: z.enum(['zh', 'en']).default('zh') })
const exported = exportedAs.extend({
  sha256: z.string().length(64),
  fileName: z.string().min(1).max(200),
  againstSha256: z.string().length(64).optional(),
  againstName: z.string().min(1).max(200).optional(),
})

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** The audit of reports: any file that was sent, our own reports, marks on findings, names that mean the same. */
export function routes(app: FastifyInstance, { engine, withActor, hangUp }: ModuleServer): void {
  const path = '/api/report-audits'
  const by =
    (request: FastifyRequest) =>
    <T>(work: Parameters<typeof withActor<T>>[1]) =>
      withActor(request, work)

  // Who presses Cancel or closes the page ends the thread at once.
  app.post(path, async (request, reply) => {
    const { file, against, wait } = asked.parse(request.body)
    return (await auditSentFile({ engine }, by(request), file, against, { signal: hangUp(reply), wait })).audited
  })

  app.get(`${path}/stages/:id`, (request) => {
    const { id } = one.parse(request.params)
    return withActor(request, async (_tx, actor) => ({ stage: stageFor(engine, actor, id) }))
  })

  // A file is forgotten after a while: whoever still has it sends it again before an export.
  app.post(`${path}/here`, (request) => {
    const { file, against } = order.parse(request.body)
    return withActor(request, async (tx, actor) => {
      const each = await Promise.all([file, ...(against ? [against] : [])].map((one) => isHere(engine, tx, actor, one)))
      return { here: each.every(Boolean) }
    })
  })

  app.post(`${path}/reports/:id`, async (request, reply) => {
    const { id } = one.parse(request.params)
    return (await auditReport({ engine }, by(request), id, 'preview.html', { signal: hangUp(reply) })).audited
  })

  app.get(`${path}/reports/:id/export`, async (request, reply) => {
    const { id } = one.parse(request.params)
    const { as, lang } = exportedAs.parse(request.query)
    const signal = hangUp(reply)
    const output = as === 'docx' ? 'report.docx' : 'preview.html'
    const audited = await auditReport({ engine }, by(request), id, output, { signal })
    return sendFindings(reply, as, audited, lang, signal)
  })

  app.get(`${path}/export`, async (request, reply) => {
    const { as, lang, sha256, fileName, againstSha256, againstName } = exported.parse(request.query)
    const against = againstSha256 && againstName ? { sha256: againstSha256, fileName: againstName } : undefined
    const signal = hangUp(reply)
    const audited = await auditSentFile({ engine }, by(request), { sha256, fileName }, against, { signal })
    return sendFindings(reply, as, audited, lang, signal)
  })

  app.post(`${path}/marks`, async (request, reply) => {
    const body = mark.parse(request.body)
    await withActor(request, async (tx, actor) => {
      checkMayAudit(engine, actor)
      await markFinding(tx, actor, body)
    })
    return reply.status(204).send()
  })

  app.get(`${path}/names`, (request) =>
    withActor(request, (tx, actor) => {
      checkMayAudit(engine, actor)
      return listNames(tx)
    }),
  )

  app.put(`${path}/names`, (request) => {
    const body = names.parse(request.body)
    return withActor(request, (tx, actor) => {
      checkMayAudit(engine, actor)
      return saveNames(tx, actor, body)
    })
  })
}

async function sendFindings(
  reply: FastifyReply,
  as: keyof typeof TYPES,
  file: AuditedFile,
  lang: 'zh' | 'en',
  signal: AbortSignal,
) {
  const name = `${file.audited.name.replace(/\.[^.]*$/, '')}-${{ zh: '检查结果', en: 'findings' }[lang]}.${as}`
  return reply
    .header('content-type', TYPES[as])
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(await contentOf(as, file, lang, signal))
}

async function contentOf(
  as: keyof typeof TYPES,
  { audited, bytes }: AuditedFile,
  lang: 'zh' | 'en',
  signal: AbortSignal,
): Promise<Buffer> {
  const { name, findings } = audited
  // A Word document gets the comments itself, as it is; other files lend their text.
  if (as === 'docx')
    return /\.docx$/i.test(name)
      ? Buffer.from(await commentFile({ file: { name, bytes }, findings, lang }, { signal }))
      : (await import('./inside/commented-word.ts')).commentedWord(audited, lang)
  if (as === 'xlsx') return Buffer.from(await findingsSheet(findings, lang))
  const list = findings.map(({ kind, severity, confidence, message, values, places, mark: said }) => ({
    kind,
    severity,
    confidence: Number(confidence),
    message: message[lang],
    values,
    places,
    ...(said ? { mark: said } : {}),
  }))
  return Buffer.from(JSON.stringify(list, null, 2))
}
