import { timingSafeEqual } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ServerContext } from './context.ts'

/** Upper bounds of the counted durations, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10] as const

interface Histogram {
  readonly buckets: number[]
  sum: number
  count: number
}

/** What happened since the program started, as a program that collects measurements reads it. */
export interface Metrics {
  /** Counts an answer. @param seconds from the request's arrival to the last byte */
  answered(method: string, route: string, status: number, seconds: number): void
  /** The text of Prometheus' exposition format, version 0.0.4. */
  text(gauges: Readonly<Record<string, number>>): string
}

export function createMetrics(): Metrics {
  const durations = new Map<string, Histogram>()
  const statuses = new Map<string, number>()
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()
  return {
    answered(method, route, status, seconds) {
      const labels = `method="${method}",route="${route}"`
      let histogram = durations.get(labels)
      if (!histogram) durations.set(labels, (histogram = { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 }))
      BOUNDS.forEach((bound, i) => seconds <= bound && histogram.buckets[i]!++)
      histogram.sum += seconds
      histogram.count++
      const key = `${labels},status="${status}"`
      statuses.set(key, (statuses.get(key) ?? 0) + 1)
    },
    text(gauges) {
      const lines = ['# TYPE jiangxin_requests_total counter']
      for (const [labels, n] of statuses) lines.push(`jiangxin_requests_total{${labels}} ${n}`)
      lines.push('# TYPE jiangxin_request_seconds histogram')
      for (const [labels, { buckets, sum, count }] of durations) {
        BOUNDS.forEach((bound, i) =>
          lines.push(`jiangxin_request_seconds_bucket{${labels},le="${bound}"} ${buckets[i]}`),
        )
        lines.push(
          `jiangxin_request_seconds_bucket{${labels},le="+Inf"} ${count}`,
          `jiangxin_request_seconds_sum{${labels}} ${sum}`,
          `jiangxin_request_seconds_count{${labels}} ${count}`,
        )
      }
      const { rss, heapUsed, external } = process.memoryUsage()
      const all = {
        ...gauges,
        process_resident_memory_bytes: rss,
        nodejs_heap_size_used_bytes: heapUsed,
        nodejs_external_memory_bytes: external,
        // Since the last time that somebody asked.
        nodejs_eventloop_lag_p99_seconds: loop.percentile(99) / 1e9,
        process_start_time_seconds: performance.timeOrigin / 1000,
      }
      loop.reset()
      for (const [name, value] of Object.entries(all)) lines.push(`# TYPE ${name} gauge`, `${name} ${value}`)
      const { user, system } = process.cpuUsage()
      lines.push('# TYPE process_cpu_seconds_total counter', `process_cpu_seconds_total ${(user + system) / 1e6}`)
      return `${lines.join('\n')}\n`
    },
  }
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/

/** With a token: whoever brings it. Without: this machine alone, and nobody for whom a proxy on it asks. */
function mayRead({ settings }: ServerContext, request: FastifyRequest): boolean {
  if (settings.metricsToken) {
    const given = Buffer.from(request.headers.authorization ?? '')
    const expected = Buffer.from(`Bearer ${settings.metricsToken}`)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
  const isForwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((name) => name in request.headers)
  return !isForwarded && LOOPBACK.test(request.socket.remoteAddress ?? '')
}

/** Counts every answer by route, method and status, and shows the counts at /metrics. Addresses and people are not counted. */
export function metricRoutes(app: FastifyInstance, server: ServerContext): void {
  const metrics = createMetrics()
  app.addHook('onResponse', async (request, reply) =>
    // The address as it is declared: what was asked for in it would make a line each, and may tell of somebody.
    metrics.answered(request.method, request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000),
  )
  app.get('/metrics', (request, reply) => {
    if (!mayRead(server, request)) return reply.callNotFound()
    const { pool } = server.engine.database
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(
      metrics.text({
        jiangxin_database_connections: pool.totalCount,
        jiangxin_database_connections_idle: pool.idleCount,
        jiangxin_database_requests_waiting: pool.waitingCount,
        jiangxin_is_stopping: server.run?.isStopping ? 1 : 0,
        ...(server.run?.heardAt ? { jiangxin_changes_heard_timestamp_seconds: server.run.heardAt / 1000 } : {}),
      }),
    )
  })
}
