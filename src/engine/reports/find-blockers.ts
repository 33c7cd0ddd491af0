import { sql } from 'kysely'
import type { Tx } from '../../database/connection.ts'
import type { WireFigure } from '../../language/wire.ts'
import type { WireBlocker } from '../../language/wire-reports.ts'
import { type Actor, asSystem, may } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { brokenRules } from '../indicators/rules.ts'
import type { Place, PlacedSection, UsedFigure } from './collect-references.ts'
import { lookUpFigures } from './resolve-figures.ts'
import type { OpenedReport } from './resolve-report.ts'
import { isEmptyDocument } from './walk-document.ts'

const STATUS: Readonly<Record<string, { zh: string; en: string }>> = {
  computed: { zh: '已计算', en: 'computed' },
  entered: { zh: '已填报', en: 'entered' },
  reviewed: { zh: '已复核', en: 'reviewed' },
}

/** Everything that must be settled before the report may be published: what, where, and what to do. */
export async function findBlockers(engine: Engine, tx: Tx, actor: Actor, opened: OpenedReport): Promise<WireBlocker[]> {
  const { references, row, sections } = opened
  // Judged on what stands, also where the actor may not see it; values are told only to those who may.
  const figures = await lookUpFigures(engine, tx, asSystem(tx.collegeId, 'blockers'), references.figures)
  const sees = may(engine.catalogue, actor, 'figures.read-unapproved')
  const codes = new Set([...references.figures.values()].map((u) => u.code))
  const broken = (await brokenRules(engine, tx, actor, row.period)).filter(
    (r) => r.severity === 'error' && !r.signedOff && r.codes.some((c) => codes.has(c)),
  )
  const office = (name: string) => engine.catalogue.offices.values[name] ?? { zh: name, en: name }
  return [
    ...sectionBlockers(sections),
    ...references.unknown.map(({ place, code, message }): WireBlocker => ({
      kind: 'unknown',
      code,
      ...at([place]),
      message,
    })),
    ...(await imageBlockers(tx, references.images)),
    ...outdatedBlockers(opened),
    ...[...references.figures].flatMap(([key, use]) =>
      figureBlockers(use, figures.get(key)!, sees, office(figures.get(key)!.owner)),
    ),
    ...broken.map((rule): WireBlocker => ({
      kind: 'rule',
      code: rule.name,
      places: [],
      message: {
        zh: `校验“${rule.label.zh}”未通过${rule.explanation.zh && `（${rule.explanation.zh}）`}：请修改数据，或由质量部门说明原因后签署`,
        en: `Check "${rule.label.en}" fails${rule.explanation.en && ` (${rule.explanation.en})`}: mend the data, or have the quality office sign it off with a reason`,
      },
    })),
  ]
}

/** Figures that a module made of what has changed since. */
function outdatedBlockers({ template, around: { supply } }: OpenedReport): WireBlocker[] {
  if (template.made === undefined || supply?.outdatedAt === null) return []
  return [
    {
      kind: 'stale',
      places: [],
      message: {
        zh: `报告生成之后数据有变，图表和指标须重新生成：${template.made.at.zh}`,
        en: `What the report was made of has changed since; have its figures made anew: ${template.made.at.en}`,
      },
    },
  ]
}

function at(places: readonly Place[]): Pick<WireBlocker, 'sectionId' | 'places'> {
  const sectionId = places.find((p) => p.sectionId !== null)?.sectionId
  return { places, ...(sectionId ? { sectionId } : {}) }
}

/** A heading that only holds other sections has nothing to write or approve. */
export function isOnlyHeading(sections: readonly PlacedSection[], index: number): boolean {
  const [section, next] = [sections[index]!, sections[index + 1]]
  return next !== undefined && next.level > section.level && isEmptyDocument(section.content)
}

function sectionBlockers(sections: readonly PlacedSection[]): WireBlocker[] {
  return sections.flatMap((s, i): WireBlocker[] => {
    if (isOnlyHeading(sections, i)) return []
    const place = at([{ sectionId: s.id, number: s.number, title: s.title }])
    const name = [s.number, s.title].filter(Boolean).join(' ')
    const found: WireBlocker[] = []
    if (isEmptyDocument(s.content))
      found.push({
        kind: 'section',
        ...place,
        message: {
          zh: `章节“${name}”没有内容：请撰写，或从提纲中删除`,
          en: `Section "${name}" is empty: write it, or take it out of the outline`,
        },
      })
    if (s.state !== 'approved')
      found.push({
        kind: 'section',
        ...place,
        message:
          s.state === 'draft'
            ? {
                zh: `章节“${name}”尚未提交：请责任部门提交后审批`,
                en: `Section "${name}" is not submitted yet: have its unit submit it, then approve it`,
              }
            : {
                zh: `章节“${name}”已提交，尚未批准：请审批`,
                en: `Section "${name}" is submitted and not approved yet: approve it`,
              },
      })
    return found
  })
}

function figureBlockers(
  use: UsedFigure,
  figure: WireFigure,
  sees: boolean,
  office: { zh: string; en: string },
): WireBlocker[] {
  const place = { code: use.code, ...at(use.places) }
  const name = {
    zh: `指标“${figure.label.zh}”（${use.code}，${use.period}）`,
    en: `Indicator "${figure.label.en}" (${use.code}, ${use.period})`,
  }
  const found: WireBlocker[] = []
  if (figure.value === null) {
    if (!use.isOptional)
      found.push({
        kind: 'not-approved',
        ...place,
        message: figure.entered
          ? {
              zh: `${name.zh}还没有填报：请负责“${office.zh}”的部门填报并上传佐证`,
              en: `${name.en} is not entered: the office for ${office.en.toLowerCase()} has to enter it with evidence`,
            }
          : {
              zh: `${name.zh}没有可计算的数据：请负责“${office.zh}”的部门登记，或从正文中删去`,
              en: `${name.en} has nothing to be computed from: the office for ${office.en.toLowerCase()} has to enter records, or take it out of the text`,
            },
      })
    return found
  }
  const status = STATUS[figure.status]
  if (status)
    found.push({
      kind: 'not-approved',
      ...place,
      message: {
        zh: `${name.zh}尚未批准（${status.zh}）：请负责“${office.zh}”的部门复核，再由质量部门批准`,
        en: `${name.en} is not approved (${status.en}): the office for ${office.en.toLowerCase()} has to review it, then the quality office to approve it`,
      },
    })
  if (figure.changed && !status) {
    const values = sees ? `（${figure.text} → ${figure.changed.text}）` : ''
    found.push({
      kind: 'stale',
      ...place,
      message: {
        zh: `${name.zh}批准后数据有变${values}：请采用新值并重新批准，或恢复数据`,
        en: `Records behind ${name.en} changed after approval${sees ? ` (${figure.text} → ${figure.changed.text})` : ''}: accept the new value and approve it again, or restore the records`,
      },
    })
  }
  for (const part of use.parts)
    if (part !== 'value' && figure[part] === null)
      found.push({
        kind: 'unknown',
        ...place,
        message: {
          zh: `${name.zh}不是比率，没有${part === 'numerator' ? '分子' : '分母'}：请改为引用数值`,
          en: `${name.en} is no fraction and has no ${part}: refer to its value`,
        },
      })
  return found
}

async function imageBlockers(tx: Tx, images: ReadonlyMap<string, readonly Place[]>): Promise<WireBlocker[]> {
  if (images.size === 0) return []
  const kept = await tx.run<{ sha256: string }>(
    sql`SELECT sha256 FROM files WHERE college_id = ${tx.collegeId} AND sha256 = ANY(${[...images.keys()]}::text[])`,
  )
  const known = new Set(kept.map((k) => k.sha256))
  return [...images]
    .filter(([hash]) => !known.has(hash))
    .map(([hash, places]): WireBlocker => ({
      kind: 'unknown',
      code: hash,
      ...at(places),
      message: {
        zh: `图片 ${hash.slice(0, 12)}… 没有上传：请重新上传`,
        en: `Picture ${hash.slice(0, 12)}… was not uploaded: upload it again`,
      },
    }))
}
