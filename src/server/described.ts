import type { z } from 'zod'

/** What a route checks what it is sent with: the very schemas, from which its description is made (see openapi.ts). */
export interface Described {
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** It takes a file, as multipart/form-data. */
  readonly upload?: true
}

declare module 'fastify' {
  interface FastifyContextConfig {
    described?: Described
  }
}

/** The options of a route that say what it takes. */
export const described = (described: Described): { readonly config: { readonly described: Described } } => ({
  config: { described },
})
