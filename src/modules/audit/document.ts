/** A document as the audit sees it: what every reader (Word, PDF, text …) makes, and the only thing the rules look at. */
export interface AuditDocument {
  /** The file's name, as people know it. */
  readonly name: string
  readonly blocks: readonly Block[]
  /** Pages that are pictures: nothing on them was read. */
  readonly unreadable?: readonly number[]
  /** What a workbook hides: nothing of it was read. */
  readonly hidden?: readonly HiddenPart[]
}

/** A worksheet that is hidden, or rows and columns of one that are. */
export interface HiddenPart {
  readonly sheet: string
  /** Numbers of rows as the workbook shows them; with `columns` absent for a whole sheet. */
  readonly rows?: readonly number[]
  /** C, AA */
  readonly columns?: readonly string[]
}

interface Placed {
  /** Page of the file, from 1; absent where the format has no pages. */
  readonly page?: number
}

export interface Heading extends Placed {
  readonly kind: 'heading'
  /** 1 is the highest. */
  readonly level: number
  readonly text: string
  /** Number of the paragraph in the document, from 1; headings count too. */
  readonly paragraph: number
}

export interface Paragraph extends Placed {
  readonly kind: 'paragraph'
  readonly text: string
  readonly paragraph: number
  /** A line of a table of contents; the title of a table or picture; a remark below a table. */
  readonly role?: 'contents' | 'caption' | 'note'
}

export interface Table extends Placed {
  readonly kind: 'table'
  /** Number of the table in the document, from 1, whatever its caption says. */
  readonly table: number
  readonly caption?: string
  readonly notes?: readonly string[]
  /** Rows or columns of it are hidden in the file and were left out: sums need not come out. */
  readonly hides?: true
  readonly rows: readonly TableRow[]
}

export interface TableRow extends Placed {
  readonly cells: readonly Cell[]
}

export interface Cell {
  readonly text: string
  /** Columns and rows that the cell covers; 1 when absent. */
  readonly columns?: number
  readonly rows?: number
}

export type Block = Heading | Paragraph | Table

/** Where in the document something stands. Rows and columns count from 1, heads included. */
export interface Place {
  readonly page?: number
  readonly paragraph?: number
  readonly table?: number
  readonly row?: number
  readonly column?: number
  /** The passage, short enough to be read in a list. */
  readonly text: string
}

/** The columns, from 1, at which the cells of each row begin: cells of rows above may reach down and push them on. */
export function cellColumns({ rows }: Pick<Table, 'rows'>): number[][] {
  const taken = rows.map(() => new Set<number>())
  return rows.map(({ cells }, row) => {
    let column = 1
    return cells.map(({ columns = 1, rows: deep = 1 }) => {
      while (taken[row]!.has(column)) column += 1
      const own = column
      for (let below = row + 1; below < Math.min(row + deep, rows.length); below += 1)
        for (let at = own; at < own + columns; at += 1) taken[below]!.add(at)
      column += columns
      return own
    })
  })
}
