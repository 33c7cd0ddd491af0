import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import helmet from 'helmet'

/** Headers of every answer, as the library sets them. They depend on no request: they are asked for once. */
function headersOf(isHttps: boolean): readonly (readonly [name: string, value: string])[] {
  const headers: [string, string][] = []
  const answer = { setHeader: (name: string, value: string) => void headers.push([name, value]), removeHeader() {} }
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // antd writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        scriptSrc: ["'self'"],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: isHttps ? [] : null,
      },
    },
    strictTransportSecurity: isHttps,
  })({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error) throw error
  })
  return headers
}

/** Sends them with whatever is answered, also by routes that write their answer themselves. A route may set its own over them. */
export function sendSafeHeaders(app: FastifyInstance, isHttps: boolean): void {
  const headers = headersOf(isHttps)
  app.addHook('onRequest', (_request, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value)
    done()
  })
}
