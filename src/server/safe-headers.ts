import type { FastifyInstance } from 'fastify'

/** What pages may load and who may frame them. antd writes its styles at run time. */
const POLICY = [
  "default-src 'self'",
  "base-uri 'self'",
  "font-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "script-src 'self'",
  "script-src-attr 'none'",
  "style-src 'self' 'unsafe-inline'",
]

/** Headers of every answer, by the OWASP Secure Headers Project. A route may set its own over them. */
const headersOf = (isHttps: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': [...POLICY, ...(isHttps ? ['upgrade-insecure-requests'] : [])].join(';'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  // The filter of old browsers could itself be used against a page.
  'x-xss-protection': '0',
})

/** Sends them with whatever is answered, also by routes that write their answer themselves. */
export function sendSafeHeaders(app: FastifyInstance, isHttps: boolean): void {
  const headers = Object.entries(headersOf(isHttps))
  app.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value)
    done()
  })
}
