import type { Label, WireError } from '../../language/index.ts'

type ErrorBody = WireError['error']

/** A refusal by the server, or a request that never arrived (`status` 0). */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly label: Label
  readonly problems: NonNullable<ErrorBody['problems']>
  readonly current: ErrorBody['current']
  readonly changes: ErrorBody['changes']
  readonly requestId: string | undefined
  constructor(status: number, body: ErrorBody) {
    super(body.message.en)
    this.name = 'ApiError'
    this.status = status
    this.code = body.code
    this.label = body.message
    this.problems = body.problems ?? []
    this.current = body.current
    this.changes = body.changes
    this.requestId = body.requestId
  }
}

let csrf = ''
let whenSignedOut: () => void = () => {}

/** The token that every changing request must carry; comes with the account. */
export function setCsrf(token: string): void {
  csrf = token
}

/** Called when the server no longer knows the session. */
export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener
}

const OFFLINE: ErrorBody = {
  code: 'unreachable',
  message: {
    zh: '连接不上服务器。请检查网络后重试，已填写的内容仍保留在此页面。',
    en: 'The server cannot be reached. Check the network and try again; what you entered is still on this page.',
  },
}
const UNREADABLE: ErrorBody = {
  code: 'unreadable',
  message: {
    zh: '服务器的回答无法读取。请稍后重试；若仍如此，请联系系统管理员。',
    en: 'The answer of the server cannot be read. Try again later; if it stays so, tell the system administrator.',
  },
}

/** The error that a failed response stands for. */
export function errorOf(status: number, text: string): ApiError {
  try {
    const body = JSON.parse(text) as Partial<WireError>
    if (body.error?.message?.zh) return new ApiError(status, body.error)
  } catch {
    // Not JSON: a proxy answered, or nobody.
  }
  return new ApiError(status, UNREADABLE)
}

async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (method !== 'GET') headers['x-csrf'] = csrf
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (signal) init.signal = signal
  if (body instanceof FormData) init.body = body
  else if (body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(body)
  }
  let response: Response
  try {
    response = await fetch(`/api${path}`, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(0, OFFLINE)
  }
  const text = await response.text()
  if (!response.ok) {
    const error = errorOf(response.status, text)
    if (response.status === 401 && error.code !== 'wrong-credentials') whenSignedOut()
    throw error
  }
  if (text === '') return undefined as T
  try {
    return JSON.parse(text) as T
  } catch {
    throw new ApiError(response.status, UNREADABLE)
  }
}

/** The one way to the server. Paths are written without `/api`. */
export const api = {
  get: <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, undefined, signal),
  post: <T>(path: string, body: unknown = {}, signal?: AbortSignal) => call<T>('POST', path, body, signal),
  put: <T>(path: string, body: unknown) => call<T>('PUT', path, body),
  patch: <T>(path: string, body: unknown) => call<T>('PATCH', path, body),
  delete: <T>(path: string, body?: unknown) => call<T>('DELETE', path, body),
}

/**
 * Sends one file; `onProgress` is told the share sent, 0 to 1. fetch cannot report this.
 * @throws the signal's reason once it is aborted: the server then stops, too
 */
export function upload<T>(
  path: string,
  file: File,
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    signal?.addEventListener('abort', () => {
      request.abort()
      reject(signal.reason)
    })
    request.open('POST', `/api${path}`)
    request.setRequestHeader('x-csrf', csrf)
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    })
    request.addEventListener('error', () => reject(new ApiError(0, OFFLINE)))
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as T)
      else reject(errorOf(request.status, request.responseText))
    })
    const form = new FormData()
    form.append('file', file, file.name)
    request.send(form)
  })
}

/** `?a=1&b=2` from what is set; empty values are left out. */
export function queryOf(parameters: Readonly<Record<string, string | number | null | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
