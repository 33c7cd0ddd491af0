import type { Tx } from '../../database/connection.ts'
import { type BlockNode, caseStudy, type DocumentNode, paragraph } from '../../language/document.ts'
import type { RecordTableTemplate } from '../../language/report.ts'
import type { Actor } from '../access/actor.ts'
import { collegeRegister } from '../codes/college-register.ts'
import type { Engine } from '../engine.ts'
import type { Period } from '../indicators/periods.ts'
import { eachRecord } from '../records/list.ts'
import { countedSql, openField, viewOf } from './resolve-records.ts'

/** More than this are a book of their own. */
const MOST_CASES = 200

type CasesTemplate = RecordTableTemplate & { readonly cases: NonNullable<RecordTableTemplate['cases']> }
export const hasCases = (template: RecordTableTemplate): template is CasesTemplate => template.cases !== undefined

/**
 * The case studies that records tell, in the template's order, within the actor's reach; those without a text are left out.
 * @throws ReportError for a field that cannot be printed
 */
export async function resolveCases(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  template: CasesTemplate,
  period: Period,
): Promise<BlockNode[]> {
  const register = await collegeRegister(engine, tx, template.register)
  const { title, text } = template.cases
  for (const name of [title, text]) openField(register, name, `Cases "${template.name}"`)
  if (viewOf(register, actor) === 'none') return []
  const also = countedSql(engine, register, template.where, period, template.period)
  const request = { register: register.name, also, ...(template.order ? { sort: template.order } : {}) }
  const found: BlockNode[] = []
  for await (const portion of eachRecord(engine, tx, actor, request, MOST_CASES)) {
    for (const { values } of portion) {
      const told = values[text]
      if (typeof told !== 'string' || told.trim() === '') continue
      const lines = told.split(/\n+/).filter((line) => line.trim() !== '')
      found.push(caseStudy(String(values[title] ?? ''), ...lines.map((line) => paragraph(line))))
    }
    if (found.length >= MOST_CASES) break
  }
  return found.slice(0, MOST_CASES)
}

/** A text in which the places of cases hold the cases themselves. */
export function withCases(content: DocumentNode, cases: ReadonlyMap<string, readonly BlockNode[]>): DocumentNode {
  if (cases.size === 0) return content
  return {
    ...content,
    content: (content.content ?? []).flatMap((node) =>
      node.type === 'recordTable' ? (cases.get(node.attrs.name) ?? [node]) : [node],
    ),
  }
}
