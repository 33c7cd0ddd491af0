import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { listColleges } from '../../engine/colleges.ts'
import { Refusal } from '../../engine/refusal.ts'
import type { OutputName } from '../../engine/reports/compile.ts'
import { htmlText } from '../../engine/reports/html-text.ts'
import { type KeptFile, OUTPUT_TYPES, publishedFile, readKept } from '../../engine/reports/publications.ts'
import { mayReadReports } from '../../engine/reports/report-access.ts'
import { findPublicReport, publicPlace } from '../../engine/reports/report-rows.ts'
import type { ServerContext } from '../context.ts'
import { optionalActor } from '../session.ts'

const address = z.object({ college: z.string().max(60), report: z.string().max(60), period: z.string().max(20) })
const files = z.enum(['index.html', 'report.docx', 'report.pdf', 'figures.json', 'report.json'])

/** What everybody may read, signed in or not: published reports, exactly as they were sealed. */
export function publicReportRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine } = server

  app.get('/public', (_request, reply) => reply.redirect('/public/', 308))
  app.get('/public/', async (_request, reply) => sendPage(reply, Buffer.from(await listPage())))

  app.get('/public/:college/:report/:period', (request, reply) => {
    const { college, report, period } = address.parse(request.params)
    return reply.redirect(`/public/${[college, report, period].map(encodeURIComponent).join('/')}/`, 308)
  })
  app.get('/public/:college/:report/:period/', (request, reply) => {
    const { college, report, period } = address.parse(request.params)
    return serve(request, reply, college, report, period, 'index.html')
  })
  app.get('/public/:college/:report/:period/:file', (request, reply) => {
    const { college, report, period, file } = address.extend({ file: files }).parse(request.params)
    return serve(request, reply, college, report, period, file)
  })

  async function serve(
    request: FastifyRequest,
    reply: FastifyReply,
    code: string,
    report: string,
    period: string,
    name: OutputName,
  ): Promise<FastifyReply> {
    const college = (await listColleges(engine)).find((c) => c.code === code)
    if (!college) throw notPublished()
    // Those who work on reports get the page whose figures lead to their rows; everybody else the sealed one.
    const actor = name === 'index.html' ? await optionalActor(server, request) : null
    const wanted = actor?.collegeId === college.id && mayReadReports(engine, actor) ? 'staff.html' : name
    const file = await engine.database.inCollege(college.id, async (tx): Promise<KeptFile | null> => {
      const row = await findPublicReport(tx, report, period)
      return row && publishedFile(tx, row.id, wanted)
    })
    if (!file) throw notPublished()
    const etag = `"${file.sha256}"`
    reply
      .header('etag', etag)
      .header('cache-control', wanted === 'staff.html' ? 'private, no-cache' : 'public, no-cache')
      .header('vary', 'Cookie')
    if (request.headers['if-none-match'] === etag) return reply.status(304).send()
    const bytes = await readKept(engine, file)
    if (name === 'index.html') return sendPage(reply, bytes)
    if (name === 'report.docx')
      reply.header('content-disposition', `attachment; filename="${report}-${period.replaceAll(/[^\w-]/g, '_')}.docx"`)
    return reply.header('content-type', OUTPUT_TYPES[name]).send(bytes)
  }

  async function listPage(): Promise<string> {
    const parts: string[] = []
    for (const college of await listColleges(engine)) {
      const rows = await engine.database.inCollege(college.id, (tx) =>
        tx.run<{ name: string; period: string; subject: string; title: string; at: string }>(sql`
          SELECT r.name, r.period, r.subject, r.title, max(p.published_at) AS at FROM publications p JOIN reports r ON r.college_id = p.college_id AND r.id = p.report_id
          WHERE p.college_id = ${college.id} GROUP BY r.name, r.period, r.subject, r.title ORDER BY r.period DESC, r.name, r.title`),
      )
      if (rows.length === 0) continue
      const items = rows.map((r) => {
        const path = `/public/${[college.code, r.name, publicPlace(r)].map(encodeURIComponent).join('/')}/`
        const file = (name: string, words: string) => `<a href="${htmlText(path + name)}">${words}</a>`
        return (
          `<li><a class="title" href="${htmlText(path)}">${htmlText(r.title)}</a>` +
          `<p>${r.at.slice(0, 10)} · ${file('report.pdf', 'PDF')} · ${file('report.docx', 'Word')} · ${file('figures.json', '数据 / figures')}</p></li>`
        )
      })
      parts.push(`<section><h2>${htmlText(college.name)}</h2><ul>${items.join('')}</ul></section>`)
    }
    return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>已发布的报告 · Published reports</title>
<meta name="description" content="各院校已发布的报告：网页、PDF、Word 与数据 / Published reports of the colleges: page, PDF, Word and figures"><style>
body{margin:0 auto;max-width:46rem;padding:2rem 1.2rem;font:16px/1.7 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#22303a;background:#fbfaf7}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .4rem}ul{list-style:none;margin:0;padding:0}li{padding:.7rem 0;border-top:1px solid #ddd8cc}
a{color:#1f5f80}a.title{font-size:1.08rem;text-decoration:none}a:hover,a:focus{text-decoration:underline}p{margin:.1rem 0;color:#55626b}</style></head>
<body><main><h1>已发布的报告 <span lang="en">Published reports</span></h1>${parts.join('') || '<p>还没有发布的报告。<span lang="en">Nothing is published yet.</span></p>'}</main></body></html>`
  }
}

const notPublished = () =>
  new Refusal('not-found', {
    zh: '这份报告没有发布，或网址有误',
    en: 'This report is not published, or the address is wrong',
  })

/** Sends a page that may run its own script only, fetch nothing and be framed by nobody else. */
export function sendPage(reply: FastifyReply, bytes: Buffer): FastifyReply {
  const script = /<script>([\s\S]*?)<\/script>/.exec(bytes.toString('utf8'))?.[1]
  const allowed = script === undefined ? "'none'" : `'sha256-${createHash('sha256').update(script).digest('base64')}'`
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header(
      'content-security-policy',
      `default-src 'none'; script-src ${allowed}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
    )
    .send(bytes)
}
