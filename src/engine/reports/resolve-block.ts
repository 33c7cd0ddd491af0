import type { Tx } from '../../database/connection.ts'
import { recordTableKey, type ResolvedChart, type ResolvedTable } from '../../language/document.ts'
import type { Actor } from '../access/actor.ts'
import type { Engine } from '../engine.ts'
import { Refusal } from '../refusal.ts'
import { collectReferences } from './collect-references.ts'
import { openReport, resolveOpened } from './resolve-report.ts'

/**
 * One table or chart as the report would print it now, whether the text holds it already or not: what the editor
 * shows before it is inserted. Resolved by the same steps as the whole report, on a text of this block alone.
 * @throws Refusal 404 when the template has no such block, or there is nothing to print
 */
export async function resolveBlock<K extends 'tables' | 'charts'>(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  reportId: string,
  kind: K,
  name: string,
  group?: string,
): Promise<K extends 'tables' ? ResolvedTable : ResolvedChart> {
  const opened = await openReport(engine, tx, reportId)
  const node =
    kind === 'charts'
      ? { type: 'chart', attrs: { name } }
      : engine.catalogue.tables.has(name)
        ? { type: 'figureTable', attrs: { table: name } }
        : { type: 'recordTable', attrs: { name, ...(group ? { group } : {}) } }
  const sections = opened.sections
    .slice(0, 1)
    .map((s) => ({ ...s, content: { type: 'doc', content: [node] } as typeof s.content }))
  const { resolved } = await resolveOpened(engine, tx, actor, {
    ...opened,
    sections,
    references: collectReferences(opened.around, sections),
  })
  const found = resolved[kind][recordTableKey({ name, ...(group ? { group } : {}) })]
  if (!found)
    throw new Refusal('not-found', {
      zh: `没有可显示的表或图“${name}”：名称不存在，或本期暂无数据`,
      en: `There is no table or chart "${name}" to show: the name is unknown, or there is no data in this period`,
    })
  return found as K extends 'tables' ? ResolvedTable : ResolvedChart
}
