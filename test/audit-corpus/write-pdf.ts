import { createRequire } from 'node:module'
import path from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { reportFontFiles } from '../../src/engine/reports/fonts.ts'
import type { MadeBlock, MadeCell } from './made-document.ts'

let compiler: NodeCompiler | undefined

/** One compiler for all files: it reads the fonts once. */
function typst(): NodeCompiler {
  const require = createRequire(import.meta.url)
  const { NodeCompiler: Compiler } = require('@myriaddreamin/typst-ts-node-compiler') as {
    NodeCompiler: typeof NodeCompiler
  }
  const fontPaths = [...new Set(Object.values(reportFontFiles()).map((file) => path.dirname(file)))]
  compiler ??= Compiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] })
  return compiler
}

/** The text of a Typst string, so that no sign of it is taken for an order. */
const literal = (text: string): string => `#"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

const cellSource = (cell: MadeCell): string => {
  const spans = `colspan: ${cell.columns}, rowspan: ${cell.rows}`
  return cell.columns === 1 && cell.rows === 1
    ? `[${literal(cell.text)}]`
    : `table.cell(${spans})[${literal(cell.text)}]`
}

function blockSource(block: MadeBlock): string {
  if (block.kind === 'heading') return `#heading(level: ${block.level})[${literal(block.text)}]`
  if (block.kind === 'paragraph') return `#par[${literal(block.text)}]`
  const cells = block.rows.flat().filter((cell) => cell !== null)
  return `#table(columns: (1fr,) * ${block.rows[0]!.length}, ${cells.map(cellSource).join(', ')})`
}

/** A4 pages with page numbers; tables break over pages where they must. Throws when they cannot be set. */
export function writePdf(blocks: readonly MadeBlock[]): Uint8Array {
  const source = [
    '#set page(paper: "a4", numbering: "1")',
    '#set text(font: "Noto Serif SC", size: 11pt, lang: "zh")',
    ...blocks.map(blockSource),
  ].join('\n\n')
  const compiled = typst().compile({ mainFileContent: source })
  if (compiled.result === null || compiled.hasError())
    throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no reason').slice(0, 600))
  return typst().pdf(compiled.result, {})
}
