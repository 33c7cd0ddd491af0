import { benchPlanFigures } from './plan-figures.ts'
import { benchPlanFills } from './plan-fills.ts'
import { benchPlanPackage } from './plan-package.ts'
import type { BenchRow } from './row.ts'

/** Plans: figures recomputed, many people filling at once, the evidence package. */
export async function benchPlan(): Promise<BenchRow[]> {
  return [...(await benchPlanPackage()), ...(await benchPlanFills()), ...(await benchPlanFigures())]
}
