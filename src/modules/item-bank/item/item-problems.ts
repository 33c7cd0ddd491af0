import type { Label } from '../../../language/label.ts'
import { Exact } from '../../../engine/indicators/exact.ts'
import { foldText, USUAL_FOLDING } from './fold-text.ts'
import { aroundBlanks, type Item } from './item.ts'
import { readNumber } from './read-number.ts'

/** What is wrong with an item, and where: the name of the part that has to be mended. */
export interface ItemProblem {
  readonly field: string
  readonly message: Label
}

const MOST_OPTIONS = 26
const MOST_PARTS = 40
const LONGEST_STEM = 10_000
const LONGEST_PART = 1_000

/** What an item needs before anybody can answer it and a program can grade it. Empty when it is sound. */
export function itemProblems(item: Item): ItemProblem[] {
  const found: ItemProblem[] = []
  const say = (field: string, zh: string, en: string) => found.push({ field, message: { zh, en } })
  const points = readNumber(item.points)
  if (!points || points.lte(0) || points.gt(1000) || points.decimalPlaces() > 2)
    say(
      'points',
      '分值应大于 0、不超过 1000，最多两位小数',
      'Points are above 0, at most 1000, with two places at most',
    )
  if (item.stem.trim() === '') say('stem', '请填写题干', 'Write the question')
  if (item.stem.length > LONGEST_STEM)
    say('stem', `题干超过 ${LONGEST_STEM} 字`, `The question is longer than ${LONGEST_STEM} characters`)
  const texts = (field: string, parts: readonly string[], least: number, most = MOST_PARTS) => {
    if (parts.length < least) say(field, `至少 ${least} 项`, `At least ${least} are needed`)
    if (parts.length > most) say(field, `最多 ${most} 项`, `At most ${most} are possible`)
    if (parts.some((text) => text.trim() === '')) say(field, '有一项是空的', 'One of them is empty')
    if (parts.some((text) => text.length > LONGEST_PART))
      say(field, `有一项超过 ${LONGEST_PART} 字`, `One of them is longer than ${LONGEST_PART} characters`)
  }
  const distinct = (field: string, parts: readonly string[]) => {
    if (new Set(parts).size < parts.length) say(field, '有两项相同', 'Two of them are the same')
  }
  switch (item.kind) {
    case 'single':
    case 'multiple': {
      const options = item.options.map(({ text }) => text)
      texts('options', options, 2, MOST_OPTIONS)
      distinct('options', options)
      const right = item.kind === 'single' ? [item.right] : item.right
      if (right.length === 0 || right.some((key) => !item.options.some((option) => option.key === key)))
        say('right', '正确答案不在选项中', 'The right answer is none of the options')
      else distinct('right', right)
      break
    }
    case 'blanks': {
      const inStem = aroundBlanks(item.stem).length - 1
      if (inStem !== item.blanks.length || inStem === 0)
        say(
          'stem',
          `题干中有 ${inStem} 个空（连续的下划线），答案有 ${item.blanks.length} 个`,
          `The question has ${inStem} blanks (underscores), and ${item.blanks.length} have answers`,
        )
      for (const accepted of item.blanks) texts('blanks', accepted, 1)
      if (item.blanks.some((accepted) => accepted.some((one) => one !== '' && foldText(one, item.folding) === '')))
        say('blanks', '有一项只有空格', 'One of them is only spaces')
      break
    }
    case 'number': {
      if (!readNumber(item.value)) say('value', '正确答案应是数', 'The right answer is a number')
      const amount = readNumber(item.tolerance.amount)
      if (!amount || amount.lt(0))
        say('tolerance', '允许误差应是不小于 0 的数', 'The tolerance is a number, not below 0')
      else if (item.tolerance.kind === 'relative' && amount.gt(new Exact(100)))
        say('tolerance', '相对误差不超过 100%', 'A relative tolerance is 100 % at most')
      break
    }
    case 'order':
      texts('entries', item.entries, 2)
      distinct('entries', item.entries)
      break
    case 'match':
      texts('pairs', item.pairs.flat(), 2, MOST_PARTS * 2)
      texts('distractors', item.distractors, 0)
      distinct(
        'pairs',
        item.pairs.map(([left]) => left),
      )
      distinct('distractors', item.distractors)
      if (item.distractors.some((text) => item.pairs.some(([, right]) => right === text)))
        say('distractors', '干扰项同时是正确的右项', 'A distractor is also right for something')
      break
    case 'short':
      for (const ways of item.keywords) texts('keywords', ways, 1)
      if (item.keywords.some((ways) => ways.some((way) => way !== '' && foldText(way, USUAL_FOLDING) === '')))
        say('keywords', '有一项只有空格', 'One of them is only spaces')
  }
  return found
}
