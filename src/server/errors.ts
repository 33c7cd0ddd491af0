import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import { Refusal, type RefusalCode } from '../engine/refusal.ts'
import type { Label } from '../language/label.ts'
import type { WireError } from '../language/wire.ts'

/**
 * Makes every answer that is not a success a WireError: refusals with their status, bodies that do not fit with the
 * names of the fields, unknown addresses; anything else is a 500 that says no more than a number to find it in the log.
 */
export function installErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error: unknown, request, reply) => answerError(error, request, reply))
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const message = {
      zh: `没有这个地址：${request.method} ${path}`,
      en: `There is no such address: ${request.method} ${path}`,
    }
    return send(reply, 404, { code: 'not-found', message })
  })
}

export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refusal)
    return send(reply, error.status, { code: error.code, message: error.label, ...error.details })
  if (error instanceof ZodError) return send(reply, 400, badRequest(error))
  const known = isFastifyError(error)
    ? fromFastify(error)
    : (brokenForm(error) ?? stumbled(error) ?? storageFull(error) ?? fromDatabase(error))
  if (known?.code === 'unavailable') {
    request.log.error({ requestId: request.id, error: forLog(error) }, 'the database does not answer')
    reply.header('retry-after', '2')
  }
  if (known?.code === 'storage-full')
    request.log.fatal({ requestId: request.id, error: forLog(error) }, 'there is no room left on the disk')
  if (known) return send(reply, known.status, { code: known.code, message: known.label })
  request.log.error(
    { requestId: request.id, method: request.method, route: request.routeOptions.url, error: forLog(error) },
    'request failed',
  )
  return send(reply, 500, {
    code: 'internal',
    message: {
      zh: `服务器内部错误，请把编号 ${request.id} 告诉管理员`,
      en: `Internal error. Tell your administrator the number ${request.id}`,
    },
    requestId: request.id,
  })
}

const send = (reply: FastifyReply, status: number, error: WireError['error']) =>
  reply.status(status).send({ error } satisfies WireError)

function badRequest(error: ZodError): WireError['error'] {
  // Only where and what kind: zod's own messages may repeat what was sent, and that may be a password.
  const problems = error.issues.map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
    const field = [...issue.path, ...keys].map(String).join('.')
    return { field, message: { zh: `“${field}”的内容不符合要求`, en: `"${field}" is not as required (${issue.code})` } }
  })
  return {
    code: 'bad-request',
    message: { zh: '提交的内容不符合要求', en: 'What was sent is not as required' },
    problems,
  }
}

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500

function fromFastify(error: FastifyError): { status: number; code: RefusalCode; label: Label } | null {
  const status = error.statusCode ?? 500
  if (status === 413)
    return { status, code: 'too-large', label: { zh: '提交的内容过大', en: 'What was sent is too large' } }
  if (status === 404) return { status, code: 'not-found', label: { zh: '没有找到', en: 'Not found' } }
  if (status === 429)
    return {
      status,
      code: 'too-many',
      label: { zh: '请求过于频繁，请稍后再试', en: 'Too many requests: try again later' },
    }
  if (status >= 400) return { status, code: 'bad-request', label: MALFORMED }
  return null
}

/** An upload that broke off on its way: the parser's errors have no code. */
function brokenForm(error: unknown): { status: number; code: RefusalCode; label: Label } | null {
  if (!(error instanceof Error) || !/^Multipart:|end of multipart data$/.test(error.message)) return null
  const label = {
    zh: '文件没有传完，请重新上传',
    en: 'The file did not arrive completely: send it again',
  }
  return { status: 400, code: 'bad-request', label }
}

/**
 * What was sent is an object that says of itself how it is written, {"toString": 1}, where a text or number was due:
 * neither zod nor JavaScript can compare it. Nothing of ours makes such an object.
 */
function stumbled(error: unknown): { status: number; code: RefusalCode; label: Label } | null {
  if (!(error instanceof TypeError) || error.message !== 'Cannot convert object to primitive value') return null
  return { status: 400, code: 'bad-request', label: MALFORMED }
}

const MALFORMED: Label = { zh: '请求格式不正确', en: 'The request is malformed' }

/** No room in the folder of files (or its quota is used up), or where the database lies. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100'])

function storageFull(error: unknown): { status: number; code: RefusalCode; label: Label } | null {
  if (!(error instanceof Error) || !('code' in error) || !FULL.has(String(error.code))) return null
  const label = {
    zh: '服务器的磁盘已满，您的内容没有保存。请联系系统管理员腾出空间，然后重试',
    en: 'The server’s disk is full and nothing was saved. Ask the system administrator to make room, then try again',
  }
  return { status: 507, code: 'storage-full', label }
}

/** Values that no column holds: a character that PostgreSQL does not keep, a number, date or id that is none. */
const UNFIT = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008'])

/** No connection, or it broke, or the server is starting, stopping or full: waiting helps. */
const GONE = /^(08\w{3}|57P0[1-4]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH)$/
const BROKEN =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** The database does not answer, which is nobody's mistake. */
export const isDatabaseGone = (error: unknown): boolean =>
  error instanceof Error && (GONE.test('code' in error ? String(error.code) : '') || BROKEN.test(error.message))

function fromDatabase(error: unknown): { status: number; code: RefusalCode; label: Label } | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  if (UNFIT.has(code)) {
    const label = {
      zh: '提交的内容含有无法保存或比较的字符、数字、日期或编号',
      en: 'What was sent has a character, number, date or id that can neither be kept nor compared',
    }
    return { status: 400, code: 'bad-request', label }
  }
  if (!isDatabaseGone(error)) return null
  const label = {
    zh: '数据库暂时没有响应，您的内容没有保存，请稍后重试',
    en: 'The database does not answer at the moment and nothing was saved: try again shortly',
  }
  return { status: 503, code: 'unavailable', label }
}

/** PostgreSQL puts the row's values in `detail` and `where`: they stay out of the log. */
function forLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack } = error
  return { name, message, stack, ...('code' in error ? { code: error.code } : {}) }
}
