import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import type { OutputName } from '../src/engine/reports/compile.ts'
import type { ReportInput } from './report-by-hand.ts'

// A process of its own: prints the first report it is given, then the others, and says what each took.
const [who, outputs, file] = process.argv.slice(2) as ['ours' | 'hand', string, string]
const inputs = deserialize(readFileSync(file)) as ReportInput[]
const names = outputs.split(',') as OutputName[]

const print = async (input: ReportInput): Promise<void> => {
  if (who === 'ours') {
    const { compile } = await import('../src/engine/reports/compile.ts')
    await compile(input.resolved, { outputs: names, createdAt: '2024-01-12T00:00:00Z' })
  } else {
    const { byHand } = await import('./report-by-hand.ts')
    for (const name of names) await byHand(name, input)
  }
}
const times: number[] = []
for (const input of inputs) {
  const began = performance.now()
  await print(input)
  times.push(performance.now() - began)
}
const [cold, ...warm] = times
console.log(JSON.stringify({ cold, warm: Math.min(...warm) }))
process.exit(0)
