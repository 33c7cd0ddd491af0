import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { listPeriods } from '../../../engine/indicators/periods.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { listRecords } from '../../../engine/records/list.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { checkMayBeMade, makeReport } from '../../../engine/reports/make-report.ts'
import { findReport } from '../../../engine/reports/report-rows.ts'
import type { DemandFilter } from '../inside/demand.ts'
import { checkMayBring } from '../inside/imports.ts'
import type { Plan } from '../inside/plan-items.ts'
import { DEMAND_REPORT, type MakingStep, type WireDemandReport } from '../wire-report.ts'
import { adviceChapter } from './advice-chapter.ts'
import { appendixChapter } from './appendix-chapter.ts'
import { dataChapter } from './data-chapter.ts'
import { demandChapter } from './demand-chapter.ts'
import { gatherFacts } from './facts.ts'
import { fitChapter } from './fit-chapter.ts'
import { beginMaking } from './maker.ts'
import { planChapter } from './plan-chapter.ts'
import { skillsChapter } from './skills-chapter.ts'
import { summaryChapter } from './summary-chapter.ts'

/** What opens later needs of a report beside the figure. */
export interface ReportAsked {
  /** The latest advertisement there was. */
  readonly upTo: string
  readonly classes: readonly string[]
  readonly city?: string | undefined
}

/**
 * Makes the demand report of a major in the newest edition of the college, or makes it anew.
 * @param base occupations and, where asked, a city
 * @returns the report's id @throws Refusal 403, 404, 409, 422
 */
export async function makeDemandReport(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  plan: Plan,
  base: DemandFilter & { readonly classes: readonly string[] },
  at: (step: MakingStep) => void = () => {},
): Promise<string> {
  checkMayBring(engine, actor)
  if (plan.code === '')
    throw new Refusal('invalid', {
      zh: '没有专业代码，无法归到一个专业下：请填写六位专业代码后再生成',
      en: 'Without the code of a major the report belongs to none: give the six digits first',
    })
  const [period] = await listPeriods(tx)
  if (period === undefined)
    throw new Refusal('invalid', {
      zh: '学校还没有统计期间，请先在“统计期间”中登记一个',
      en: 'The college has no period yet: enter one in the register of periods first',
    })
  const known = await findReport(tx, DEMAND_REPORT, period.code, plan.code)
  if (known) checkMayBeMade(known)
  const facts = await gatherFacts(engine, tx, actor, plan, base, at)
  if (facts.demand.n === 0)
    throw new Refusal('invalid', {
      zh: '没有面向这个专业的招聘信息：请先导入，或换一个地区',
      en: 'There is no advertisement for this major: bring some in first, or choose another city',
    })
  at('write')
  const maker = beginMaking(period.code)
  const texts = {
    ...summaryChapter(maker, facts),
    ...dataChapter(maker, facts),
    ...demandChapter(maker, facts),
    ...skillsChapter(maker, facts),
    ...planChapter(maker, facts),
    ...adviceChapter(maker, facts),
    ...fitChapter(maker, facts),
    ...appendixChapter(maker, facts),
  }
  const [college] = await tx.run<{ name: string }>(sql`SELECT name FROM colleges WHERE id = ${tx.collegeId}`)
  const major = await majorOf(engine, tx, actor, plan.code)
  const asked: ReportAsked = { upTo: facts.upTo, classes: base.classes, city: base.city }
  return makeReport(engine, tx, actor, {
    name: DEMAND_REPORT,
    period: period.code,
    subject: plan.code,
    title: `${college!.name}${major?.name ?? plan.name}专业人才需求分析报告（${period.name}）`,
    ...(major === undefined ? {} : { unitId: major.unit }),
    supply: maker.supply,
    behind: maker.behind,
    asked,
    texts,
  })
}

/** The reports of a major, the newest edition first. */
export const listDemandReports = (tx: Tx, code: string): Promise<WireDemandReport[]> =>
  tx.run<WireDemandReport>(sql`
    SELECT r.id, r.title, r.state, s.made_at AS "madeAt", s.outdated_at AS "outdatedAt" FROM reports r
    CROSS JOIN LATERAL (SELECT made_at, outdated_at FROM report_supplies
      WHERE college_id = ${tx.collegeId} AND report_id = r.id ORDER BY id DESC LIMIT 1) AS s
    WHERE r.college_id = ${tx.collegeId} AND r.name = ${DEMAND_REPORT} AND r.subject = ${code} ORDER BY r.period DESC`)

/** The major of the college with a code of the catalogue, with the unit that runs it. */
async function majorOf(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  code: string,
): Promise<{ name: string; unit: string } | undefined> {
  const { rows } = await listRecords(engine, tx, actor, {
    register: 'majors',
    also: sql`left(code, 6) = ${code}`,
    limit: 1,
  })
  const [row] = rows
  return row && { name: String(row.values['name']), unit: String(row.values['unit']) }
}
