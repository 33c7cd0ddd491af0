import type { Label } from '../../../language/label.ts'
import type { ItemKind } from '../item/item.ts'
import type { Difficulty } from '../wire.ts'

/** What stands in the cells of a sheet of items. Both languages are read, Chinese is written. */
export const KIND_WORDS: Readonly<Record<ItemKind, Label>> = {
  single: { zh: '单选题', en: 'One choice' },
  multiple: { zh: '多选题', en: 'Several choices' },
  blanks: { zh: '填空题', en: 'Blanks' },
  number: { zh: '数值题', en: 'Number' },
  order: { zh: '排序题', en: 'Order' },
  match: { zh: '连线题', en: 'Match' },
  short: { zh: '简答题', en: 'Short answer' },
}
export const DIFFICULTY_WORDS: Readonly<Record<Difficulty, Label>> = {
  easy: { zh: '易', en: 'Easy' },
  medium: { zh: '中', en: 'Medium' },
  hard: { zh: '难', en: 'Hard' },
}
export const CREDIT_WORDS = {
  all: { zh: '全对得分', en: 'All or nothing' },
  share: { zh: '按份得分', en: 'By share' },
  'right-only': { zh: '选错不得分', en: 'Nothing once wrong' },
  half: { zh: '少选得一半', en: 'Half when incomplete' },
  'minus-wrong': { zh: '选错扣分', en: 'Wrong takes off' },
} as const satisfies Readonly<Record<string, Label>>
export const FOLD_WORDS = {
  width: { zh: '全半角', en: 'Width' },
  case: { zh: '大小写', en: 'Case' },
  space: { zh: '空格', en: 'Spaces' },
} as const satisfies Readonly<Record<string, Label>>

/** The code of a word; undefined when it is none of them. */
export const codeOf = <Code extends string>(words: Readonly<Record<Code, Label>>, written: string): Code | undefined =>
  (Object.keys(words) as Code[]).find(
    (code) => written === code || words[code].zh === written || words[code].en.toLowerCase() === written.toLowerCase(),
  )

/** Pieces in one line, with | between them; a | or \ of their own has a \ before it. */
export const joinPieces = (pieces: readonly string[]): string =>
  pieces.map((piece) => piece.replace(/[\\|]/g, '\\$&')).join('|')

/** The pieces of a line; spaces at their ends are dropped. */
export const splitPieces = (line: string): string[] =>
  [...line.matchAll(/((?:\\.|[^\\|])*)(\||$)/g)]
    .filter(({ 0: whole }, i) => whole !== '' || i === 0)
    .map(({ 1: piece }) => piece!.replace(/\\(.)/g, '$1').trim())

export const splitLines = (cell: string): string[] => cell.split(/\r?\n/).filter((line) => line.trim() !== '')
