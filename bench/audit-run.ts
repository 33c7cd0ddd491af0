import { readFileSync } from 'node:fs'
import { declarations } from '../catalogue/index.gen.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { auditDocument, readDocument } from '../src/modules/audit/index.ts'

// A process of its own, so that its peak of memory is that of one audit alone. Time is the processor's: others may be at work.
const { indicators, rules } = assembleCatalogue(declarations)
const catalogue = { indicators: [...indicators.values()], rules: [...rules.values()] }
const file = process.argv[2]!
const bytes = readFileSync(file)
const began = process.cpuUsage()
const findings = auditDocument(await readDocument(file, bytes), { catalogue })
const { user, system } = process.cpuUsage(began)
console.log(
  JSON.stringify({ ms: (user + system) / 1000, findings: findings.length, mb: process.resourceUsage().maxRSS / 1024 }),
)
process.exit(0)
