import type { FastifyInstance } from 'fastify'

export interface Route {
  readonly method: string
  /** With its parameters: /api/registers/:register/:id */
  readonly url: string
}

/** Every route of a server that is ready, so that a test which visits all of them meets a new one by itself. */
export function routesOf(app: FastifyInstance): Route[] {
  const path: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods] = /^([│ ]*)[├└]── (\S+)(?: \(([^)]*)\))?$/.exec(line) ?? []
      if (part === '') return []
      const depth = indent.length / 4
      path.splice(depth, Infinity, part)
      const url = path.join('')
      return (methods?.split(', ') ?? []).map((method) => ({ method, url }))
    })
}
