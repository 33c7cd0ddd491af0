import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { actOnFigure } from '../../engine/indicators/act-on-figure.ts'
import { addComment, listComments } from '../../engine/comments/comments.ts'
import { causesOf } from '../../engine/indicators/causes.ts'
import { entryBackground } from '../../engine/indicators/entry-background.ts'
import { completeness } from '../../engine/indicators/completeness.ts'
import {
  figuresByUnit,
  getIndicator,
  listFigures,
  periodCan,
  seeFigure,
  trendOf,
} from '../../engine/indicators/figures.ts'
import { listPeriods } from '../../engine/indicators/periods.ts'
import { lockPeriod } from '../../engine/indicators/lock-period.ts'
import { markFigure } from '../../engine/indicators/mark-figure.ts'
import { findOutliers } from '../../engine/indicators/outliers.ts'
import { FIGURE, figureId } from '../../engine/indicators/refresh.ts'
import { conditionsBehind, rowsBehind } from '../../engine/indicators/rows-behind.ts'
import { judgeRules, signOffRule } from '../../engine/indicators/rules.ts'
import { listEvidence } from '../../engine/evidence/evidence.ts'
import { historyOf } from '../../engine/history/read.ts'
import { hearChanges, hearOwnChanges } from '../../engine/outbox.ts'
import { Refusal } from '../../engine/refusal.ts'
import { unitTree } from '../../engine/units.ts'
import { usedCodes } from '../../engine/indicators/compute.ts'
import { formulasOf } from '../../language/catalogue.ts'
import type { Label } from '../../language/label.ts'
import type { WirePeriod } from '../../language/wire-figures.ts'
import type { Actor } from '../../engine/access/actor.ts'
import type { Tx } from '../../database/connection.ts'
import { exportXlsx } from '../../engine/exporting/export-rows.ts'
import { openExport } from '../../engine/exporting/open-export.ts'
import { shortTransactions } from '../../engine/exporting/short-transactions.ts'
import type { ServerContext } from '../context.ts'
import { sendSheet } from '../send-sheet.ts'
import { withActor } from '../session.ts'
import { described } from '../described.ts'

const period = z.string().max(12)
const unit = z.uuid().optional()
const coded = z.object({ code: z.string().max(80) })
const comment = z.string().max(2000).optional()
const unitOf = (id: string | undefined) => (id ? { unitId: id } : {})

/** Figures, their rows, rules and tables. Steps hear first what records say now; whoever looks has their own changes in it. */
export function figureRoutes(app: FastifyInstance, server: ServerContext): void {
  const { engine } = server

  app.get('/api/periods', (request) => withActor(server, request, (tx, actor) => openPeriods(tx, actor)))

  const figuresQuery = z.object({
    period,
    unit,
    table: z.string().max(60).optional(),
    codes: z.string().max(20_000).optional(),
  })
  app.get('/api/figures', described({ query: figuresQuery }), (request) => {
    const query = figuresQuery.parse(request.query)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      const codes = query.table
        ? getTable(query.table).rows.map((r) => r.indicator)
        : query.codes?.split(',').filter(Boolean)
      return listFigures(engine, tx, actor, {
        period: query.period,
        ...unitOf(query.unit),
        ...(codes ? { codes: [...new Set(codes)] } : {}),
      })
    })
  })

  const placeQuery = z.object({ period, unit })
  app.get('/api/figures/:code', described({ query: placeQuery }), (request) => {
    const { code } = coded.parse(request.params)
    const query = placeQuery.parse(request.query)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      const indicator = getIndicator(engine, code)
      const [figure] = await listFigures(engine, tx, actor, {
        period: query.period,
        ...unitOf(query.unit),
        codes: [code],
      })
      const unitId = figure!.unitId
      const id = figureId(query.period, code, unitId)
      return {
        figure,
        definition: indicator,
        uses: [...new Set(formulasOf(indicator).flatMap(usedCodes))],
        trend: await trendOf(engine, tx, actor, code, unitId),
        units: await figuresByUnit(engine, tx, actor, code, query.period),
        rules: (await judgeRules(engine, tx, actor, query.period, query.unit)).filter((r) => r.codes.includes(code)),
        rivals: await listFigures(engine, tx, actor, {
          period: query.period,
          ...unitOf(query.unit),
          codes: [...(indicator.rivals ?? [])],
        }),
        history: figure!.value === null && figure!.status !== 'entered' ? [] : await historyOf(tx, FIGURE, id),
        causes: figure!.changed ? await causesOf(engine, tx, actor, indicator, id) : [],
        evidence: figure!.value === null && figure!.status !== 'entered' ? [] : await listEvidence(tx, FIGURE, id),
      }
    })
  })

  const rowsQuery = z.object({
    period,
    unit,
    part: z.enum(['value', 'numerator', 'denominator']).default('value'),
    register: z.string().max(60).optional(),
    after: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(500).optional(),
  })
  app.get('/api/figures/:code/rows', described({ query: rowsQuery }), (request) => {
    const { code } = coded.parse(request.params)
    const query = rowsQuery.parse(request.query)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      return rowsBehind(engine, tx, actor, {
        code,
        period: query.period,
        part: query.part,
        ...unitOf(query.unit),
        ...(query.register ? { register: query.register } : {}),
        ...(query.after ? { after: query.after } : {}),
        ...(query.limit ? { limit: query.limit } : {}),
      })
    })
  })

  const actionsBody = z.object({
    period,
    unit,
    version: z.number().int(),
    comment,
    value: z.string().max(40).optional(),
    evidence: z.array(z.string().length(64)).max(20).optional(),
  })
  app.post('/api/figures/:code/actions/:action', described({ body: actionsBody }), (request) => {
    const { code, action } = coded.extend({ action: z.string().max(20) }).parse(request.params)
    const body = actionsBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await hearChanges(engine, tx)
      return actOnFigure(engine, tx, actor, {
        code,
        action,
        period: body.period,
        version: body.version,
        ...unitOf(body.unit),
        ...(body.comment ? { comment: body.comment } : {}),
        ...(body.value !== undefined ? { value: body.value } : {}),
        ...(body.evidence ? { evidence: body.evidence } : {}),
      })
    })
  })

  const bulkBody = z.object({
    period,
    unit,
    codes: z.array(z.string().max(80)).max(1000),
    action: z.enum(['review', 'approve', 'return', 'accept']),
    comment,
  })
  app.post('/api/figures/bulk', described({ body: bulkBody }), (request) => {
    const body = bulkBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await hearChanges(engine, tx)
      const figures = await listFigures(engine, tx, actor, {
        period: body.period,
        ...unitOf(body.unit),
        codes: body.codes,
      })
      let done = 0
      const refused: { code: string; message: Label }[] = []
      for (const figure of figures)
        try {
          await actOnFigure(engine, tx, actor, {
            code: figure.code,
            period: body.period,
            unitId: figure.unitId,
            action: body.action,
            version: figure.version,
            ...(body.comment ? { comment: body.comment } : {}),
          })
          done++
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          refused.push({ code: figure.code, message: error.label })
        }
      return { done, refused }
    })
  })

  app.get('/api/tables', (request) =>
    withActor(server, request, async () =>
      [...engine.catalogue.tables.values()].map(({ name, label }) => ({ name, label })),
    ),
  )

  app.get('/api/tables/:name', described({ query: placeQuery }), (request) => {
    const { name } = z.object({ name: z.string().max(60) }).parse(request.params)
    const query = placeQuery.parse(request.query)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      const table = getTable(name)
      const figures = await listFigures(engine, tx, actor, {
        period: query.period,
        ...unitOf(query.unit),
        codes: [...new Set(table.rows.map((r) => r.indicator))],
      })
      return { table, figures: Object.fromEntries(figures.map((f) => [f.code, f])) }
    })
  })

  app.get('/api/tables/:name/background', described({ query: placeQuery }), (request) => {
    const { name } = z.object({ name: z.string().max(60) }).parse(request.params)
    const query = placeQuery.parse(request.query)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      const unitId = query.unit ?? (await rootOf(tx))
      return entryBackground(engine, tx, actor, getTable(name), { period: query.period, unitId })
    })
  })

  const periodQuery = z.object({ period })
  app.get('/api/rules', described({ query: periodQuery }), (request) => {
    const query = periodQuery.parse(request.query)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      return judgeRules(engine, tx, actor, query.period)
    })
  })

  const signOffBody = z.object({ period, reason: z.string().max(2000) })
  app.post('/api/rules/:name/sign-off', described({ body: signOffBody }), (request) => {
    const { name } = z.object({ name: z.string().max(80) }).parse(request.params)
    const body = signOffBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await signOffRule(engine, tx, actor, body.period, name, body.reason)
      return judgeRules(engine, tx, actor, body.period)
    })
  })

  app.get('/api/completeness', described({ query: periodQuery }), (request) => {
    const query = periodQuery.parse(request.query)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      return completeness(engine, tx, actor, query.period)
    })
  })

  const pivotQuery = z.object({
    codes: z.string().max(8000),
    periods: z.string().max(400),
    units: z.string().max(8000).optional(),
  })
  app.get('/api/pivot', described({ query: pivotQuery }), (request) => {
    const query = pivotQuery.parse(request.query)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      const tree = await unitTree(engine.database, tx)
      const units = query.units ? query.units.split(',').filter((id) => tree.units.has(id)) : [tree.root.id]
      const found = []
      for (const code of query.periods.split(','))
        for (const unitId of units)
          found.push(...(await listFigures(engine, tx, actor, { period: code, unitId, codes: query.codes.split(',') })))
      return found
    })
  })

  app.get('/api/outliers', described({ query: periodQuery }), (request) => {
    const query = periodQuery.parse(request.query)
    return withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      return findOutliers(engine, tx, actor, query.period)
    })
  })

  const marksBody = z.object({ period, unit, marked: z.boolean(), note: z.string().max(1000).optional() })
  app.post('/api/figures/:code/marks', described({ body: marksBody }), async (request, reply) => {
    const { code } = coded.parse(request.params)
    const body = marksBody.parse(request.body)
    await withActor(server, request, (tx, actor) =>
      markFigure(engine, tx, actor, {
        code,
        period: body.period,
        ...unitOf(body.unit),
        marked: body.marked,
        note: body.note ?? null,
      }),
    )
    return reply.status(204).send()
  })

  const lockBody = z.object({ locked: z.boolean(), comment })
  app.post('/api/periods/:code/lock', described({ body: lockBody }), (request) => {
    const { code } = coded.parse(request.params)
    const body = lockBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      await lockPeriod(engine, tx, actor, code, body.locked, body.comment)
      return openPeriods(tx, actor)
    })
  })

  const openPeriods = async (tx: Tx, actor: Actor): Promise<WirePeriod[]> =>
    (await listPeriods(tx)).map((one) => ({ ...one, can: periodCan(engine, actor, one) }))

  const rootOf = async (tx: Tx) => (await unitTree(engine.database, tx)).root.id

  for (const kind of ['comments', 'evidence'] as const)
    app.get(`/api/figures/:code/${kind}`, described({ query: placeQuery }), (request) => {
      const { code } = coded.parse(request.params)
      const query = placeQuery.parse(request.query)
      return withActor(server, request, async (tx, actor) => {
        const unitId = query.unit ?? (await rootOf(tx))
        await seeFigure(engine, tx, actor, code, query.period, unitId)
        const id = figureId(query.period, code, unitId)
        return kind === 'comments' ? listComments(tx, FIGURE, id) : listEvidence(tx, FIGURE, id)
      })
    })

  const commentsBody = z.object({ period, unit, text: z.string().max(5000) })
  app.post('/api/figures/:code/comments', described({ body: commentsBody }), (request) => {
    const { code } = coded.parse(request.params)
    const body = commentsBody.parse(request.body)
    return withActor(server, request, async (tx, actor) => {
      const unitId = body.unit ?? (await rootOf(tx))
      await seeFigure(engine, tx, actor, code, body.period, unitId)
      return addComment(tx, actor, FIGURE, figureId(body.period, code, unitId), {
        text: body.text,
        link: `/figures/${code}?period=${body.period}`,
      })
    })
  })

  const rowsXlsxQuery = z.object({
    period,
    unit,
    part: z.enum(['value', 'numerator', 'denominator']).default('value'),
    register: z.string().max(60),
  })
  app.get('/api/figures/:code/rows.xlsx', described({ query: rowsXlsxQuery }), async (request, reply) => {
    const { code } = coded.parse(request.params)
    const query = rowsXlsxQuery.parse(request.query)
    const { actor, opened } = await withActor(server, request, async (tx, actor) => {
      await hearOwnChanges(engine, tx, actor)
      await seeFigure(engine, tx, actor, code, query.period, query.unit ?? (await rootOf(tx)))
      const conditions = await conditionsBehind(engine, tx, code, query.period, query.part, query.unit)
      const also = conditions.get(query.register)
      if (!also)
        throw new Refusal('not-found', {
          zh: '这个指标不取自这张数据表',
          en: 'This figure is not made from that register',
        })
      return {
        actor,
        opened: await openExport(engine, tx, actor, { register: query.register, also }, 'xlsx', request.ip),
      }
    })
    const name = `${getIndicator(engine, code).label[actor.lang]} ${query.period}`
    return sendSheet(reply, name, 'xlsx', exportXlsx(engine, shortTransactions(engine, actor.collegeId), actor, opened))
  })

  function getTable(name: string) {
    const table = engine.catalogue.tables.get(name)
    if (!table) throw new Refusal('not-found', { zh: `没有名为“${name}”的表`, en: `There is no table "${name}"` })
    return table
  }
}
