import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serialize } from 'node:v8'
import { declarations } from '../catalogue/index.gen.ts'
import { loadDemo } from '../src/server/demo.ts'
import { asSystem } from '../src/engine/access/actor.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { renderChart } from '../src/engine/reports/charts.ts'
import { listReports } from '../src/engine/reports/read-report.ts'
import { publishReport } from '../src/engine/reports/publish-report.ts'
import { renderPngs } from '../src/engine/reports/render-png.ts'
import { resolveNumbering } from '../src/engine/reports/resolve-numbering.ts'
import { resolveReport } from '../src/engine/reports/resolve-report.ts'
import { typstSource } from '../src/engine/reports/typst-source.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import type { ResolvedReport } from '../src/language/document.ts'
import { openBench } from './college.ts'
import type { ReportInput } from './report-by-hand.ts'
import type { BenchRow } from './row.ts'

/** What is printed, and what the hand has ready before its clock starts. */
const KINDS = [
  { outputs: ['index.html'], name: 'web page', hand: 'bare ECharts, text in hand' },
  { outputs: ['report.docx'], name: 'Word', hand: 'the same docx library, text and charts in hand' },
  { outputs: ['report.pdf'], name: 'PDF', hand: 'bare Typst, source in hand' },
  { outputs: ['index.html', 'report.docx', 'report.pdf'], name: 'web, Word and PDF together', hand: 'the three' },
] as const
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

/**
 * The demo college's annual report, resolved, to files. Cold is a process that has loaded nothing yet; warm the same
 * process again after a figure and a chart changed, as when somebody looks at a preview once more.
 */
export async function benchReport(): Promise<BenchRow[]> {
  const db = await openBench(assembleCatalogue(declarations))
  const folder = mkdtempSync(join(tmpdir(), 'jiangxin-bench-report-'))
  try {
    await loadDemo(db.engine, () => {})
    const collegeId = (await listColleges(db.engine))[0]!.id
    const actor = asSystem(collegeId, 'bench')
    const inCollege = <T>(work: Parameters<typeof db.engine.database.inCollege<T>>[1]) =>
      db.engine.database.inCollege(collegeId, work)
    const { id } = (await inCollege((tx) => listReports(db.engine, tx, actor)))[0]!
    const { resolved } = await inCollege((tx) => resolveReport(db.engine, tx, actor, id))
    const inputs = join(folder, 'inputs')
    writeFileSync(inputs, serialize(await Promise.all([0, 1, 2, 3].map((n) => inputOf(changed(resolved, n))))))
    const rows = KINDS.flatMap(({ outputs, name, hand }) => {
      const [ours, theirs] = [run('ours', outputs, inputs), run('hand', outputs, inputs)]
      return (['cold', 'warm'] as const).map((how): BenchRow => ({
        name: `whole report as ${name}, ${how}`,
        ours: seconds(ours[how]),
        byHand: `${seconds(theirs[how])} (${hand})`,
        ratio: (ours[how] / theirs[how]).toFixed(2),
        aim: '≤ 3 s',
      }))
    })
    const began = performance.now()
    await publishReport(db.engine, actor, id)
    const name = 'whole report published: checked twice, six files made and sealed, figures frozen'
    return [...rows, { name, ours: seconds(performance.now() - began), byHand: '', ratio: '', aim: '' }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await db.close()
  }
}

/** Another value in the first figure and the first chart: what is remembered of the run before does not fit. */
function changed(resolved: ResolvedReport, n: number): ResolvedReport {
  const copy = structuredClone(resolved) as { -readonly [K in keyof ResolvedReport]: ResolvedReport[K] }
  const [key, figure] = Object.entries(copy.figures)[0]!
  copy.figures = { ...copy.figures, [key]: { ...figure, value: String(1000 + n), text: String(1000 + n) } }
  const [name, chart] = Object.entries(copy.charts)[0]!
  const series = chart.series.map((s) => ({ ...s, values: s.values.map((v, i) => (i === 0 ? String(10 + n) : v)) }))
  copy.charts = { ...copy.charts, [name]: { ...chart, series } }
  return copy
}

async function inputOf(resolved: ResolvedReport): Promise<ReportInput> {
  const numbered = resolveNumbering(resolved)
  const charts = Object.values(resolved.charts)
  const pngs = await renderPngs(charts.map((chart) => renderChart(chart, { width: 640 })))
  return { resolved, numbered, source: typstSource(numbered), charts, pngs }
}

/** One process for each: the typesetter remembers through the life of a process. */
function run(who: 'ours' | 'hand', outputs: readonly string[], inputs: string): { cold: number; warm: number } {
  const script = fileURLToPath(new URL('./report-run.ts', import.meta.url))
  return JSON.parse(execFileSync(process.execPath, [script, who, outputs.join(','), inputs], { encoding: 'utf8' }))
}
