import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declarations } from '../catalogue/index.gen.ts'
import { STAGE } from '../demo/college.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { WireFigure } from '../src/language/wire.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { listFigures } from '../src/engine/indicators/figures.ts'
import { brokenRules } from '../src/engine/indicators/rules.ts'
import { rowsBehind } from '../src/engine/indicators/rows-behind.ts'
import type { TestDatabase } from '../src/testing/database.ts'
import { openDemoDatabase } from './demo-database.ts'

interface Golden {
  readonly code: string
  readonly value: string
}

/** What the published report prints, by file of demo/golden. */
const folder = join(import.meta.dirname, '../demo/golden')
const golden = await Promise.all(
  readdirSync(folder).map(async (file) => ({
    file,
    list: ((await import(join(folder, file))) as { golden: readonly Golden[] }).golden,
  })),
)

let db: TestDatabase
let collegeId: string
let figures: Map<string, WireFigure>
/** Of the edition that a plan's stage is. */
let stage: Map<string, WireFigure>
beforeAll(async () => {
  db = await openDemoDatabase(assembleCatalogue(declarations))
  collegeId = (await listColleges(db.engine))[0]!.id
  const figuresOf = async (period: string) => {
    const all = await db.database.inCollege(collegeId, (tx) =>
      listFigures(db.engine, tx, asSystem(collegeId, 'test'), { period }),
    )
    return new Map(all.map((f) => [f.code, f]))
  }
  figures = await figuresOf('2023')
  stage = await figuresOf(STAGE)
}, 300_000)
afterAll(() => db.close())

describe('the demo college', () => {
  for (const { file, list } of golden)
    it(`prints the published figures of ${file}`, () => {
      const plain = (text: string | undefined) =>
        text === undefined ? text : text.includes('.') ? text.replace(/\.?0+$/, '') : text
      expect(list.map((g) => [g.code, plain(figures.get(g.code)?.text)])).toEqual(
        list.map((g) => [g.code, plain(g.value)]),
      )
    })

  it('has a value for every row of its tables: those of a plan in the edition of its stage, the others in the year', () => {
    const empty = declarations.tables.flatMap((t) =>
      t.rows
        .filter((r) => (r.indicator.startsWith('plan.') ? stage : figures).get(r.indicator)?.value == null)
        .map((r) => `${t.name}: ${r.label.zh}`),
    )
    expect(empty).toEqual([])
  })

  it('gives the self-evaluation of its plan the figures that a published one prints', () => {
    const printed = {
      'plan.tasks': '412',
      'plan.tasks-completed': '409',
      'plan.completion': '99.27',
      'plan.school-completion': '99.61',
      'plan.group-completion': '98.73',
      'plan.school-score': '98.06',
      'plan.group-score': '98.61',
      'plan.score': '98.45',
      'plan.results': '547',
      'plan.results-national': '93',
      'plan.budget': '9479.00',
      'plan.arrived': '10047.12',
      'plan.spent': '9245.37',
      'plan.arrived-industry': '1368.12',
      'plan.spent-own': '2077.25',
      'plan.use-of-budget': '97.54',
      'plan.use-of-arrivals': '92.02',
      'plan.group-use-of-budget': '98.14',
      'plan.arrival': '105.99',
      'plan.arrival-capped': '100.00',
    }
    expect(Object.fromEntries(Object.keys(printed).map((code) => [code, stage.get(code)?.text]))).toEqual(printed)
  })

  it('breaks no rule of severity error', async () => {
    const broken = await db.database.inCollege(collegeId, (tx) =>
      brokenRules(db.engine, tx, asSystem(collegeId, 'test'), '2023'),
    )
    expect(broken.filter((r) => r.severity === 'error').map((r) => [r.name, r.explanation.zh])).toEqual([])
  })

  it('opens every computed figure to as many rows as it says', async () => {
    const wrong: string[] = []
    await db.database.inCollege(collegeId, async (tx) => {
      const actor = asSystem(collegeId, 'test')
      for (const indicator of declarations.indicators) {
        // A sum or a share of one measure: the rows are those of its measure. Formulas over several measures may count a row twice.
        if (!('value' in indicator) || indicator.value.of !== 'count') continue
        const [behind] = await rowsBehind(db.engine, tx, actor, {
          code: indicator.code,
          period: '2023',
          part: 'value',
          limit: 1,
        })
        if (String(behind?.counted) !== figures.get(indicator.code)?.text)
          wrong.push(`${indicator.code}: ${behind?.counted} ≠ ${figures.get(indicator.code)?.text}`)
      }
    })
    expect(wrong).toEqual([])
  })
})
