import { answers } from './answers.ts'
import { average } from './average.ts'
import { beyondWhole } from './beyond-whole.ts'
import { contents } from './contents.ts'
import { englishChanges } from './english-changes.ts'
import { englishGrowth } from './english-growth.ts'
import { englishLists } from './english-lists.ts'
import { englishMeans } from './english-means.ts'
import { englishOrder } from './english-order.ts'
import { englishProse } from './english-prose.ts'
import { englishShares } from './english-shares.ts'
import { englishSums } from './english-sums.ts'
import { englishTurns } from './english-turns.ts'
import { englishTwice } from './english-twice.ts'
import { growthFromTable } from './growth-from-table.ts'
import { growthInProse } from './growth-in-prose.ts'
import { impossibleDate } from './impossible-date.ts'
import { impossibleValue } from './impossible-value.ts'
import { listCount } from './list-count.ts'
import { magnitude } from './magnitude.ts'
import { meanOfList } from './mean-of-list.ts'
import { nearbyQuotient } from './nearby-quotient.ts'
import { nestedRowsRule } from './nested-rows.ts'
import { numbering } from './numbering.ts'
import { order } from './order.ts'
import { partOfCollege } from './part-of-college.ts'
import { partsInProse } from './parts-in-prose.ts'
import { partsInTable } from './parts-in-table.ts'
import { rateInProse } from './rate-in-prose.ts'
import { rateRows } from './rate-rows.ts'
import { ratio } from './ratio.ts'
import { remainder } from './remainder.ts'
import { restated } from './restated.ts'
import type { AuditRule } from './rule.ts'
import { saidSum } from './said-sum.ts'
import { sameQuantity } from './same-quantity.ts'
import { shareInProse } from './share-in-prose.ts'
import { sharesInTurn } from './shares-in-turn.ts'
import { sumsInProse } from './sums-in-prose.ts'
import { tableAverages } from './table-averages.ts'
import { tableRelations } from './table-relations.ts'
import { tableShares } from './table-shares.ts'
import { tableTotals } from './table-totals.ts'
import { textAndAnnex } from './text-and-annex.ts'
import { textAndTable } from './text-and-table.ts'
import { times } from './times.ts'
import { toldRows } from './told-rows.ts'
import { toldTwice } from './told-twice.ts'

/** Every rule of the audit. Write one file, add one line. */
export const RULES: readonly AuditRule[] = [
  partsInTable,
  partsInProse,
  sumsInProse,
  saidSum,
  listCount,
  remainder,
  tableTotals,
  nestedRowsRule,
  tableRelations,
  tableShares,
  rateRows,
  shareInProse,
  sharesInTurn,
  rateInProse,
  nearbyQuotient,
  beyondWhole,
  ratio,
  times,
  average,
  tableAverages,
  meanOfList,
  growthInProse,
  growthFromTable,
  sameQuantity,
  textAndTable,
  textAndAnnex,
  toldRows,
  toldTwice,
  magnitude,
  restated,
  order,
  partOfCollege,
  answers,
  impossibleValue,
  impossibleDate,
  numbering,
  contents,
  englishProse,
  englishLists,
  englishGrowth,
  englishTurns,
  englishShares,
  englishChanges,
  englishMeans,
  englishOrder,
  englishSums,
  englishTwice,
]
