import { Exact } from '../../../engine/indicators/exact.ts'
import {
  below,
  childrenOf,
  elements,
  findBelow,
  ownText,
  readXml,
  textOf,
  type Xml,
} from '../../../engine/xml/read-xml.ts'
import type { Label } from '../../../language/label.ts'
import type { ChoiceCredit, Credit, Item } from '../item/item.ts'
import { DIFFICULTIES, type Difficulty } from '../wire.ts'
import { UnreadableItem } from './draft.ts'
import { own } from './write-qti.ts'

/** What a QTI 3 document says, as an item of the bank. */
export interface QtiItem {
  readonly item: Item
  readonly difficulty: Difficulty
  readonly points: readonly string[]
  /** What was read other than it stands. */
  readonly notes: readonly Label[]
}

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'blockquote',
  'tr',
  'qti-prompt',
])
const MEDIA = new Set(['img', 'object', 'audio', 'video', 'picture', 'math', 'svg', 'iframe', 'table'])
const READ = new Set([
  'qti-choice-interaction',
  'qti-text-entry-interaction',
  'qti-order-interaction',
  'qti-match-interaction',
  'qti-associate-interaction',
  'qti-extended-text-interaction',
])

/** Shown once somebody has answered: in the question it would tell the answer. */
const FEEDBACK = new Set(['qti-feedback-inline', 'qti-feedback-block'])
const withoutFeedback = (of: Xml): Xml => ({
  ...of,
  children: of.children.flatMap((child) =>
    typeof child === 'string' ? child : FEEDBACK.has(child.name) ? [] : withoutFeedback(child),
  ),
})

const classesOf = ({ attributes }: Xml): string[] => (attributes['class'] ?? '').split(/\s+/)
/** Is it marked so by this program, when it wrote the item? */
const hasOwn = (one: Xml, name: string): boolean => classesOf(one).includes(own(name))

const unreadable = (zh: string, en: string) => new UnreadableItem({ zh, en })

/** Reads one `qti-assessment-item`. @throws UnreadableItem naming what it is that cannot be brought into the bank */
export function readQti(text: string): QtiItem {
  const root = readXml(text, (why) => new UnreadableItem(why))
  if (root.name === 'assessmentItem')
    throw unreadable('这是 QTI 2.x 的题目，请先转换为 QTI 3', 'This is an item of QTI 2.x: convert it to QTI 3 first')
  if (root.name !== 'qti-assessment-item')
    throw unreadable(`不是 QTI 题目（<${root.name}>）`, `This is no QTI item (<${root.name}>)`)
  if (root.attributes['adaptive'] === 'true' || findBelow(root, 'qti-template-declaration'))
    throw unreadable('自适应题目和模板题目不能导入', 'Adaptive items and item templates cannot be imported')
  if (findBelow(root, 'qti-assessment-stimulus-ref'))
    throw unreadable(
      '题目要配合另一份材料作答，暂不能导入',
      'It is answered with a text of its own (a stimulus), which cannot be imported yet',
    )
  const whole = childrenOf(root, 'qti-item-body')[0]
  if (!whole) throw unreadable('没有题目正文', 'The item has no body')
  const notes: Label[] = []
  if ([...below(whole)].some(({ name }) => FEEDBACK.has(name)))
    notes.push({
      zh: '作答后才显示的反馈没有导入',
      en: 'Feedback that is shown after answering was left out',
    })
  const body = withoutFeedback(whole)
  const all = [...below(body)]
  const media = all.find(({ name }) => MEDIA.has(name))
  if (media)
    throw unreadable(
      `题目含有 <${media.name}>，图片、公式、表格暂不能导入`,
      `It has <${media.name}>: pictures, formulas and tables cannot be imported yet`,
    )
  const interactions = all.filter(({ name }) => name.endsWith('-interaction'))
  const other = interactions.find(({ name }) => !READ.has(name))
  if (other) throw unreadable(`不支持的交互 <${other.name}>`, `Interaction <${other.name}> is not supported`)
  if (interactions.length === 0) throw unreadable('没有作答的地方', 'There is nothing to answer')
  const item = readItem(root, body, interactions, notes)
  const points = all.find((one) => hasOwn(one, 'knowledge-points'))
  return {
    item,
    difficulty: DIFFICULTIES.find((one) => hasOwn(body, `difficulty-${one}`)) ?? 'medium',
    points: points ? childrenOf(points, 'li').map(textOf) : [],
    notes,
  }
}

function readItem(root: Xml, body: Xml, interactions: readonly Xml[], notes: Label[]): Item {
  const [one] = interactions as readonly [Xml]
  const declared = new Map(
    childrenOf(root, 'qti-response-declaration').map((declaration) => [
      declaration.attributes['identifier'],
      declaration,
    ]),
  )
  const declarationOf = (interaction: Xml): Xml => {
    const found = declared.get(interaction.attributes['response-identifier'])
    if (!found) throw unreadable('交互没有声明作答变量', 'An interaction has no response declaration')
    return found
  }
  const isText = (interaction: Xml) => interaction.name === 'qti-text-entry-interaction'
  if (interactions.length > 1 && !interactions.every(isText))
    throw unreadable('一道题里有几种作答方式', 'One item has several kinds of interaction')
  const isNumber =
    interactions.length === 1 &&
    isText(one) &&
    ['float', 'integer'].includes(declarationOf(one).attributes['base-type'] ?? '')
  const stem = stemOf(body, isText(one) && !isNumber, isNumber)
  const common = {
    stem,
    points: pointsOf(root, interactions.map(declarationOf)),
    explanation: explanationOf(root, notes),
  }
  const credit = (interaction: Xml): Credit =>
    hasOwn(interaction, 'credit-all') || isAllOrNothing(root) ? 'all' : 'share'
  if (isNumber) {
    const unit = [...below(body)].find((part) => hasOwn(part, 'unit'))
    return numberItem(root, common, declarationOf(one), unit ? textOf(unit) : null)
  }
  if (isText(one)) {
    // Whoever wrote it here said what is folded; of others only upper and lower case are known.
    const isOurs = hasOwn(one, 'credit-all') || hasOwn(one, 'credit-share')
    return {
      kind: 'blanks',
      ...common,
      blanks: interactions.map((interaction) => acceptedBy(declarationOf(interaction))),
      folding: {
        width: !isOurs || hasOwn(one, 'fold-width'),
        case: isOurs ? hasOwn(one, 'fold-case') : !isCaseSensitive(interactions.map(declarationOf)),
        space: !isOurs || hasOwn(one, 'fold-space'),
      },
      credit: credit(one),
    }
  }
  const declaration = declarationOf(one)
  const right = correctOf(declaration)
  const texts = new Map(
    [...below(one)].flatMap((choice) =>
      choice.name === 'qti-simple-choice' || choice.name === 'qti-simple-associable-choice'
        ? [[choice.attributes['identifier'] ?? '', textOf(choice)] as const]
        : [],
    ),
  )
  const textFor = (id: string): string => {
    const found = texts.get(id)
    if (found === undefined)
      throw unreadable(`答案中的“${id}”不在选项中`, `The answer names "${id}", which is no option`)
    return found
  }
  switch (one.name) {
    case 'qti-choice-interaction': {
      const keys = new Map([...texts.keys()].map((id, i) => [id, String.fromCharCode(65 + i)]))
      const options = [...texts].map(([id, text]) => ({ key: keys.get(id)!, text }))
      right.forEach(textFor)
      if (right.length === 0) throw unreadable('没有正确答案', 'It has no right answer')
      if (declaration.attributes['cardinality'] !== 'multiple')
        return { kind: 'single', ...common, options, right: keys.get(right[0]!)! }
      return {
        kind: 'multiple',
        ...common,
        options,
        right: options.map(({ key }) => key).filter((key) => right.some((id) => keys.get(id) === key)),
        credit: choiceCredit(root, one, declaration, notes),
      }
    }
    case 'qti-order-interaction':
      if (right.length !== texts.size)
        throw unreadable('正确顺序没有列出全部选项', 'The right order leaves choices out')
      return { kind: 'order', ...common, entries: right.map(textFor), credit: credit(one) }
    case 'qti-match-interaction':
    case 'qti-associate-interaction': {
      const pairs = right.map((pair) => {
        const [left, other] = pair.trim().split(/\s+/)
        return [textFor(left ?? ''), textFor(other ?? '')] as const
      })
      const rights = childrenOf(one, 'qti-simple-match-set')[1]
      const used = new Set(pairs.map(([, text]) => text))
      return {
        kind: 'match',
        ...common,
        pairs,
        distractors: rights
          ? elements(rights)
              .map(textOf)
              .filter((text) => !used.has(text))
          : [],
        credit: credit(one),
      }
    }
    default: {
      const keywords = [...below(body)].find((part) => hasOwn(part, 'keywords'))
      return {
        kind: 'short',
        ...common,
        keywords: keywords ? childrenOf(keywords, 'li').map((ways) => childrenOf(ways, 'span').map(textOf)) : [],
        sample: right[0] ?? null,
      }
    }
  }
}

function numberItem(
  root: Xml,
  common: Pick<Item, 'stem' | 'points' | 'explanation'>,
  declaration: Xml,
  unit: string | null,
): Item {
  const equal = findBelow(root, 'qti-equal')
  const mode = equal?.attributes['tolerance-mode'] ?? 'exact'
  const tolerances = (equal?.attributes['tolerance'] ?? '0').trim().split(/\s+/)
  const [low = '0', high = low] = tolerances
  if (low !== high) throw unreadable('上下允许误差不同，不支持', 'The tolerance differs above and below: not supported')
  const [value] = correctOf(declaration)
  if (value === undefined) throw unreadable('没有正确答案', 'It has no right answer')
  return {
    kind: 'number',
    ...common,
    value,
    tolerance: { kind: mode === 'relative' ? 'relative' : 'absolute', amount: mode === 'exact' ? '0' : low },
    unit,
  }
}

const correctOf = (declaration: Xml): string[] =>
  childrenOf(declaration, 'qti-correct-response').flatMap((right) => childrenOf(right, 'qti-value').map(ownText))

const mapOf = (declaration: Xml) =>
  childrenOf(declaration, 'qti-mapping').flatMap((mapping) =>
    childrenOf(mapping, 'qti-map-entry').map(({ attributes }) => ({
      key: attributes['map-key'] ?? '',
      value: attributes['mapped-value'] ?? '0',
      isCaseSensitive: attributes['case-sensitive'] === 'true',
    })),
  )

const isPositive = (value: string) => /^\s*\+?\d/.test(value) && /[1-9]/.test(value)

/** What a blank accepts: the right value, then whatever the mapping gives points for. */
function acceptedBy(declaration: Xml): string[] {
  const mapped = mapOf(declaration).filter(({ value }) => isPositive(value))
  const accepted = [...new Set([...correctOf(declaration), ...mapped.map(({ key }) => key)])]
  if (accepted.length === 0) throw unreadable('有一个空没有答案', 'A blank has no answer')
  return accepted
}

const isCaseSensitive = (declarations: readonly Xml[]) =>
  declarations.some((declaration) => mapOf(declaration).some((entry) => entry.isCaseSensitive))

const templateOf = (root: Xml) => childrenOf(root, 'qti-response-processing')[0]?.attributes['template'] ?? ''
/** The template for a right response, or a rule that compares with it and gives one sum. */
const isAllOrNothing = (root: Xml) =>
  /match_correct/.test(templateOf(root)) ||
  [...below(root)].some(
    ({ name, children }) =>
      name === 'qti-match' && children.some((c) => typeof c !== 'string' && c.name === 'qti-correct'),
  )

function choiceCredit(root: Xml, one: Xml, declaration: Xml, notes: Label[]): ChoiceCredit {
  const ours = (['all', 'half', 'right-only', 'minus-wrong'] as const).find((credit) => hasOwn(one, `credit-${credit}`))
  if (ours) return ours
  if (isAllOrNothing(root)) return 'all'
  const [mapping] = childrenOf(declaration, 'qti-mapping')
  const isPenal = mapOf(declaration).some(({ value }) => value.trim().startsWith('-'))
  if (isPenal || mapping?.attributes['default-value']?.trim().startsWith('-')) {
    notes.push({
      zh: '按“选对得一份，选错扣一份”读取，原来的分值可能不同',
      en: 'Read as "a share for each right one, a share off for each wrong one"; the points given may differ',
    })
    return 'minus-wrong'
  }
  notes.push({
    zh: '原题选错不扣分；按“选错不得分”读取',
    en: 'Wrong choices cost nothing in the file; read as "nothing once a wrong one is chosen"',
  })
  return 'right-only'
}

/** The most that can be had: as declared, else what the mappings come to, else one. */
function pointsOf(root: Xml, declarations: readonly Xml[]): string {
  const score = childrenOf(root, 'qti-outcome-declaration').find(
    ({ attributes }) => attributes['identifier'] === 'SCORE' || attributes['identifier'] === 'MAXSCORE',
  )
  const declared = score?.attributes['normal-maximum']
  if (declared && isPositive(declared)) return declared
  if (!/map_response/.test(templateOf(root))) return '1'
  const sum = declarations.reduce((total, declaration) => {
    const entries = mapOf(declaration).filter(({ value }) => isPositive(value))
    const isSingle = declaration.attributes['cardinality'] === 'single'
    const values = entries.map(({ value }) => new Exact(value.trim()))
    if (values.length === 0) return total
    return total.plus(isSingle ? Exact.max(...values) : values.reduce((a, b) => a.plus(b)))
  }, new Exact(0))
  return sum.gt(0) ? sum.toDecimalPlaces(2).toFixed() : '1'
}

/** What is said to whoever has answered; several such texts are for this answer or that one, and none explains the item. */
function explanationOf(root: Xml, notes: Label[]): string | null {
  const texts = childrenOf(root, 'qti-modal-feedback')
    .map((feedback) => blocksOf(feedback, () => null).trim())
    .filter((text) => text !== '')
  if (texts.length > 1)
    notes.push({
      zh: `按作答不同显示的 ${texts.length} 段反馈没有导入为解析`,
      en: `${texts.length} texts of feedback for different answers were not read as an explanation`,
    })
  return texts.length === 1 ? texts[0]! : null
}

/** The question: all text of the body but that of choices; a blank where a text is entered. */
const stemOf = (body: Xml, hasBlanks: boolean, isNumber: boolean): string =>
  blocksOf(body, (one) => {
    if (one.name === 'qti-rubric-block' || (isNumber && hasOwn(one, 'answer'))) return ''
    if (one.name === 'qti-text-entry-interaction') return hasBlanks || isNumber ? '____' : ''
    if (!one.name.endsWith('-interaction')) return null
    return childrenOf(one, 'qti-prompt').map(textOf).join('\n')
  })

/** Text by block, a line each. @param special what stands for an element; null where its content does */
function blocksOf(of: Xml, special: (one: Xml) => string | null): string {
  const found: string[] = []
  let line = ''
  const end = () => {
    const text = line.replace(/[^\S\u00a0]+/g, ' ').trim()
    if (text !== '') found.push(text)
    line = ''
  }
  const walk = (one: Xml) => {
    for (const child of one.children) {
      if (typeof child === 'string') {
        line += child
        continue
      }
      const instead = special(child)
      if (instead !== null) {
        const isInline = child.name === 'qti-text-entry-interaction'
        if (!isInline) end()
        line += instead
        if (!isInline) end()
      } else if (child.name === 'br') end()
      else if (BLOCKS.has(child.name)) {
        end()
        walk(child)
        end()
      } else walk(child)
    }
  }
  walk(of)
  end()
  return found.join('\n')
}
