import { readFileSync } from 'node:fs'
import { auditDocument, readDocument } from '../src/modules/audit/index.ts'

// A process of its own, so that its peak of memory is that of one audit alone.
const file = process.argv[2]!
const bytes = readFileSync(file)
const began = performance.now()
const findings = auditDocument(await readDocument(file, bytes))
const ms = performance.now() - began
console.log(JSON.stringify({ ms, findings: findings.length, mb: process.resourceUsage().maxRSS / 1024 }))
process.exit(0)
