import { isOfOtherTime } from '../understanding/other-time.ts'
import type { Figure, Mention, Understood } from '../understanding/understand.ts'

/** 录取人数 → 录取 */
export const coreOf = (name: string) =>
  name
    .replace(/[\s（）()“”]/g, '')
    .replace(/(总人数|总数|人数|总量|总额|数量|学生数|数)$/, '')
    .replace(/^(全校|学校|当年|全部|所有|本校)/, '')

export const matches = (core: string, other: string) =>
  core !== '' &&
  (other.endsWith(core) ||
    other.startsWith(core) ||
    (other.length >= 2 && core.startsWith(other)) ||
    isShortFor(core, other))

/** 开课 is short for 开设课程. */
export const isShortFor = (core: string, other: string): boolean =>
  core.length === 2 && other.length === 4 && other[0] === core[0] && other.indexOf(core[1]!) === 2

export type Known = { readonly core: string } & ({ readonly mention: Mention } | { readonly figure: Figure })

/** Whether the text gives one figure alone under a name. */
export const isOneFigure = (named: readonly Known[]): boolean =>
  new Set(
    named.flatMap((one) =>
      'mention' in one && one.core.length >= 3 && !isOfOtherTime(one.mention) ? [one.mention.printed] : [],
    ),
  ).size === 1

/** Figures whose name begins or ends as asked. */
export function wholesNamed(understood: Understood, core: string): readonly Known[] {
  const byCore = byCores.get(understood) ?? Map.groupBy(knownWholes(understood), (one) => one.core)
  byCores.set(understood, byCore)
  return [...byCore].flatMap(([name, named]) => (name.length <= core.length + 6 && matches(core, name) ? named : []))
}

const byCores = new WeakMap<Understood, Map<string, Known[]>>()

/** Every figure that may be a whole, with the core of its name: made once for a document. */
const known = new WeakMap<Understood, readonly Known[]>()
export function knownWholes(understood: Understood): readonly Known[] {
  const made = known.get(understood)
  if (made) return made
  const list: Known[] = [
    ...understood.mentions
      .filter((m) => m.noun !== '' && m.unitClass !== '%')
      .map((mention) => ({ core: coreOf(mention.noun), mention })),
    ...understood.sheets.flatMap((sheet) =>
      sheet.figures.map((figure) => ({
        core: coreOf(/^(合计|总计)/.test(figure.rowLabel) ? figure.columnLabel : figure.rowLabel),
        figure,
      })),
    ),
  ]
  known.set(understood, list)
  return list
}
