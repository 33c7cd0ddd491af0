import { benchAbility } from './ability.ts'
import { benchAudit } from './audit.ts'
import { benchBytes } from './bytes.ts'
import { benchCase } from './case.ts'
import { benchClassroom } from './classroom.ts'
import { benchClassroomAnalysis } from './classroom-analysis.ts'
import { benchCreditBank } from './credit-bank.ts'
import { benchCrowd } from './crowd.ts'
import { benchFeeds } from './feeds.ts'
import { benchFigures } from './figures.ts'
import { benchFuzz } from './fuzz.ts'
import { benchGrowth } from './growth.ts'
import { benchHttp } from './http.ts'
import { benchMatrix } from './matrix.ts'
import { benchImport } from './import.ts'
import { benchLearning } from './learning.ts'
import { benchPages } from './pages.ts'
import { benchPeers, installPeers } from './peers/peers.ts'
import { benchPlan } from './plan.ts'
import { benchReliability } from './reliability.ts'
import { benchReport } from './report.ts'
import { type BenchRow, printRows } from './row.ts'
import { benchScoring } from './scoring.ts'
import { benchSeals } from './seals.ts'
import { benchSheets } from './sheets.ts'
import { benchStandards } from './standards.ts'
import { benchStart } from './start.ts'
import { benchWeb } from './web.ts'

/** What is measured, by name. */
const benches: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  http: benchHttp,
  sheets: benchSheets,
  import: benchImport,
  feeds: benchFeeds,
  figures: benchFigures,
  report: benchReport,
  standards: benchStandards,
  scoring: benchScoring,
  plan: benchPlan,
  'credit-bank': benchCreditBank,
  case: benchCase,
  audit: benchAudit,
  learning: benchLearning,
  'classroom-analysis': benchClassroomAnalysis,
  classroom: benchClassroom,
  ability: benchAbility,
  start: benchStart,
  load: benchCrowd,
  growth: benchGrowth,
  bytes: benchBytes,
  reliability: benchReliability,
  seals: benchSeals,
  fuzz: benchFuzz,
  matrix: benchMatrix,
  web: benchWeb,
  pages: benchPages,
  peers: benchPeers,
  'peers-install': installPeers,
}

/** They try rather than measure, for a quarter of an hour, or need what must be installed first: only by name. */
const byName: ReadonlySet<string> = new Set(['fuzz', 'matrix', 'peers', 'peers-install'])

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
const rows: BenchRow[] = []
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 ? !byName.has(name) : wanted.includes(name)) rows.push(...(await bench()))
printRows(rows)
process.exit(0)
