import { readFileSync } from 'node:fs'
import { declarations } from '../catalogue/index.gen.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { auditDocument, readDocument } from '../src/modules/audit/index.ts'

// A process of its own, so that its peak of memory is that of one audit alone.
const { indicators, rules } = assembleCatalogue(declarations)
const catalogue = { indicators: [...indicators.values()], rules: [...rules.values()] }
const file = process.argv[2]!
const bytes = readFileSync(file)
const began = performance.now()
const findings = auditDocument(await readDocument(file, bytes), { catalogue })
const ms = performance.now() - began
console.log(JSON.stringify({ ms, findings: findings.length, mb: process.resourceUsage().maxRSS / 1024 }))
process.exit(0)
