import type { Relation } from './relations.ts'

export type Format = 'md' | 'txt' | 'html' | 'docx' | 'xlsx' | 'pdf'

/** A document of the corpus: its text with named figures, and what must hold between them. */
export interface MadeDocument {
  /** The file's name without its ending. */
  readonly name: string
  readonly format: Format
  /** What is printed for each name. */
  readonly figures: Readonly<Record<string, string>>
  /**
   * One line is one block: `# ` heading, `| a | b |` row of a table, anything else a paragraph. `{name}` prints a
   * figure. In a row, `<` joins a cell to the one on its left and `^` to the one above.
   */
  readonly text: string
  readonly relations: readonly Relation[]
  /** The same college's report of the year before, for what it says of that year. */
  readonly lastYear?: MadeDocument
}

export interface MadeCell {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

export type MadeBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** `null` is a place that a joined cell covers. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (MadeCell | null)[])[] }

export interface Filled {
  readonly blocks: readonly MadeBlock[]
  /** The line that prints a figure, by `name@1`, `name@2` … in the order of printing. */
  readonly lineOf: ReadonlyMap<string, string>
  /** What stands there, by the same names. */
  readonly printed: ReadonlyMap<string, string>
}

const FIGURE = /\{([\w.-]+)\}/g

/** `name` is the first printing of a figure. */
export const printingOf = (ref: string): string => (ref.includes('@') ? ref : `${ref}@1`)

/** The document with its figures put in; `changes` prints something else at one place. Throws on a name nobody gave. */
export function fill(made: MadeDocument, changes: Readonly<Record<string, string>> = {}): Filled {
  const times = new Map<string, number>()
  const printed = new Map<string, string>()
  const lineOf = new Map<string, string>()
  const lines = made.text.split('\n').flatMap((raw) => {
    const refs: string[] = []
    const line = raw.trim().replace(FIGURE, (_, name: string) => {
      const value = made.figures[name]
      if (value === undefined) throw new Error(`${made.name}: {${name}} is not one of its figures`)
      const nth = (times.get(name) ?? 0) + 1
      times.set(name, nth)
      const ref = `${name}@${nth}`
      refs.push(ref)
      printed.set(ref, changes[ref] ?? value)
      return changes[ref] ?? value
    })
    for (const ref of refs) lineOf.set(ref, line)
    return line === '' ? [] : [line]
  })
  for (const ref of Object.keys(changes))
    if (!printed.has(ref)) throw new Error(`${made.name}: nothing is printed at ${ref}`)
  return { blocks: blocksOf(lines), lineOf, printed }
}

function blocksOf(lines: readonly string[]): MadeBlock[] {
  const blocks: MadeBlock[] = []
  let rows: string[][] = []
  const closeTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows: joined(rows) })
    rows = []
  }
  for (const line of lines) {
    if (line.startsWith('|')) {
      rows.push(
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      )
      continue
    }
    closeTable()
    const heading = /^(#+) (.*)$/.exec(line)
    if (heading) blocks.push({ kind: 'heading', level: heading[1]!.length, text: heading[2]! })
    else blocks.push({ kind: 'paragraph', text: line })
  }
  closeTable()
  return blocks
}

function joined(rows: readonly (readonly string[])[]): (MadeCell | null)[][] {
  return rows.map((row, y) =>
    row.map((text, x) => {
      if (text === '<' || text === '^') return null
      let [columns, down] = [1, 1]
      while (row[x + columns] === '<') columns++
      while (rows[y + down]?.[x] === '^') down++
      return { text, columns, rows: down }
    }),
  )
}
