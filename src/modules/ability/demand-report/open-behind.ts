import { sql } from 'kysely'
import type { Actor } from '../../../engine/access/actor.ts'
import type { Engine } from '../../../engine/engine.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import type { Tx } from '../../../engine/module-server.ts'
import { Refusal } from '../../../engine/refusal.ts'
import { checkMayRead } from '../../../engine/reports/report-access.ts'
import { getReport, sectionsOf } from '../../../engine/reports/report-rows.ts'
import { behindFigure } from '../../../engine/reports/supplies.ts'
import { regionName } from '../../../fields/region/regions.ts'
import { inContext } from '../inside/demand.ts'
import { payOf, shareOf } from '../inside/share.ts'
import type { WireBehind, WireBehindAd } from '../wire-report.ts'
import { type AdFilter, adsSql, type Behind, countAds, countMentions, shownSkill } from './behind.ts'
import type { ReportAsked } from './make-demand-report.ts'

/** Advertisements on a page, and letters of each. */
const PAGE = 20
const LETTERS = 4000

/**
 * A figure of a demand report with what it was counted from: the advertisements, a page of them from `from` on, or the
 * courses. `now` is what the same count gives today; terms decided or postings that came since may have changed it.
 * @throws Refusal 403, 404
 */
export async function openBehind(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  supplyId: string,
  code: string,
  from: number,
): Promise<WireBehind> {
  const found = await behindFigure<Behind, ReportAsked>(tx, supplyId, code)
  if (found === undefined)
    throw new Refusal('not-found', {
      zh: '报告中没有这个数字，请从报告页面重新打开',
      en: 'The report has no such figure: open it from the report again',
    })
  const report = await getReport(tx, found.reportId)
  checkMayRead(engine, actor, await sectionsOf(tx, report.id))
  const { figure, behind, asked, madeAt } = found
  const { label, text, unit, definition } = figure
  const { now, parts } = await countNow(tx, code, behind, asked.upTo)
  const of = 'of' in behind ? behind.of : undefined
  const skills = behind.kind === 'mentions' || behind.kind === 'mention-share' ? behind.skills : undefined
  return {
    label: label.zh,
    value: text,
    unit: unit?.zh ?? '',
    definition,
    report: { id: report.id, title: report.title },
    madeAt,
    now,
    parts,
    rows: 'rows' in behind ? behind.rows : [],
    total: of === undefined ? 0 : (parts[0]?.n ?? 0),
    ads: of === undefined ? [] : await adsOf(tx, of, asked.upTo, from, skills),
  }
}

/** The value as it would be counted now, and the counts it is made of. */
export async function countNow(
  tx: Tx,
  code: string,
  behind: Behind,
  upTo: string,
): Promise<{ now: string; parts: { label: WireBehind['parts'][number]['label']; n: number }[] }> {
  // Of a share its bounds and of a mean its margin are figures too: told by the end of their codes.
  const part = code.slice(code.lastIndexOf('.') + 1)
  switch (behind.kind) {
    case 'ads': {
      const { n } = await countAds(tx, behind.of, upTo)
      return { now: String(n), parts: [{ label: 'ads', n }] }
    }
    case 'share': {
      const [{ n: k }, { n }] = [await countAds(tx, behind.of, upTo), await countAds(tx, behind.among, upTo)]
      const { percent, low, high } = shareOf(k, n)
      return {
        now: part === 'low' ? low : part === 'high' ? high : percent,
        parts: [
          { label: 'ads', n: k },
          { label: 'among', n },
        ],
      }
    }
    case 'pay': {
      const { paid, pay, squares } = await countAds(tx, behind.of, upTo)
      const mean = payOf(paid, pay, squares)
      return {
        now: String((part === 'pay-margin' ? mean?.margin : mean?.mean) ?? ''),
        parts: [{ label: 'ads', n: paid }],
      }
    }
    case 'pays': {
      const [one, other] = [await countAds(tx, behind.of, upTo), await countAds(tx, behind.without, upTo)]
      const more = payOf(one.paid, one.pay, one.squares)
      const less = payOf(other.paid, other.pay, other.squares)
      return {
        now: more && less ? String(more.mean - less.mean) : '',
        parts: [
          { label: 'ads', n: one.paid },
          { label: 'without', n: other.paid },
        ],
      }
    }
    case 'mentions': {
      const n = await countMentions(tx, behind.skills, behind.of, upTo)
      return { now: String(n), parts: [{ label: 'mentions', n }] }
    }
    case 'mention-share': {
      const k = await countMentions(tx, behind.skills, behind.of, upTo)
      const n = await countMentions(tx, behind.among, behind.of, upTo)
      return {
        now: shareOf(k, n).percent,
        parts: [
          { label: 'mentions', n: k },
          { label: 'among-mentions', n },
        ],
      }
    }
    case 'rows':
      return { now: behind.sum ?? String(behind.rows.length), parts: [] }
    case 'row-share':
      return {
        now: new Exact(behind.rows.length).mul(100).div(behind.whole).toFixed(1),
        parts: [{ label: 'among', n: behind.whole }],
      }
  }
}

interface AdRow {
  readonly id: string
  readonly title: string
  readonly company: string
  readonly body: string
  readonly city_code: string
  readonly seen: string | null
  readonly postings: number
  readonly pay_min: number | null
  readonly pay_max: number | null
  readonly skill: string | null
  readonly required: boolean | null
  readonly in_title: boolean | null
  readonly starts: number | null
  readonly ends: number | null
}

/** A page of advertisements, the latest first, each with the words of the skill meant where one is. */
async function adsOf(
  tx: Tx,
  filter: AdFilter,
  upTo: string,
  from: number,
  skills?: readonly string[],
): Promise<WireBehindAd[]> {
  const shown = shownSkill(filter)
  const named = skills ?? (shown === undefined ? undefined : [shown])
  const rows = await tx.run<AdRow>(sql`
    SELECT a.id, a.title, a.company, left(a.body, ${LETTERS + 200}) AS body, a.city_code, a.last_seen::text AS seen, a.postings, a.pay_min, a.pay_max,
      ${named === undefined ? sql`NULL AS skill, NULL AS required, NULL AS in_title, NULL AS starts, NULL AS ends` : sql`m.skill, m.required, m.in_title, m.starts, m.ends`}
    FROM advertisements a ${
      named === undefined
        ? sql``
        : sql`JOIN advertisement_skills m ON m.college_id = ${tx.collegeId} AND m.advertisement_id = a.id AND m.skill = ANY(${[...named]}::text[])`
    }
    WHERE ${adsSql(tx, filter, upTo)} ORDER BY a.id DESC ${named === undefined ? sql`` : sql`, m.skill`} LIMIT ${PAGE} OFFSET ${from}`)
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    company: row.company,
    city: row.city_code === '' ? '' : (regionName(row.city_code) ?? ''),
    postedOn: row.seen,
    postings: row.postings,
    payMin: row.pay_min,
    payMax: row.pay_max,
    skill: row.skill,
    required: row.required,
    ...(row.starts === null || row.ends === null || row.in_title === null
      ? { before: '', words: '', after: row.body.slice(0, 120) }
      : inContext({ ...row, in_title: row.in_title, starts: row.starts, ends: row.ends })),
    text: row.body.slice(0, LETTERS),
  }))
}
