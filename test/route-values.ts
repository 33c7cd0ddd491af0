import { sql } from 'kysely'
import { snake } from '../src/database/plan.ts'
import type { Engine } from '../src/engine/engine.ts'
import type { Catalogue } from '../src/language/catalogue.ts'

/** An id that nothing has. */
export const NOBODY = '00000000-0000-7000-8000-00000000dead'

/** Values for the parameters in addresses: constant ones, names of declarations, a column of a table. */
type Source = readonly string[] | ((catalogue: Catalogue) => Iterable<string>) | { table: string; column: string }

const of = (table: string, column = 'id'): Source => ({ table, column })
const records = (register: string): Source => of(`records.${snake(register)}`)

/** What each parameter of a route means: the first line whose address and name fit. A new route needs a line of its own. */
const MEANINGS: readonly (readonly [address: RegExp, parameter: string, source: Source])[] = [
  [/^\/api\/delegations/, 'id', of('assignments')],
  [/^\/api\/accounts/, 'id', of('accounts')],
  [/^\/api\/accounts/, 'assignment', of('assignments')],
  [/^\/api\/account\/sessions/, 'id', of('sessions')],
  [/^\/api\/account\/passkeys/, 'id', of('passkeys')],
  [/^\/api\/codes/, 'list', (c) => c.codes.keys()],
  [/^\/api\/codes/, 'value', ['other']],
  [/^\/api\/credit-bank\/clients/, 'id', of('credit_clients')],
  [/^\/api\/credit-bank\/hooks/, 'id', of('credit_hooks')],
  [/^\/api\/credit-bank\/deliveries/, 'id', of('credit_deliveries')],
  [/^\/api\/credit-bank\/v1\/conversions/, 'id', records('credit-conversions')],
  [/^\/api\/credit-bank\/v1\/learners/, 'number', of('records.credit_learners', 'number')],
  [/^\/api\/credit-bank\/learners/, 'id', records('credit-learners')],
  [/^\/api\/credit-bank\/(?:\w+\/)?applications/, 'id', records('credit-conversions')],
  [/^\/api\/credit-bank\/rules/, 'id', records('conversion-rules')],
  [/^\/api\/credit-bank\/opinions/, 'id', records('outcome-opinions')],
  [/^\/api\/credit-bank\/opinions/, 'sha256', of('files', 'sha256')],
  [/^\/api\/credit-bank/, 'id', records('learning-outcomes')],
  [/^\/api\/credit-bank/, 'step', ['submit', 'withdraw']],
  [/^\/api\/frameworks\/items/, 'id', records('framework-items')],
  [/^\/api\/frameworks/, 'id', records('frameworks')],
  [/^\/(?:colleges\/:college\/)?ims\/case/, 'id', records('frameworks')],
  [/^\/colleges/, 'college', ['demo', 'other']],
  [/^\/api\/badges/, 'id', of('badges')],
  [/^\/api\/badges/, 'form', ['json']],
  [/^\/api\/credit-bank\/\w+\/files/, 'sha256', of('files', 'sha256')],
  [/^\/api\/credit-bank\/\w+\/files/, 'name', ['a.pdf']],
  [/^\/colleges|^\/api\/verify/, 'token', of('badges', 'token')],
  [/^\/api\/verify/, 'college', ['demo', 'other']],
  [/^\/colleges/, 'list', ['1']],
  [/^\/api\/learning-records/, 'id', [NOBODY]],
  [/^\/api\/courseware/, 'id', of('courseware')],
  [/^\/xapi\/cmi5/, 'ticket', [`demo.${NOBODY}.${'0'.repeat(43)}`]],
  [/^\/api\/classroom/, 'id', of('classroom_sessions')],
  [/^\/api\/classroom/, 'activity', of('classroom_activities')],
  [/^\/api\/classroom/, 'step', ['open', 'close', 'show']],
  [/^\/api\/classroom/, 'student', records('students')],
  [/^\/api\/classroom/, 'sha256', of('files', 'sha256')],
  [/^\/api\/items/, 'id', of('items')],
  [/^\/api\/coursework\/lessons/, 'id', of('coursework_plans', 'lesson_id')],
  [/^\/api\/coursework\/materials/, 'id', of('coursework_materials')],
  [/^\/api\/coursework\/tasks/, 'id', of('coursework_tasks')],
  [/^\/api\/coursework\/topics/, 'id', of('coursework_topics')],
  [/^\/api\/coursework/, 'class', of('coursework_tasks', 'teaching_class')],
  [/^\/api\/coursework/, 'student', of('coursework_hand_ins', 'student_id')],
  [/^\/api\/coursework/, 'post', of('coursework_posts')],
  [/^\/api\/coursework/, 'column', of('coursework_columns')],
  [/^\/api\/coursework/, 'index', ['0']],
  [/^\/api\/coursework/, 'place', ['1']],
  [/^\/api\/ability\/terms/, 'id', of('skill_terms')],
  [/^\/api\/ability\/courses/, 'id', records('courses')],
  [/^\/api\/ability\/behind/, 'supply', of('report_supplies')],
  [/^\/api\/teaching\/advice/, 'id', of('teaching_advice')],
  [/^\/api\/teaching/, 'course', of('classroom_sessions', 'course_id')],
  [/^\/api\/teaching/, 'class', of('classroom_sessions', 'teaching_class')],
  [/^\/api\/teaching/, 'dimension', ['breadth', 'mastery']],
  [/^\/api\/scoring\/assignments/, 'id', records('expert-assignments')],
  [/^\/api\/scoring\/assignments/, 'action', ['accept', 'decline']],
  [/^\/api\/scoring/, 'id', records('score-sheets')],
  [/^\/api\/registers\/:register\/views/, 'id', of('saved_views')],
  [/^\/api\/registers/, 'evidence', of('evidence')],
  [/^\/api\/registers/, 'action', ['submit', 'approve', 'return', 'delete', 'restore']],
  [/^\/api\/reports/, 'id', of('reports')],
  [/^\/api\/reports/, 'sid', of('report_sections')],
  [/^\/api\/reports/, 'cid', of('comments')],
  [/^\/api\/reports/, 'pid', of('publications')],
  [/^\/api\/reports\/:id\/sections/, 'action', ['submit', 'return', 'approve']],
  [/^\/api\/reports/, 'action', ['review', 'reopen', 'sign']],
  [/^\/api\/reports/, 'version', ['1']],
  [/^\/api\/reports\/:id\/tables/, 'name', (c) => c.tables.keys()],
  [/^\/api\/reports\/:id\/charts/, 'name', ['destinations', 'satisfaction']],
  [/^\/api\/reports/, 'name', ['index.html', 'figures.json', 'report.json']],
  [/^\/api\/report-audits/, 'id', of('reports')],
  [/^\/api\/rules/, 'name', (c) => c.rules.map((rule) => rule.name)],
  [/^\/api\/tables/, 'name', (c) => c.tables.keys()],
  [/^\/api\/imports/, 'id', of('imports')],
  [/^\/api\/files/, 'sha256', of('files', 'sha256')],
  [/^\/api\/files/, 'name', ['a.pdf']],
  [/^\/api\/scoring/, 'sha256', of('files', 'sha256')],
  [/^\/api\/figures/, 'code', of('figures', 'code')],
  [/^\/api\/figures/, 'action', ['enter', 'review', 'approve', 'return']],
  [/^\/api\/periods/, 'code', ['2023']],
  [/^\/api\/feeds/, 'id', of('feeds')],
  [/^\/api\/feeds/, 'key', ['0'.repeat(32)]],
  [/^\/api\/national-platform\/batches/, 'id', of('standard_batches')],
  [/^\/api\/national-platform/, 'table', (c) => c.standardTables.keys()],
  [/^\/api\/standards/, 'table', (c) => c.standardTables.keys()],
  [/^\/api\/standards/, 'standard', (c) => c.standards.keys()],
  [/^\/api\/plans/, 'plan', records('plans')],
  [/^\/api\/plans/, 'what', ['targets', 'results', 'money']],
  [/^\/api\/plans/, 'task', records('plan-tasks')],
  [/^\/api\/plan-changes/, 'change', records('plan-changes')],
  [/^\/api\/plan-duties/, 'id', records('plan-tasks')],
  [/^\/api\/plan-meetings/, 'id', records('plan-meetings')],
  [/^\/api\/plan-packages/, 'id', records('evidence-packages')],
  [/^\/api\/jobs/, 'id', of('job_runs')],
  [/^\/public/, 'college', ['demo', 'other']],
  [/^\/public/, 'report', (c) => c.reports.keys()],
  [/^\/public/, 'period', ['2022', '2023']],
  [/^\/public/, 'file', ['index.html', 'figures.json', 'report.pdf']],
]

/** The values of a parameter in a route's address. @throws Error when the table above does not know it */
export type RouteValues = (url: string, parameter: string, register?: string) => readonly string[]

/** Reads what may stand in the addresses of one college, at most `most` values of a kind. */
export async function routeValues(engine: Engine, collegeId: string, most: number): Promise<RouteValues> {
  const read = new Map<Source, readonly string[]>()
  const ids = new Map([...engine.catalogue.registers.keys()].map((name) => [name, records(name)]))
  await engine.database.inCollege(collegeId, async (tx) => {
    for (const source of [...MEANINGS.map(([, , source]) => source), ...ids.values()]) {
      if (typeof source === 'function') read.set(source, [...source(engine.catalogue)].slice(0, most))
      else if ('table' in source) {
        const rows = await tx.run<{ value: string }>(sql`
          SELECT DISTINCT ${sql.ref(source.column)}::text AS value FROM ${sql.table(source.table)}
          WHERE college_id = ${tx.collegeId} ORDER BY 1 LIMIT ${most}`)
        read.set(
          source,
          rows.map((row) => row.value),
        )
      } else read.set(source, source)
    }
  })
  return (url, parameter, register = '') => {
    if (parameter === 'register') return [...engine.catalogue.registers.keys()]
    if (parameter === 'id' && url.startsWith('/api/registers/:register/:id')) return read.get(ids.get(register)!) ?? []
    const [, , source] = MEANINGS.find(([address, name]) => name === parameter && address.test(url)) ?? []
    if (!source) throw new Error(`test/route-values.ts does not say what :${parameter} is in ${url}`)
    return read.get(source) ?? []
  }
}
