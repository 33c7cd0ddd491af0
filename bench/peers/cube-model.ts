import type { Wanted } from '../../src/engine/indicators/measure-records.ts'
import { snake } from '../../src/database/plan.ts'
import type { Catalogue } from '../../src/language/catalogue.ts'
import { conditionsByHand } from '../figures-by-hand.ts'

/** A cube of one register: what it asks the database, and which of our numbers its measures are. */
export interface CubeModel {
  readonly name: string
  /** The model file, with or without sums made beforehand by unit and for the whole college. */
  source(isSummed: boolean): string
  readonly wanted: readonly Wanted[]
}

const TYPES = { distinct: 'countDistinct', sum: 'sum', max: 'max', average: 'avg' } as const
/** A text within a template of JavaScript. */
const literal = (text: string) => `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``

/** The numbers of all indicators as Cube's models, one cube for each register that they are counted over. */
export function cubesOf(catalogue: Catalogue, collegeId: string, all: Iterable<Wanted>): CubeModel[] {
  return [...Map.groupBy(all, (w) => w.measure.register)].map(([register, wanted]) => {
    const name = snake(register.replaceAll('-', '_'))
    const { from, where, conditions } = conditionsByHand(
      catalogue,
      collegeId,
      catalogue.registers.get(register)!,
      wanted,
    )
    const columns = wanted.map(({ measure }, i) => {
      const condition = `(${conditions[i]!.join(' AND ') || 'true'}) AS f${i}`
      return measure.of === 'count' ? condition : `${condition}, r."${snake(measure.field)}" AS v${i}`
    })
    const measures = wanted.map(({ measure }, i) => {
      const filters = `filters: [{ sql: \`\${CUBE}.f${i}\` }]`
      return measure.of === 'count'
        ? `m${i}: { type: \`count\`, ${filters} }`
        : `m${i}: { type: \`${TYPES[measure.of]}\`, sql: \`\${CUBE}.v${i}\`, ${filters} }`
    })
    const names = wanted.map((_, i) => `CUBE.m${i}`).join(', ')
    const sums = `preAggregations: {
    whole: { type: \`rollup\`, measures: [${names}], external: false, refreshKey: { every: \`1 hour\` } },
    units: { type: \`rollup\`, measures: [${names}], dimensions: [CUBE.unit], external: false, refreshKey: { every: \`1 hour\` } },
  },`
    return {
      name,
      wanted,
      source: (isSummed) => `cube(\`${name}\`, {
  sql: ${literal(`SELECT r.unit_id::text AS unit, ${columns.join(', ')} FROM ${from} WHERE ${where}`)},
  refreshKey: { every: \`1 hour\` },
  measures: { ${measures.join(',\n')} },
  dimensions: { unit: { sql: \`unit\`, type: \`string\` } },
  ${isSummed ? sums : ''}
})
`,
    }
  })
}
