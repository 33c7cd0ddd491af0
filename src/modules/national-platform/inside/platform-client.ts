import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../../engine/refusal.ts'
import { seal, sign, type SealOptions } from './sealed-body.ts'
import { type PlatformPaths, USUAL_PATHS } from './wire-platform.ts'

/** Where the platform is, and how this college signs. */
export interface PlatformAddress extends SealOptions {
  readonly url: string
  readonly appKey: string
  /** As the standard names them when absent. */
  readonly paths?: PlatformPaths
}

/** A row as the standard names it: column → text. */
export type ReportedRow = Readonly<Record<string, string>>

export interface PlatformFault {
  /** The row's key (ZJSJWYXBS). */
  readonly key: string
  readonly column: string | null
  readonly message: string
}
export type CheckResult =
  | { readonly state: 'checking' }
  | { readonly state: 'done'; readonly faults: readonly PlatformFault[] }

export interface PlatformClient {
  /** Authorises, once and without patience. @throws PlatformRefusal, PlatformBusy */
  authorise(): Promise<void>
  /** Hands over rows of a table; a repeated `batch` is the same delivery. @returns the platform's receipt */
  report(table: string, batch: string, rows: readonly ReportedRow[]): Promise<string>
  query(receipt: string): Promise<CheckResult>
}

/** The platform refuses for good: somebody must change something. */
export class PlatformRefusal extends Refusal {
  constructor(zh: string, en: string) {
    super('conflict', { zh, en })
  }
}
/** The platform could not be reached or was busy: later it may work. */
export class PlatformBusy extends Refusal {
  constructor(zh: string, en: string) {
    super('unavailable', { zh, en })
  }
}

const TIMEOUT_MS = 30_000
/** The platform takes timestamps within thirty seconds; beyond this our clock is set by its. */
const DRIFT_MS = 5_000
const ATTEMPTS = 5
const FIRST_WAIT_MS = 500
/** A token is renewed a little before its end. */
const MARGIN_MS = 30_000

interface Token {
  readonly access: string
  readonly refresh: string
  readonly until: number
}
interface Answer {
  readonly code: number
  readonly message?: string
  readonly data?: Record<string, unknown>
}

/** Codes by which the platform says that a token has ended, or that our clock is wrong. */
const TOKEN_ENDED = 401
const CLOCK_WRONG = 408

/**
 * A client of the platform's four calls: keeps the token, follows the platform's clock, tries again what may work
 * later, and waits longer each time.
 * @param waits how long to wait before attempt `n`, in milliseconds
 */
export function platformClient(
  address: PlatformAddress,
  signal?: AbortSignal,
  waits: (attempt: number) => number = (n) => FIRST_WAIT_MS * 2 ** n,
): PlatformClient {
  const paths = address.paths ?? USUAL_PATHS
  let token: Token | null = null
  let clock = 0

  async function post(path: string, body: object, more: Record<string, string> = {}): Promise<Answer> {
    const plain = JSON.stringify(body)
    const timestamp = String(Date.now() + clock)
    const random = randomUUID().replaceAll('-', '')
    let response: Response
    let text: string
    try {
      response = await fetch(address.url.replace(/\/$/, '') + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          app_key: address.appKey,
          timestamp,
          random,
          sign: sign(plain, timestamp, random),
          ...more,
        },
        body: JSON.stringify({ cipherText: seal(plain, address) }),
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]),
      })
      text = await response.text()
    } catch (error) {
      signal?.throwIfAborted()
      const said = reasonOf(error)
      throw new PlatformBusy(
        `连接不上平台。请检查地址和网络（${address.url}，${said}），稍后会再送`,
        `The platform at ${address.url} gave no answer: ${said}. Check address and network; it will be tried again`,
      )
    }
    followClock(response.headers.get('date'))
    if (response.status === 429 || response.status >= 500)
      throw new PlatformBusy(
        `平台忙或出错（HTTP ${response.status}），稍后会再送`,
        `The platform answered ${response.status}: it will be tried again`,
      )
    const answer = answerOf(text)
    if (!answer)
      throw new PlatformBusy(
        `平台的答复不是 JSON（HTTP ${response.status}）：请检查地址和接口路径 ${path}，以及是否经过登录页面或代理`,
        `The platform gave no JSON answer (${response.status}): check the address and the path ${path}, and whether a sign-in page or proxy stands before it`,
      )
    return answer
  }

  function followClock(date: string | null): void {
    const theirs = date ? Date.parse(date) : Number.NaN
    const drift = theirs - Date.now()
    if (Number.isFinite(drift)) clock = Math.abs(drift) > DRIFT_MS ? drift : 0
  }

  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof PlatformBusy) || attempt + 1 >= ATTEMPTS) throw error
        await sleep(waits(attempt), undefined, signal ? { signal } : {})
      }
    }
  }

  async function authorise(): Promise<string> {
    if (token && token.until > Date.now()) return token.access
    if (token) {
      const renewed = await post(paths.refresh, { refreshToken: token.refresh })
      token = renewed.code === 0 ? tokenOf(renewed) : null
    }
    for (let again = 0; token === null; again++) {
      const answer = await post(paths.authorise, { appKey: address.appKey })
      if (answer.code === 0) token = tokenOf(answer)
      else if (answer.code !== CLOCK_WRONG || again > 0)
        throw new PlatformRefusal(
          `平台拒绝了授权。请核对应用标识、密钥、加密模式和编码是否与平台登记的一致。平台的答复：${answer.message ?? answer.code}`,
          `The platform does not authorise this college: ${answer.message ?? answer.code}. Check key, secret, mode and encoding`,
        )
    }
    return token.access
  }

  /** One call with a token; a token that has ended and a clock that was wrong are mended once. */
  const call = (path: string, body: object, more: Record<string, string> = {}) =>
    patiently(async () => {
      for (let again = 0; ; again++) {
        const answer = await post(path, body, { ...more, access_token: await authorise() })
        if (answer.code === 0) return answer.data ?? {}
        if (again === 0 && answer.code === CLOCK_WRONG) continue
        if (again === 0 && answer.code === TOKEN_ENDED) {
          token = token && { ...token, until: 0 }
          continue
        }
        throw new PlatformRefusal(
          `平台拒绝了这次调用：${answer.message ?? answer.code}。改好原因后可重新上报`,
          `The platform refuses: ${answer.message ?? answer.code}. Mend what it names, then send again`,
        )
      }
    })

  return {
    async authorise() {
      await authorise()
    },
    async report(table, batch, rows) {
      // "fileds" is how the standard spells it.
      const data = await call(paths.report, { dataObjName: table, fileds: rows }, { request_id: batch })
      return typeof data['batchNo'] === 'string' ? data['batchNo'] : batch
    },
    async query(receipt) {
      const data = await call(paths.query, { batchNo: receipt })
      if (data['state'] !== 'done') return { state: 'checking' }
      const errors = Array.isArray(data['errors']) ? (data['errors'] as Record<string, unknown>[]) : []
      return {
        state: 'done',
        faults: errors.map((e) => ({
          key: String(e['key'] ?? ''),
          column: typeof e['field'] === 'string' ? e['field'] : null,
          message: String(e['message'] ?? ''),
        })),
      }
    },
  }
}

function answerOf(text: string): Answer | null {
  try {
    const answer = JSON.parse(text) as { code?: unknown; message?: unknown; data?: unknown }
    if (typeof answer !== 'object' || answer === null || Number.isNaN(Number(answer.code))) return null
    return {
      code: Number(answer.code),
      ...(typeof answer.message === 'string' ? { message: answer.message } : {}),
      ...(typeof answer.data === 'object' && answer.data !== null
        ? { data: answer.data as Record<string, unknown> }
        : {}),
    }
  } catch {
    return null
  }
}

function tokenOf({ data }: Answer): Token {
  const seconds = Number(data?.['expiresIn'] ?? 0)
  return {
    access: String(data?.['accessToken'] ?? ''),
    refresh: String(data?.['refreshToken'] ?? ''),
    until: Date.now() + Math.max(0, seconds * 1000 - MARGIN_MS),
  }
}

const reasonOf = (error: unknown) => {
  const { message, cause } = error as { message?: string; cause?: { code?: string } }
  return cause?.code ?? message ?? String(error)
}
