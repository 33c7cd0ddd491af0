import { declarations } from '../catalogue/index.gen.ts'
import { listColleges } from '../src/engine/colleges.ts'
import { assembleCatalogue } from '../src/language/catalogue.ts'
import { loadDemo } from '../src/server/demo.ts'
import { askersOf, readMatrix, tryAsker } from '../test/access-matrix.ts'
import { openBench } from './college.ts'
import type { BenchRow } from './row.ts'

/** Every register × role × place, through everything that shows records: what comes out against what is declared. */
export async function benchMatrix(): Promise<BenchRow[]> {
  const bench = await openBench(assembleCatalogue(declarations))
  const leaks: string[] = []
  let cells = 0
  let asked = 0
  const began = Date.now()
  try {
    await loadDemo(bench.engine, () => {})
    const matrix = await readMatrix(bench.engine, (await listColleges(bench.engine))[0]!.id, '2023')
    const registers = [...bench.engine.catalogue.registers.values()]
    for (const asker of askersOf(matrix)) {
      const result = await tryAsker(matrix, asker, registers, 2000)
      cells += result.cells
      asked += result.asked
      leaks.push(...result.leaks)
      console.error(
        `${asker.role}: ${cells} cells, ${asked} answers, ${leaks.length} leaks, ${((Date.now() - began) / 1000).toFixed(0)} s`,
      )
      for (const leak of result.leaks.slice(0, 10)) console.error(leak)
    }
  } finally {
    await bench.close()
  }
  return [
    {
      name: 'register × role × place, answers compared',
      ours: `${cells} / ${asked}`,
      byHand: '–',
      ratio: '–',
      aim: 'all',
    },
    { name: 'answers that tell more than is declared', ours: String(leaks.length), byHand: '–', ratio: '–', aim: '0' },
  ]
}
