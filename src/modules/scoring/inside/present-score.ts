import type { ScoringScheme } from '../../../language/scoring.ts'
import type { WireScore } from '../wire.ts'
import { type Score, score, weightingOf } from './score.ts'
import type { ScoreValues } from './values.ts'
import { explain, ruleInWords } from './words.ts'

/** A score as screens and programs outside take it: every point with its rule in words, its value and its source. */
export function presentScore(scheme: ScoringScheme, found: Score, weighting: string | undefined): WireScore {
  const chosen = weightingOf(scheme, weighting)
  return {
    scheme: { name: scheme.name, version: scheme.version, label: scheme.label, source: scheme.source },
    weighting: {
      key: Object.entries(scheme.weightings).find(([, one]) => one === chosen)![0],
      label: chosen.label,
    },
    total: found.total,
    grade: found.grade === null ? null : { key: found.grade, label: scheme.grades[found.grade]!.label },
    vetoes: found.vetoes.map(({ veto, isHit, value }) => ({
      key: veto.key,
      label: veto.label,
      isHit,
      when: veto.when,
      value,
      least: veto.when === 'said' ? null : veto.least,
      grade: scheme.grades[veto.grade]!.label,
    })),
    levels: found.levels.map(({ level, ...rest }) => ({ key: level, label: scheme.levels[level]!.label, ...rest })),
    groups: found.groups.map(({ group, level, path, points, of }) => ({
      level,
      key: group.key,
      path,
      label: group.label,
      points,
      of,
    })),
    items: found.items.map((one) => ({
      level: one.level,
      key: one.item.key,
      label: one.item.label,
      path: one.path,
      points: one.points,
      of: one.of,
      rule: one.item.rule,
      ruleText: ruleInWords(one.item),
      explanation: explain(one),
      less: one.item.less ?? {},
      zeroWhen: one.item.zeroWhen ?? null,
      value: one.value,
      source: one.item.source,
      isMissing: one.isMissing,
    })),
    missing: found.items.filter(({ isMissing }) => isMissing).length,
  }
}

/** Scores checked values and says every point in words. */
export const scoreInWords = (scheme: ScoringScheme, values: ScoreValues): WireScore =>
  presentScore(scheme, score(scheme, values), values.weighting)
