import { setTimeout as sleep } from 'node:timers/promises'
import { compareDecimals } from '../../../fields/decimal/rule.ts'
import type { HttpSource } from '../../../language/wire-feeds.ts'
import { SheetError } from '../../sheets/sheet-error.ts'
import { decodeText } from '../../sheets/decode-text.ts'
import type { SheetCell } from '../../sheets/sheet.ts'
import { flattenRow, parseExactly, valueAt } from './json-rows.ts'
import { BATCH, type ReadOptions, saidBy, type SourceBatch, sourceRefusal } from './source.ts'

const ANSWER_SECONDS = 60
const ATTEMPTS = 5
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 60_000
const MEGABYTE = 1_048_576
/** Of one answer, which is held in memory whole. */
const ANSWER_MEGABYTES = 32
/** Of a whole run: a source that never ends must end somewhere. */
const RUN_MEGABYTES = 4096

export interface HttpPace {
  /** Milliseconds before the next attempt. */
  readonly wait: (attempt: number) => number
  readonly answerSeconds: number
  readonly answerBytes: number
}
const USUAL_PACE: HttpPace = {
  wait: (attempt) => FIRST_WAIT_MS * 4 ** attempt,
  answerSeconds: ANSWER_SECONDS,
  answerBytes: ANSWER_MEGABYTES * MEGABYTE,
}

/** Later it may work. */
class Passing extends Error {
  readonly waitMs: number | undefined
  constructor(message: string, waitMs?: number) {
    super(message)
    this.waitMs = waitMs
  }
}

/**
 * The rows of an HTTP source, page after page. Busy, broken and silent answers are asked for again, waiting longer each
 * time.
 * @throws Refusal 503 in words
 */
export async function* readHttp(
  source: HttpSource,
  options: ReadOptions,
  pace: HttpPace = USUAL_PACE,
): AsyncGenerator<SourceBatch> {
  const { since, limit = Infinity, signal } = options
  const { paging } = source
  let read = 0
  let bytes = 0
  let page = paging.by === 'page' ? paging.first : 0
  let cursor: string | null = null
  let previous = ''
  let waiting: Readonly<Record<string, SheetCell>>[] = []
  const batch = (rows: readonly Readonly<Record<string, SheetCell>>[]): SourceBatch => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const numbered = rows.map((row, index) => ({
      number: read + index + 1,
      cells: columns.map((name) => row[name] ?? null),
    }))
    read += rows.length
    return { columns, rows: numbered }
  }
  for (;;) {
    const url = new URL(source.url)
    if (since?.value && source.sinceParameter) url.searchParams.set(source.sinceParameter, since.value)
    if (paging.by === 'page' || paging.by === 'offset') {
      url.searchParams.set(paging.parameter, String(paging.by === 'page' ? page : read + waiting.length))
      if (paging.sizeParameter) url.searchParams.set(paging.sizeParameter, String(paging.size))
    } else if (paging.by === 'cursor' && cursor !== null) url.searchParams.set(paging.parameter, cursor)
    const text = await patiently(source, url, options.secret, signal, pace)
    bytes += text.length
    if (bytes > RUN_MEGABYTES * MEGABYTE)
      throw sourceRefusal(
        `来源一次给出的内容超过 ${RUN_MEGABYTES} MB，请缩小范围或改用增量`,
        `The source gave more than ${RUN_MEGABYTES} MB in one run: narrow it, or take only what changed`,
      )
    const answer = parsed(text)
    const rows = rowsOf(source, answer)
    if (paging.by !== 'none' && rows.length > 0 && text === previous)
      throw sourceRefusal(
        '来源连续两页内容完全相同：请检查翻页参数是否正确',
        'Two pages of the source are the very same: check the parameters of its paging',
      )
    previous = text
    waiting.push(...rows)
    const isWanted = read + waiting.length < limit
    const next: string | undefined = isWanted ? nextOf(source, answer, rows.length, cursor) : undefined
    while (waiting.length >= BATCH) yield batch(waiting.splice(0, BATCH))
    if (next === undefined) break
    page++
    cursor = next
  }
  waiting = waiting.slice(0, Math.max(0, limit - read))
  if (read === 0 || waiting.length > 0) yield batch(waiting)
}

/** The cursor of the next page ('' where it needs none); undefined when this was the last. */
function nextOf({ paging }: HttpSource, answer: unknown, rows: number, cursor: string | null): string | undefined {
  if (paging.by === 'none' || (paging.by !== 'cursor' && rows < (paging.sizeParameter ? paging.size : 1)))
    return undefined
  if (paging.by !== 'cursor') return ''
  const found = valueAt(answer, paging.path)
  if (found === null || found === undefined || found === '' || found === false) return undefined
  if (String(found) === cursor)
    throw sourceRefusal(
      `来源给出的下一页标记“${cursor}”没有变化：请检查翻页设置`,
      `The source gave the same cursor again (“${cursor}”): check the paging`,
    )
  return String(found)
}

async function patiently(
  source: HttpSource,
  url: URL,
  secret: string | null,
  signal: AbortSignal | undefined,
  pace: HttpPace,
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask(source, url, secret, signal, pace)
    } catch (error) {
      signal?.throwIfAborted()
      if (!(error instanceof Passing)) throw error
      if (attempt + 1 >= ATTEMPTS)
        throw sourceRefusal(
          `${url.host} 连续 ${ATTEMPTS} 次没有正常回答（${error.message}）；已写入的保留，稍后会再试`,
          `${url.host} gave no good answer ${ATTEMPTS} times (${error.message}); what was taken stays, it will be tried again later`,
        )
      await sleep(Math.min(error.waitMs ?? pace.wait(attempt), LONGEST_WAIT_MS), undefined, signal ? { signal } : {})
    }
  }
}

async function ask(
  source: HttpSource,
  url: URL,
  secret: string | null,
  signal: AbortSignal | undefined,
  pace: HttpPace,
): Promise<string> {
  const timeout = AbortSignal.timeout(pace.answerSeconds * 1000)
  let response: Response
  try {
    response = await fetch(url, {
      headers: { accept: 'application/json', ...signInHeaders(source, secret) },
      // What is secret is not carried on to another address.
      redirect: 'manual',
      signal: AbortSignal.any([timeout, ...(signal ? [signal] : [])]),
    })
  } catch (error) {
    throw new Passing(
      timeout.aborted ? `${pace.answerSeconds} s` : saidBy((error as { cause?: unknown }).cause ?? error),
    )
  }
  const { status } = response
  if (status === 429 || status >= 500) {
    await response.body?.cancel()
    throw new Passing(`HTTP ${status}`, retryAfter(response.headers.get('retry-after')))
  }
  if (status !== 200) {
    await response.body?.cancel()
    throw refusedBy(url, status)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length
      if (size > pace.answerBytes) throw tooLarge(pace.answerBytes)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Error && 'status' in error) throw error
    throw new Passing(
      timeout.aborted ? `${pace.answerSeconds} s` : saidBy((error as { cause?: unknown }).cause ?? error),
    )
  }
  return textOf(Buffer.concat(chunks), response.headers.get('content-type') ?? '')
}

function signInHeaders({ signIn }: HttpSource, secret: string | null): Record<string, string> {
  if (signIn.by === 'none' || secret === null) return {}
  if (signIn.by === 'bearer') return { authorization: `Bearer ${secret}` }
  if (signIn.by === 'header') return { [signIn.header]: secret }
  return { authorization: `Basic ${Buffer.from(`${signIn.user}:${secret}`).toString('base64')}` }
}

/** Milliseconds that the server asks us to wait. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now()
  return ms >= 0 ? ms : undefined
}

/** By the encoding that the source names; by the bytes where it names none. */
function textOf(bytes: Buffer, type: string): string {
  const named = /charset="?([\w-]+)/i.exec(type)?.[1]
  try {
    return named && !/^utf-?8$/i.test(named) ? new TextDecoder(named, { fatal: true }).decode(bytes) : decodeText(bytes)
  } catch (error) {
    if (error instanceof SheetError || error instanceof TypeError || error instanceof RangeError)
      throw sourceRefusal(
        '来源的文字编码无法识别，请让对方以 UTF-8 输出',
        'The encoding of the answer is not recognised: have the source write UTF-8',
      )
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return parseExactly(text)
  } catch {
    // Cut short or a page of a proxy: which, nobody can tell.
    throw sourceRefusal(
      `来源的回答不是 JSON（开头是“${text.slice(0, 60).replace(/\s+/g, ' ')}”）：请检查地址，或是否被登录页面拦截`,
      `The answer is no JSON (it begins “${text.slice(0, 60).replace(/\s+/g, ' ')}”): check the address, and whether a sign-in page stands before it`,
    )
  }
}

function rowsOf(source: HttpSource, answer: unknown): Readonly<Record<string, SheetCell>>[] {
  const list = valueAt(answer, source.path)
  if (!Array.isArray(list)) {
    const keys =
      answer !== null && typeof answer === 'object' ? Object.keys(answer).slice(0, 12).join(', ') : typeof answer
    throw sourceRefusal(
      `回答中“${source.path || '（最外层）'}”不是列表：请检查“行所在的位置”。回答里有：${keys}`,
      `“${source.path || '(the whole)'}” of the answer is no list: check where the rows stand. The answer has: ${keys}`,
    )
  }
  return list.map((row) => flattenRow(row))
}

const tooLarge = (limit: number) =>
  sourceRefusal(
    `来源一次回答超过 ${Math.round(limit / MEGABYTE)} MB：请分页，或减小每页的行数`,
    `One answer of the source is larger than ${Math.round(limit / MEGABYTE)} MB: use paging, or smaller pages`,
  )

function refusedBy(url: URL, status: number) {
  const where = `${url.origin}${url.pathname}`
  if (status === 401 || status === 403)
    return sourceRefusal(
      `${where} 拒绝访问（${status}）：请检查令牌或密码`,
      `${where} refused access (${status}): check the token or password`,
    )
  if (status === 404)
    return sourceRefusal(`${where} 不存在（404）：请检查地址`, `${where} is not there (404): check the address`)
  if (status >= 300 && status < 400)
    return sourceRefusal(
      `${where} 转到了别的地址（${status}）：请直接填写最终的地址`,
      `${where} leads to another address (${status}): enter that one`,
    )
  return sourceRefusal(`${where} 回答 ${status}`, `${where} answered ${status}`)
}

/** The higher of two values of a column by which changes are told: numbers as numbers, everything else as texts. */
export function higher(a: string | null, b: string): string {
  if (a === null) return b
  const numbers = [a, b].every((text) => /^-?\d+(?:\.\d+)?$/.test(text))
  return (numbers ? compareDecimals(a, b) : a < b ? -1 : 1) < 0 ? b : a
}
