import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Actor, may } from '../../engine/access/actor.ts'
import { keepFile } from '../../engine/files/store.ts'
import { defineJob, type JobContext } from '../../engine/jobs/define-job.ts'
import type { ModuleServer, Tx } from '../../engine/module-server.ts'
import { notAllowed, Refusal } from '../../engine/refusal.ts'
import { SKILL_KINDS } from './dictionaries/skill-table.ts'
import type { Plan, PlanOrder } from './inside/plan-items.ts'
import { markOutdated } from '../../engine/reports/supplies.ts'
import { COLUMN_KINDS } from './reading/columns.ts'
import { reportRoutes } from './routes-report.ts'
import { DEMAND_REPORT } from './wire-report.ts'
import { SKILL_DECISIONS, TERM_DECISIONS } from './wire.ts'

// The dictionaries are large: they come with the first question, not with every start of the server.
const demand = () => import('./inside/demand.ts')
const imports = () => import('./inside/imports.ts')
const matching = () => import('./inside/match-plan.ts')
const plans = () => import('./inside/plan-items.ts')
const changes = () => import('./inside/plan-changes.ts')
const closing = () => import('./inside/closing.ts')
const fit = () => import('./inside/fit.ts')
const terms = () => import('./inside/terms.ts')

/** Reads the advertisements of a file that was sent; may be begun again at any time. */
const readAdvertisements = defineJob({
  name: 'read-advertisements',
  label: { zh: '读取招聘信息', en: 'Reading advertisements' },
  retries: 3,
  slow: true,
  run: async ({ engine, college, data, progress, signal }: JobContext<{ import: string }>) => {
    const counts = await (await imports()).runImport(engine, college, data.import, progress, signal)
    if (!signal.aborted) await (await changes()).rematchWatched(engine, college)
    await engine.database.inCollege(college, (tx) => markOutdated(tx, DEMAND_REPORT))
    return counts
  },
  tell: ({ kept, again }) => ({
    zh: `新增 ${kept} 条，重复发布 ${again} 条`,
    en: `${kept} kept, ${again} posted again`,
  }),
})

/** Reads kept advertisements again in which a decided term stands; may be begun again at any time. */
const readTermsAgain = defineJob({
  name: 'read-terms-again',
  label: { zh: '按新词重新统计招聘信息', en: 'Reading advertisements again for a term' },
  retries: 3,
  slow: true,
  run: async ({ engine, college, data, progress, signal }: JobContext<{ term: string }>) => {
    const counts = await (
      await import('./inside/read-again.ts')
    ).readAgain(engine, college, data.term, progress, signal)
    await engine.database.inCollege(college, (tx) => markOutdated(tx, DEMAND_REPORT))
    return counts
  },
  tell: ({ read, changed }) => ({
    zh: `重新读取 ${read} 条，其中 ${changed} 条的技能有变化`,
    en: `${read} read again, ${changed} of which ask for something else`,
  }),
})

export const jobs = [readAdvertisements, readTermsAgain]

const sent = z.strictObject({ sha256: z.string().length(64), fileName: z.string().min(1).max(200) })
const columns = z.partialRecord(z.enum(COLUMN_KINDS), z.array(z.string().min(1).max(200)).min(1).max(6))
const month = z.string().regex(/^\d{4}-\d{2}$/)
const smallClass = z.string().regex(/^\d-\d{2}-\d{2}$/)
const filter = z.object({
  classes: z
    .string()
    .max(400)
    .transform((list) => list.split(','))
    .pipe(z.array(smallClass).min(1).max(30))
    .optional(),
  city: z.string().max(6).optional(),
  education: z.string().max(4).optional(),
  from: month.optional(),
  to: month.optional(),
})
const withSkill = filter.extend({ skill: z.string().min(1).max(100) })
const kind = z.enum(SKILL_KINDS)
const decision = z.strictObject({
  term: z.string().trim().min(1).max(100),
  decision: z.enum([...TERM_DECISIONS, ...SKILL_DECISIONS]),
  name: z.string().trim().min(1).max(60).optional(),
  kind: kind.optional(),
})
const listed = z.object({
  words: z.string().max(60).optional(),
  kind: kind.optional(),
  sort: z.enum(['n', 'name']).default('n'),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
const city = z.string().max(6).optional()
const order = {
  /** Code of the catalogue of majors: tells the occupations, and which profile of a file is meant. */
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  /** A record of the register of majors: its courses are the plan. */
  major: z.uuid().optional(),
  /** A record of the register of training programmes: the courses of one year of entry. */
  programme: z.uuid().optional(),
  file: sent.optional(),
  text: z.string().max(200_000).optional(),
}
const match = z.strictObject({ ...order, classes: z.array(smallClass).min(1).max(30).optional(), city })
const comparison = z.strictObject({ earlier: z.strictObject(order), later: z.strictObject(order), city })
const industries = z.strictObject({
  industries: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(60),
        classes: z.array(smallClass).min(1).max(60),
        codes: z
          .array(z.string().regex(/^[A-T](?:\d\d)?$/))
          .max(60)
          .default([]),
      }),
    )
    .max(60),
})

/** What work asks for, and a plan held against it: for everybody who belongs to the college. */
export function routes(app: FastifyInstance, server: ModuleServer): void {
  const { engine, jobs: queue, withActor, uploads, hangUp } = server
  const path = '/api/ability'

  /** @throws Refusal 403, 404, 413, 422 */
  async function planAsked(tx: Tx, actor: Actor, order: PlanOrder): Promise<Plan> {
    const plan = await (await plans()).planOf(engine, tx, actor, order)
    if (plan === undefined)
      throw new Refusal('invalid', {
        zh: '请选择专业、放入培养方案文件，或粘贴课程',
        en: 'Choose a major, drop a plan, or paste its courses',
      })
    return plan
  }

  const orderOf = (body: unknown) => {
    const { classes, city: place, ...asked } = match.parse(body)
    return { plan: (tx: Tx, actor: Actor) => planAsked(tx, actor, asked), classes, city: place }
  }
  reportRoutes(app, server, orderOf, classesAsked)

  app.get(`${path}/imports`, (request) =>
    withActor(request, async (tx, actor) => {
      const { checkMayBring, listImports } = await imports()
      checkMayBring(engine, actor)
      return listImports(tx)
    }),
  )

  /** Brings a file from an address of the Internet; what was brought is handled like one that was uploaded. */
  app.post(`${path}/fetch`, async (request, reply) => {
    const { address } = z.strictObject({ address: z.string().trim().min(8).max(2000) }).parse(request.body)
    await withActor(request, async (_, actor) => (await imports()).checkMayBring(engine, actor))
    const { fetchAddress } = await import('./reading/fetch-address.ts')
    const { fileName, bytes } = await fetchAddress(address, hangUp(reply))
    return withActor(request, async (tx, actor) => {
      const file = { name: fileName, type: 'application/octet-stream', content: Readable.from([bytes]) }
      const { sha256 } = await keepFile(engine, tx, actor, file, uploads)
      return { sha256, fileName }
    })
  })

  app.post(`${path}/preview`, (request) => {
    const body = sent.parse(request.body)
    return withActor(request, async (tx, actor) => (await imports()).previewFile(engine, tx, actor, body))
  })

  app.post(`${path}/imports`, async (request, reply) => {
    const body = z.strictObject({ file: sent, columns }).parse(request.body)
    const made = await withActor(request, async (tx, actor) => {
      const id = await (await imports()).beginImport(engine, tx, actor, body.file, body.columns)
      await queue.send(readAdvertisements, tx, { import: id }, { by: actor })
      return { id }
    })
    return reply.status(201).send(made)
  })

  app.get(`${path}/demand`, (request) => {
    const { skill, ...asked } = withSkill.partial({ skill: true }).parse(request.query)
    return withActor(request, async (tx, actor) => {
      checkMayRead(actor)
      return (await demand()).demandOf(tx, asked, skill)
    })
  })

  app.get(`${path}/beside`, (request) => {
    const { skill, ...asked } = withSkill.parse(request.query)
    return withActor(request, async (tx, actor) => {
      checkMayRead(actor)
      return (await demand()).besideOf(tx, asked, skill)
    })
  })

  app.get(`${path}/evidence`, (request) => {
    const { skill, ...asked } = withSkill.parse(request.query)
    return withActor(request, async (tx, actor) => {
      checkMayRead(actor)
      return (await demand()).evidenceOf(tx, asked, skill)
    })
  })

  app.post(`${path}/match`, (request) => {
    const body = match.parse(request.body)
    return withActor(request, async (tx, actor) => {
      checkMayRead(actor)
      const plan = await planAsked(tx, actor, body)
      const { matchPlan } = await matching()
      return matchPlan(tx, { classes: classesAsked(plan.classes, body.classes), city: body.city }, plan)
    })
  })

  /** Two versions of a plan, or any two plans, against the demand for the later one's occupations. */
  app.post(`${path}/match/compare`, (request) => {
    const body = comparison.parse(request.body)
    return withActor(request, async (tx, actor) => {
      checkMayRead(actor)
      const earlier = await planAsked(tx, actor, body.earlier)
      const later = await planAsked(tx, actor, body.later)
      const { comparePlans } = await changes()
      const classes = classesAsked(later.classes.length > 0 ? later.classes : earlier.classes)
      return comparePlans(tx, { classes, city: body.city }, earlier, later)
    })
  })

  /** Versions of a major's plan in the registers. */
  app.get(`${path}/programmes`, (request) => {
    const { major } = z.object({ major: z.uuid() }).parse(request.query)
    return withActor(request, async (tx, actor) => {
      checkMayRead(actor)
      return (await plans()).programmesOf(engine, tx, actor, major)
    })
  })

  /** A major over time: comparisons that were kept. */
  app.get(`${path}/matches`, (request) => {
    const { code } = z.object({ code: z.string().regex(/^\d{6}$/) }).parse(request.query)
    return withActor(request, async (tx, actor) => {
      checkMayRead(actor)
      return (await changes()).listKept(tx, code)
    })
  })

  app.post(`${path}/matches`, async (request, reply) => {
    const body = match.parse(request.body)
    const id = await withActor(request, async (tx, actor) => {
      ;(await imports()).checkMayBring(engine, actor)
      const plan = await planAsked(tx, actor, body)
      const asked = { classes: classesAsked(plan.classes, body.classes), city: body.city }
      const made = await (await matching()).matchPlan(tx, asked, plan)
      return (await changes()).keepMatch(
        tx,
        made,
        { ...asked, major: body.major, programme: body.programme },
        actor.name,
      )
    })
    return reply.status(201).send({ id })
  })

  /** Where skills can be learnt or shown here. */
  app.get(`${path}/closing`, (request) => {
    const asked = z
      .object({
        skills: z
          .string()
          .max(4000)
          .transform((list) => list.split('\n').filter(Boolean))
          .pipe(z.array(z.string().max(100)).min(1).max(40)),
      })
      .parse(request.query)
    return withActor(request, async (tx, actor) => {
      checkMayRead(actor)
      return (await closing()).closingOf(engine, tx, actor, asked.skills)
    })
  })

  app.get(`${path}/courses/:id`, (request) => {
    const { id } = z.object({ id: z.uuid() }).parse(request.params)
    return withActor(request, async (tx, actor) => {
      checkMayRead(actor)
      return (await closing()).courseFor(engine, tx, actor, id)
    })
  })

  /** The college's majors and the industries of its city. */
  app.get(`${path}/fit`, (request) => {
    const asked = z.object({ city }).parse(request.query)
    return withActor(request, async (tx, actor) => {
      checkMayRead(actor)
      return (await fit()).fitOf(engine, tx, actor, asked.city)
    })
  })

  app.get(`${path}/classes`, (request) =>
    withActor(request, async (_, actor) => {
      checkMayRead(actor)
      return (await fit()).listClasses()
    }),
  )

  /** Sections and divisions of GB/T 4754 that an industry of the city may be made of. */
  app.get(`${path}/industry-codes`, (request) =>
    withActor(request, async (_, actor) => {
      checkMayRead(actor)
      return (await import('./reading/industry.ts')).listIndustryCodes()
    }),
  )

  app.put(`${path}/industries`, async (request, reply) => {
    const body = industries.parse(request.body)
    await withActor(request, async (tx, actor) => {
      await (await fit()).setIndustries(engine, tx, actor, body.industries)
      await markOutdated(tx, DEMAND_REPORT)
    })
    return reply.status(204).send()
  })

  app.get(`${path}/terms`, (request) => {
    const asked = listed.parse(request.query)
    return withActor(request, async (tx, actor) => {
      const { checkMayDecide, listTerms } = await terms()
      checkMayDecide(engine, actor)
      return listTerms(tx, asked)
    })
  })

  app.get(`${path}/terms/open`, (request) => {
    const { term } = z.object({ term: z.string().min(1).max(100) }).parse(request.query)
    return withActor(request, async (tx, actor) => {
      const { checkMayDecide, openTerm } = await terms()
      checkMayDecide(engine, actor)
      return openTerm(tx, term)
    })
  })

  app.get(`${path}/terms/decided`, (request) =>
    withActor(request, async (tx, actor) => {
      const { checkMayDecide, listDecided } = await terms()
      checkMayDecide(engine, actor)
      return listDecided(tx)
    }),
  )

  /** The college's own layer over the shipped dictionary, as a file for other programs and for `ability extract`. */
  app.get(`${path}/terms/dictionary`, async (request, reply) => {
    const file = await withActor(request, async (tx, actor) => {
      ;(await terms()).checkMayDecide(engine, actor)
      return (await import('./inside/dictionary-file.ts')).exportDictionary(tx)
    })
    return reply.header('content-disposition', `attachment; filename="dictionary-${file.exportedOn}.json"`).send(file)
  })

  /** Skills a term may be merged into. */
  app.get(`${path}/terms/skills`, (request) => {
    const { words } = z.object({ words: z.string().max(60).default('') }).parse(request.query)
    return withActor(request, async (tx, actor) => {
      const { checkMayDecide, findSkillsNamed } = await terms()
      checkMayDecide(engine, actor)
      return findSkillsNamed(tx, words)
    })
  })

  app.post(`${path}/terms/effect`, (request) => {
    const asked = decision.parse(request.body)
    return withActor(request, async (tx, actor) => (await terms()).tryTerm(engine, tx, actor, asked))
  })

  app.post(`${path}/terms`, async (request, reply) => {
    const asked = decision.parse(request.body)
    const made = await withActor(request, async (tx, actor) => {
      const id = await (await terms()).decideTerm(engine, tx, actor, asked)
      await queue.send(readTermsAgain, tx, { term: id }, { by: actor })
      return { id }
    })
    return reply.status(201).send(made)
  })

  app.post(`${path}/terms/:id/undo`, async (request, reply) => {
    const { id } = z.object({ id: z.uuid() }).parse(request.params)
    await withActor(request, async (tx, actor) => {
      await (await terms()).undoTerm(engine, tx, actor, id)
      await queue.send(readTermsAgain, tx, { term: id }, { by: actor })
    })
    return reply.status(204).send()
  })

  /** Whether this person may bring advertisements in, so that the screen offers it. */
  app.get(`${path}/rights`, (request) =>
    withActor(request, async (_, actor) => ({ mayBring: may(engine.catalogue, actor, 'reports.write') })),
  )
}

/** @throws Refusal 422 */
function classesAsked(named: readonly string[], chosen?: readonly string[]): readonly string[] {
  const classes = chosen ?? named
  if (classes.length === 0)
    throw new Refusal('invalid', {
      zh: '专业目录没有给出这个专业面向的职业，请填写六位专业代码或选择职业',
      en: 'The catalogue names no occupation for this major: give the code of a major or choose occupations',
    })
  return classes
}

/** Advertisements are public; whoever belongs to the college sees what they say. @throws Refusal 403 */
function checkMayRead(actor: Actor): void {
  if (actor.held.length === 0 && !actor.system)
    throw notAllowed({ zh: '查看职业能力分析', en: 'see the analysis of abilities' })
}
