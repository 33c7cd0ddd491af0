import { cleanDocuments } from './documents/index.ts'
import { fill, type MadeBlock } from './made-document.ts'

/** Signs of one page of a report in Chinese, tables among them. */
const SIGNS_OF_PAGE = 800

const signsOf = (block: MadeBlock): number =>
  block.kind === 'table'
    ? block.rows.reduce((all, row) => all + row.reduce((of, cell) => of + (cell?.text.length ?? 0), 0), 0)
    : block.text.length

/** One long report: the clean documents one after another, each time under a part of its own. */
export function longDocument(pages: number): MadeBlock[] {
  const blocks: MadeBlock[] = []
  let signs = 0
  for (let part = 1; signs < pages * SIGNS_OF_PAGE; part++)
    for (const made of cleanDocuments) {
      const own: MadeBlock[] = [
        { kind: 'heading', level: 1, text: `第${part}部分 ${made.name}-${part}` },
        ...fill(made).blocks,
      ]
      blocks.push(...own)
      signs += own.reduce((all, block) => all + signsOf(block), 0)
      if (signs >= pages * SIGNS_OF_PAGE) break
    }
  return blocks
}
