import { Exact } from '../../../engine/indicators/exact.ts'
import type { Place, Table } from '../document.ts'
import { plainCharacters } from '../reading/plain-characters.ts'
import { type Closeness, numberTokens } from './number-tokens.ts'
import { unitClass } from './units.ts'

/** A number in a table, with what its row and column say about it. */
export interface Figure {
  readonly value: Exact
  readonly printed: string
  /** One unit of the last digit printed. */
  readonly step: Exact
  readonly closeness: Closeness
  /** What the unit multiplied the printed number by: 10 000 for 万元. */
  readonly scale: number
  readonly unit: string
  readonly unitClass: string
  /** Rows and columns from 0 in `Sheet.grid`. */
  readonly row: number
  readonly column: number
  /** The names in front of the number: 其中：国家级数量. */
  readonly rowLabel: string
  /** The heads above it, top first, joined by /. */
  readonly columnLabel: string
  readonly place: Place
}

/** A table with its merged cells filled in, heads and label columns found, and its numbers read. */
export interface Sheet {
  readonly table: Table
  /** Position of the table among the document's blocks. */
  readonly block: number
  readonly grid: readonly (readonly string[])[]
  readonly headRows: number
  /** Columns that hold names, in front of the numbers. */
  readonly labelColumns: readonly number[]
  /** Columns that hold numbers. */
  readonly valueColumns: readonly number[]
  readonly serialColumn: number | null
  /** The column of codes, such as those of accounts. */
  readonly codeColumn: number | null
  readonly figures: readonly Figure[]
  /** Figures by row, then column. */
  readonly at: (row: number, column: number) => Figure | undefined
  /** The row's name, own or taken over from the row above; '' for none. */
  readonly rowLabels: readonly string[]
}

const UNIT_HEAD = /^(单位|计量单位|unit)$/i
/** 调查人次 beside a row's value is counted in people, whatever the row's unit is. */
const PEOPLE_HEAD = /(?:调查|样本|参与|参加|答卷|问卷|回收|有效).{0,4}(人次|人)数?$/
const SERIAL_HEAD = /^(序号|编号|序|号|No\.?|#|行次)$/i
const CODE_HEAD = /(编码|代码|code)$/i
const NOT_A_FIGURE = /^(年份|年度|时间|日期|学年|学期|年级|学号|.*(?:编码|代码|编号)|电话|邮编|版次|year|date|code)$/i

/** Reads a table. Cells that hold more than one number (一等奖 2 项，二等奖 1 项) are prose and no figures here. */
export function sheetOf(table: Table, block: number, unitOfTable: string): Sheet {
  const grid = gridOf(table)
  const width = Math.max(0, ...grid.map((row) => row.length))
  const headRows = headRowsOf(grid)
  const heads = Array.from({ length: width }, (_, column) => headOf(grid, headRows, column))
  const repeatedHeads = new Set(grid.slice(0, headRows).map((row) => row.join('|')))
  // A head that is printed again on the next page is no row.
  const bodies = grid.map((cells, row) => row >= headRows && !repeatedHeads.has(cells.join('|')))
  const isBody = (row: number) => bodies[row]!
  const body = grid.filter((_, row) => isBody(row))
  const columns = Array.from({ length: width }, (_, column) => column)
  const serialColumn = columns.find((c) => SERIAL_HEAD.test(heads[c]!.replace(/\s/g, ''))) ?? null
  const codeColumn = columns.find((c) => CODE_HEAD.test(heads[c]!.replace(/\s/g, ''))) ?? null
  const unitColumn = columns.find((c) => UNIT_HEAD.test(heads[c]!.replace(/\s/g, '')))
  const valueColumns = columns.filter(
    (c) =>
      c !== serialColumn && c !== unitColumn && !NOT_A_FIGURE.test(heads[c]!.replace(/\s/g, '')) && isNumeric(body, c),
  )
  const firstValue = valueColumns[0] ?? width
  const labelColumns = columns.filter(
    (c) => c !== serialColumn && c !== codeColumn && c !== unitColumn && !valueColumns.includes(c) && c < firstValue,
  )
  const rowLabels = grid.map((_, row) => (row < headRows ? '' : labelOf(grid, row, labelColumns, headRows)))
  const figures: Figure[] = []
  const byPlace = new Map<number, Figure>()
  for (let row = headRows; row < grid.length; row += 1)
    if (isBody(row))
      for (const column of valueColumns) {
        const text = grid[row]![column] ?? ''
        const read = readCell(text)
        if (!read) continue
        const unit =
          read.unit ||
          unitIn(heads[column]!) ||
          (unitColumn === undefined
            ? ''
            : PEOPLE_HEAD.exec(heads[column]!)?.[1] || (grid[row]![unitColumn] ?? '').trim()) ||
          unitIn(rowLabels[row]!) ||
          // 单位：万元 above a table is not that of its shares.
          (/占|比例|比重|率|%|增幅|百分|比$/.test(heads[column]!) ? '' : unitOfTable)
        const scale = read.unit === '' && /^(万|亿)/.test(unit) ? (unit.startsWith('亿') ? 1e8 : 1e4) : 1
        const page = table.rows[row]?.page ?? table.page
        const figure: Figure = {
          ...read,
          scale: scale * read.scale,
          value: scale === 1 ? read.value : read.value.times(scale),
          step: scale === 1 ? read.step : read.step.times(scale),
          unit,
          unitClass: unitClass(unit),
          row,
          column,
          rowLabel: rowLabels[row]!,
          columnLabel: heads[column]!,
          place: {
            ...(page === undefined ? {} : { page }),
            table: table.table,
            row: row + 1,
            column: column + 1,
            text: [rowLabels[row]!, heads[column]!, text].filter((part) => part !== '').join(' | '),
          },
        }
        figures.push(figure)
        byPlace.set(row * 10_000 + column, figure)
      }
  return {
    table,
    block,
    grid,
    headRows,
    labelColumns,
    valueColumns,
    serialColumn,
    codeColumn,
    figures,
    at: (row, column) => byPlace.get(row * 10_000 + column),
    rowLabels,
  }
}

/** Rows that say how they are measured (人数（人）, 占比（%）) make a table of columns turned on its side. */
const MEASURED = /[（(]\s*(人|%|万?元|个|项|人次|份|家)\s*[)）]$|占比|比例|比重|百分比|率$|增幅|同比/

/** The table with rows and columns exchanged, where its rows hold different measures; places stay those of the file. */
export function turnedSheetOf(sheet: Sheet): Sheet | null {
  const [labels] = sheet.labelColumns
  const { grid, headRows } = sheet
  if (labels === undefined || headRows !== 1 || sheet.serialColumn !== null) return null
  if (sheet.labelColumns.length !== 1 || sheet.valueColumns.length < 3) return null
  const names = grid.slice(1).map((row) => row[labels] ?? '')
  const measured = names.filter((name) => MEASURED.test(name.trim())).length
  if (measured === 0 || measured < names.length / 2) return null
  const columns = [labels, ...sheet.valueColumns]
  const rows = columns.map((column) => ({ cells: grid.map((row) => ({ text: row[column] ?? '' })) }))
  const turned = sheetOf({ ...sheet.table, rows }, sheet.block, '')
  const figures = new Map(
    turned.figures.map((figure) => {
      const at = sheet.at(figure.column, columns[figure.row]!)
      return [figure, at ? { ...figure, place: at.place } : figure] as const
    }),
  )
  return {
    ...turned,
    figures: [...figures.values()],
    at: (row, column) => {
      const figure = turned.at(row, column)
      return figure && figures.get(figure)
    },
  }
}

/** The cells as a rectangle: a merged cell stands in every place it covers when it is a name, once when it is a number. */
export function gridOf(table: Table): string[][] {
  const grid: string[][] = table.rows.map(() => [])
  table.rows.forEach((row, r) => {
    let column = 0
    for (const cell of row.cells) {
      while (grid[r]![column] !== undefined) column += 1
      const text = plainCharacters(cell.text).trim()
      const columns = Math.min(cell.columns ?? 1, 60)
      for (let dr = 0; dr < Math.min(cell.rows ?? 1, grid.length - r); dr += 1)
        for (let dc = 0; dc < columns; dc += 1) {
          const isFirst = dr === 0 && dc === 0
          grid[r + dr]![column + dc] = isFirst || !/^[-−\d.,%\s]+$/.test(text) ? text : ''
        }
      column += columns
    }
  })
  const width = Math.max(0, ...grid.map((row) => row.length))
  for (const row of grid) for (let c = 0; c < width; c += 1) row[c] ??= ''
  return grid
}

/** Rows at the top without a number of their own; years in them are heads (2022年, 2023). */
function headRowsOf(grid: readonly (readonly string[])[]): number {
  let rows = 0
  while (rows < Math.min(4, grid.length - 1)) {
    const cells = grid[rows]!.filter((cell) => cell !== '')
    const numbers = cells.filter((cell) => readCell(cell) && !/^(19|20)\d{2}$/.test(cell)).length
    if (numbers > 0 && !(numbers <= cells.length / 4)) break
    if (rows > 0 && numbers > 0) break
    // A second head row lies under a merged one: it repeats a name of the row above or leaves gaps.
    const above = grid[rows - 1]
    const isUnder =
      above !== undefined &&
      (grid[rows]!.some((cell, c) => cell !== '' && cell === above[c]) ||
        grid[rows]!.every(
          (cell, c) => cell === '' || (above[c] ?? '') === '' || /^[（(][^（()）]{1,8}[）)]$/.test(cell),
        ))
    if (rows > 0 && !isUnder) break
    rows += 1
  }
  return Math.max(1, rows)
}

function headOf(grid: readonly (readonly string[])[], headRows: number, column: number): string {
  const parts: string[] = []
  for (let row = 0; row < headRows; row += 1) {
    const text = grid[row]![column] ?? ''
    if (text === '' || parts.at(-1) === text) continue
    if (/^[（(].{1,8}[）)]$/.test(text) && parts.length > 0) parts.push(`${parts.pop()!}${text}`)
    else parts.push(text)
  }
  return parts.join('/')
}

function isNumeric(body: readonly (readonly string[])[], column: number): boolean {
  const cells = body.map((row) => row[column] ?? '').filter((cell) => cell !== '' && !/^[-—–/\\*无]+$/.test(cell))
  return cells.length > 0 && cells.filter((cell) => readCell(cell)).length >= cells.length * 0.6
}

/** Names of a row; a label cell left empty continues the one above it, when the row has none at all. */
function labelOf(
  grid: readonly (readonly string[])[],
  row: number,
  columns: readonly number[],
  headRows: number,
): string {
  const own = columns.map((c) => grid[row]![c] ?? '').filter((cell, at, all) => cell !== '' && cell !== all[at - 1])
  if (own.length > 0 || row === headRows) return own.join(' ')
  return columns.length === 0 ? '' : labelOf(grid, row - 1, columns, headRows)
}

/** A cell that is one number, with or without a unit. */
export function readCell(
  text: string,
): Pick<Figure, 'value' | 'printed' | 'step' | 'closeness' | 'scale' | 'unit' | 'unitClass'> | null {
  const bare = text.replace(/\s+/g, '').replace(/^[¥￥]/, '')
  const plain = /^([-−(（]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([)）]?)(%?)$/.exec(bare)
  if (plain) {
    const [, minus = '', whole = '', fraction = '', , percent = ''] = plain
    const isNegative = /[-−]/.test(minus)
    const digits = `${whole.replaceAll(',', '')}${fraction}`
    return {
      value: new Exact(`${isNegative ? '-' : ''}${digits}`),
      printed: `${isNegative ? '-' : ''}${whole}${fraction}${percent}`,
      step: new Exact(`1e-${Math.max(0, fraction.length - 1)}`),
      closeness: 'exact',
      scale: 1,
      unit: percent,
      unitClass: percent,
    }
  }
  if (bare.length > 16 || !/\d/.test(bare)) return null
  const tokens = numberTokens(text)
  const token = tokens[0]
  if (tokens.length !== 1 || !token || token.isChinese || token.isRange) return null
  const around =
    text.slice(0, token.start).replace(/[约近超过达共计\s]/g, '') +
    text.slice(token.end).replace(/[以上左右内外\s]/g, '')
  if (around !== '') return null
  return {
    value: token.value,
    printed: token.printed,
    step: token.step,
    closeness: token.closeness,
    scale: token.scale,
    unit: token.unit === '元' && token.scale > 1 ? '元' : token.unit,
    unitClass: token.unitClass,
  }
}

/** 毕业生数（人） → 人; 比例/% → %. */
export function unitIn(label: string): string {
  const inside =
    /[（(]\s*(?:单位[：:])?\s*([^（）()\d]{1,8})\s*[）)]\s*$/.exec(label)?.[1] ??
    /[/／]\s*(%|人|万元|元|个|项)$/.exec(label)?.[1] ??
    ''
  const unit = inside.trim()
  return /^(%|万?元|亿元|人|人次|个|项|门|名|册|学时|课时|平方米|㎡|万平方米|台|套|种|家|所|人日|元\/生|册\/生|分|篇|件|本|万人次|次|期|学分|Mbps|亩)$/.test(
    unit,
  )
    ? unit
    : ''
}
