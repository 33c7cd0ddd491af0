import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { writeAudit } from '../../engine/access/write-audit.ts'
import type { Actor } from '../../engine/access/actor.ts'
import type { ModuleServer, Tx } from '../../engine/module-server.ts'
import { Refusal } from '../../engine/refusal.ts'
import { SheetError } from '../../engine/sheets/sheet-error.ts'
import { writeSheet } from '../../engine/sheets/write-sheet.ts'
import type { OutItem, ReadItem } from './exchange/draft.ts'
import { importItems } from './exchange/import-items.ts'
import { itemsSheet, readItemsSheet } from './exchange/items-sheet.ts'
import { readPackage, writePackage } from './exchange/qti-package.ts'
import { listItems } from './inside/find-items.ts'
import { pointsOf } from './inside/points.ts'
import { filters } from './shapes.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const LARGEST_FILE = 16 * 1024 * 1024
const LARGEST_PAGE = 200
const MOST_OUT = 2000

const importing = z.object({ course: z.uuid(), accept: z.enum(['true', 'false']).default('false') })

/** Items out of the bank and into it: Excel, and QTI 3. */
export function exchangeRoutes(app: FastifyInstance, { engine, withActor }: ModuleServer): void {
  const path = '/api/items'

  const attachment = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`

  app.get(`${path}/template.xlsx`, async (request, reply) => {
    await withActor(request, async () => {})
    return reply
      .header('content-type', XLSX)
      .header('content-disposition', attachment('题目导入模板.xlsx'))
      .send(await writeSheet(itemsSheet([])))
  })

  /** Everything that a list with these filters would show, page after page. */
  async function outItems(tx: Tx, actor: Actor, { course, ...query }: z.infer<typeof filters>): Promise<OutItem[]> {
    const codes = new Map((await pointsOf(tx, course)).map(({ id, code }) => [id, code]))
    const found: OutItem[] = []
    for (let page = 1; ; page++) {
      const { items, total } = await listItems(engine, tx, actor, course, { ...query, page, size: LARGEST_PAGE })
      if (total > MOST_OUT)
        throw new Refusal('too-large', {
          zh: `一次最多导出 ${MOST_OUT} 题，现有 ${total} 题：请用筛选缩小范围`,
          en: `${MOST_OUT} items can be exported at once, and there are ${total}: filter them`,
        })
      for (const { id, item, difficulty, knowledgePoints } of items)
        found.push({ id, item, difficulty, points: knowledgePoints.flatMap((point) => codes.get(point) ?? []) })
      if (items.length < LARGEST_PAGE) break
    }
    await writeAudit(tx, { kind: 'export', actor, subject: `items/${course}` })
    return found
  }

  app.get(`${path}/export.xlsx`, async (request, reply) => {
    const query = filters.parse(request.query)
    const items = await withActor(request, (tx, actor) => outItems(tx, actor, query))
    return reply
      .header('content-type', XLSX)
      .header('content-disposition', attachment('题目.xlsx'))
      .send(await writeSheet(itemsSheet(items)))
  })

  app.get(`${path}/export.zip`, async (request, reply) => {
    const query = filters.parse(request.query)
    const items = await withActor(request, (tx, actor) => outItems(tx, actor, query))
    return reply
      .header('content-type', 'application/zip')
      .header('content-disposition', attachment('题目 QTI3.zip'))
      .send(await writePackage(items))
  })

  /** What a file would become; with `accept`, what became of it. The file is sent both times and kept nowhere. */
  app.post(`${path}/imports`, async (request) => {
    const { course, accept } = importing.parse(request.query)
    // Who may not import is told so before the file is read.
    await withActor(request, (tx, actor) => importItems(engine, tx, actor, course, [], false))
    const part = request.isMultipart()
      ? await request.file({ limits: { fileSize: LARGEST_FILE, files: 1 } })
      : undefined
    if (!part) throw new Refusal('bad-request', { zh: '请选择一个文件', en: 'Choose a file' })
    const read = await readFile(await part.toBuffer(), part.filename)
    return withActor(request, (tx, actor) => importItems(engine, tx, actor, course, read, accept === 'true'))
  })
}

async function readFile(bytes: Buffer, name: string): Promise<ReadItem[]> {
  try {
    return /\.zip$/i.test(name) ? await readPackage(bytes) : await readItemsSheet(bytes, name)
  } catch (error) {
    if (error instanceof SheetError) throw new Refusal('invalid', error.text)
    throw error
  }
}
