import { readSheet } from '../../../engine/sheets/read-sheet.ts'
import type { Sheet, SheetCell } from '../../../engine/sheets/sheet.ts'
import type { SheetColumn, SheetSpec } from '../../../engine/sheets/sheet-spec.ts'
import { Refusal } from '../../../engine/refusal.ts'
import type { Item, ItemKind } from '../item/item.ts'
import { ITEM_KINDS } from '../item/item.ts'
import { DIFFICULTIES } from '../wire.ts'
import { type OutItem, type ReadItem, UnreadableItem } from './draft.ts'
import {
  codeOf,
  CREDIT_WORDS,
  DIFFICULTY_WORDS,
  FOLD_WORDS,
  joinPieces,
  KIND_WORDS,
  splitLines,
  splitPieces,
} from './sheet-words.ts'

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const USUAL_OPTIONS = 6
const OPTION = /^(?:选项|option)\s*([A-Z])$/i

const zh = (words: Readonly<Record<string, { zh: string }>>) => Object.values(words).map((label) => label.zh)
const column = (header: string, width: number, more: Partial<SheetColumn> = {}): SheetColumn => ({
  header,
  width,
  kind: 'text',
  ...more,
})

/** Items as a sheet; without any it is the template. */
export function itemsSheet(items: readonly OutItem[]): SheetSpec {
  const most = Math.max(
    USUAL_OPTIONS,
    ...items.map(({ item }) => (item.kind === 'single' || item.kind === 'multiple' ? item.options.length : 0)),
  )
  const letters = LETTERS.slice(0, most)
  return {
    sheetName: '题目',
    columns: [
      column('题型', 10, { required: true, choices: zh(KIND_WORDS) }),
      column('题干', 50, { required: true, note: '填空题的空写连续的下划线，如 ____' }),
      column('答案', 24, {
        note: '单选 B；多选 ABD；填空每空一行，可接受的答案用 | 隔开；数值填数；排序按正确顺序每行一项；连线每行“左|右”；简答填参考答案',
      }),
      ...letters.map((letter) => column(`选项${letter}`, 16)),
      column('分值', 8, { note: '不填为 5' }),
      column('难度', 8, { choices: zh(DIFFICULTY_WORDS) }),
      column('知识点', 14, { note: '知识点编号，用逗号隔开' }),
      column('部分得分', 14, { choices: zh(CREDIT_WORDS) }),
      column('允许误差', 10, { note: '数值题：如 0.5，或 5%' }),
      column('单位', 8),
      column('不区分', 18, { note: '填空题：全半角、大小写、空格，用逗号隔开；不填为全部；都区分填“无”' }),
      column('干扰项', 16, { note: '连线题：每行一项' }),
      column('关键词', 20, { note: '简答题：每行一个要点，同义写法用 | 隔开' }),
      column('解析', 30),
    ],
    rows: items.map((one) => rowOf(one, letters)),
    freezeHeader: true,
    notes: ['一行一道题。带星号的列必填，其余按题型填写。', '文字中的竖线写成 \\|，反斜杠写成 \\\\。'],
  }
}

function rowOf({ item, difficulty, points }: OutItem, letters: readonly string[]): (string | null)[] {
  const options = item.kind === 'single' || item.kind === 'multiple' ? item.options : []
  return [
    KIND_WORDS[item.kind].zh,
    item.stem,
    answerOf(item),
    ...letters.map((letter) => options.find(({ key }) => key === letter)?.text ?? null),
    item.points,
    DIFFICULTY_WORDS[difficulty].zh,
    points.join(','),
    'credit' in item ? CREDIT_WORDS[item.credit].zh : null,
    item.kind === 'number' ? `${item.tolerance.amount}${item.tolerance.kind === 'relative' ? '%' : ''}` : null,
    item.kind === 'number' ? item.unit : null,
    item.kind === 'blanks' ? foldsOf(item.folding) : null,
    item.kind === 'match' ? item.distractors.map((one) => joinPieces([one])).join('\n') : null,
    item.kind === 'short' ? item.keywords.map(joinPieces).join('\n') : null,
    item.explanation,
  ]
}

const foldsOf = (folding: Readonly<Record<keyof typeof FOLD_WORDS, boolean>>): string =>
  (Object.keys(FOLD_WORDS) as (keyof typeof FOLD_WORDS)[])
    .filter((what) => folding[what])
    .map((what) => FOLD_WORDS[what].zh)
    .join(',') || '无'

function answerOf(item: Item): string | null {
  switch (item.kind) {
    case 'single':
      return item.right
    case 'multiple':
      return item.right.join('')
    case 'blanks':
      return item.blanks.map(joinPieces).join('\n')
    case 'number':
      return item.value
    case 'order':
      return item.entries.map((entry) => joinPieces([entry])).join('\n')
    case 'match':
      return item.pairs.map(joinPieces).join('\n')
    case 'short':
      return item.sample
  }
}

/** Reads a sheet of items, each row by itself. @throws SheetError; Refusal 422 without the columns that are needed */
export async function readItemsSheet(bytes: Uint8Array, fileName: string): Promise<ReadItem[]> {
  const sheet = await readSheet(bytes, fileName, { maxRows: 5000, maxUnpackedBytes: 64 * 1024 * 1024 })
  const missing = ['题型', '题干'].filter((header) => !sheet.headers.includes(header))
  if (missing.length > 0)
    throw new Refusal('invalid', {
      zh: `缺少列：${missing.join('、')}。请下载模板，按模板填写`,
      en: `Columns are missing: ${missing.join(', ')}. Take the template and fill it in`,
    })
  return sheet.rows.map(({ number, cells }) => readRow(sheet, number, cells))
}

const textOf = (cell: SheetCell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).replaceAll('\r\n', '\n').trim()

function readRow({ headers }: Sheet, number: number, cells: readonly SheetCell[]): ReadItem {
  const at = (header: string) => textOf(cells[headers.indexOf(header)])
  const where = `第 ${number} 行`
  const stem = at('题干')
  const kind = codeOf(KIND_WORDS, at('题型'))
  const base = {
    where,
    kind: kind ?? null,
    stem,
    points: at('知识点')
      .split(/[,，、\s]+/)
      .filter(Boolean),
  }
  const difficulty = at('难度') === '' ? 'medium' : codeOf(DIFFICULTY_WORDS, at('难度'))
  try {
    if (!kind)
      throw wrong(
        `题型“${at('题型')}”应是 ${ITEM_KINDS.map((one) => KIND_WORDS[one].zh).join('、')} 之一`,
        `"${at('题型')}" is no kind of item: ${ITEM_KINDS.map((one) => KIND_WORDS[one].en).join(', ')}`,
      )
    if (!difficulty)
      throw wrong(
        `难度“${at('难度')}”应是 ${DIFFICULTIES.map((one) => DIFFICULTY_WORDS[one].zh).join('、')} 之一`,
        `"${at('难度')}" is no difficulty: ${DIFFICULTIES.map((one) => DIFFICULTY_WORDS[one].en).join(', ')}`,
      )
    const options = headers.flatMap((header, i) => {
      const letter = OPTION.exec(header)?.[1]?.toUpperCase()
      const text = textOf(cells[i])
      return letter && text !== '' ? [{ key: letter, text }] : []
    })
    return { ...base, item: itemOf(kind, at, options), difficulty, problems: [] }
  } catch (error) {
    if (!(error instanceof UnreadableItem)) throw error
    return { ...base, item: null, difficulty: difficulty ?? 'medium', problems: [error.label] }
  }
}

const wrong = (zhText: string, en: string) => new UnreadableItem({ zh: zhText, en })

function itemOf(
  kind: ItemKind,
  at: (header: string) => string,
  options: readonly { key: string; text: string }[],
): Item {
  const answer = at('答案')
  const common = { stem: at('题干'), points: at('分值') || '5', explanation: at('解析') || null }
  const credit = codeOf(CREDIT_WORDS, at('部分得分'))
  if (at('部分得分') !== '' && !credit)
    throw wrong(`部分得分“${at('部分得分')}”无法识别`, `"${at('部分得分')}" is no way to count what is partly right`)
  const share = credit === 'all' ? 'all' : 'share'
  const pieces = splitLines(answer).map(splitPieces)
  switch (kind) {
    case 'single':
      return { kind, ...common, options, right: answer.toUpperCase() }
    case 'multiple':
      return {
        kind,
        ...common,
        options,
        right: [...new Set(answer.toUpperCase().replace(/[^A-Z]/g, ''))].toSorted(),
        credit: credit === undefined || credit === 'share' ? 'right-only' : credit,
      }
    case 'blanks': {
      const written = at('不区分')
      const folds =
        written === '' ? Object.keys(FOLD_WORDS) : written.split(/[,，、]/).map((one) => codeOf(FOLD_WORDS, one.trim()))
      return {
        kind,
        ...common,
        blanks: pieces,
        folding: { width: folds.includes('width'), case: folds.includes('case'), space: folds.includes('space') },
        credit: share,
      }
    }
    case 'number': {
      const tolerance = at('允许误差').replace(/^±/, '')
      return {
        kind,
        ...common,
        value: answer,
        tolerance: {
          kind: /[%％]$/.test(tolerance) ? 'relative' : 'absolute',
          amount: tolerance.replace(/\s*[%％]$/, '') || '0',
        },
        unit: at('单位') || null,
      }
    }
    case 'order':
      return { kind, ...common, entries: pieces.map(([entry = '']) => entry), credit: share }
    case 'match':
      return {
        kind,
        ...common,
        pairs: pieces.map(([left = '', right = '', ...more]) => {
          if (right === '' || more.length > 0)
            throw wrong(`连线题的答案每行写“左|右”：${left}`, `A line of a match is "left|right": ${left}`)
          return [left, right] as const
        }),
        distractors: splitLines(at('干扰项')).map((line) => splitPieces(line)[0] ?? ''),
        credit: share,
      }
    case 'short':
      return { kind, ...common, keywords: splitLines(at('关键词')).map(splitPieces), sample: answer || null }
  }
}
