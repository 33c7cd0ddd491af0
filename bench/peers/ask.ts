import type { Address } from './product.ts'

/** One request outside the measured load; a form is sent as such, anything else as JSON. @throws Error with the answer's text */
export async function ask<T = unknown>(
  { url, headers }: Address,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const isForm = body instanceof FormData
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...headers, ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    // Some take a minute for an import.
    signal: AbortSignal.timeout(300_000),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}
