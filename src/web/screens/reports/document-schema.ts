import type { Extensions } from '@tiptap/react'
import { Node, mergeAttributes } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'

/** One attribute that travels as JSON in copied HTML, so that copy and paste between sections keeps references. */
const kept = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement): unknown => {
    const text = element.getAttribute(`data-${name}`)
    if (text === null) return null
    try {
      return JSON.parse(text) as unknown
    } catch {
      return null
    }
  },
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] == null ? {} : { [`data-${name}`]: JSON.stringify(attributes[name]) },
})

const attributesOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, kept(name)]))

/** An indicator value inside a sentence: one piece, never text. */
export const FigureExtension = Node.create({
  name: 'figure',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes: () => attributesOf(['code', 'period', 'part', 'unit', 'by']),
  parseHTML: () => [{ tag: 'span[data-figure-node]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-figure-node': '' })],
  renderText: ({ node }) => `〔${String(node.attrs['code'])}〕`,
})

function blockExtension(name: string, attributes: readonly string[], tag: string) {
  return Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => attributesOf(attributes),
    parseHTML: () => [{ tag: `div[data-${tag}-node]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { [`data-${tag}-node`]: '' })],
  })
}

export const FigureTableExtension = blockExtension('figureTable', ['table'], 'figure-table')
export const RecordTableExtension = blockExtension('recordTable', ['name', 'group'], 'record-table')
export const DataTableExtension = blockExtension('dataTable', ['name'], 'data-table')
export const ChartExtension = blockExtension('chart', ['name'], 'chart')
export const ImageExtension = blockExtension('image', ['file', 'alt', 'caption'], 'image')
export const PageBreakExtension = blockExtension('pageBreak', [], 'page-break')

/** A case study in its box; the title is an attribute, the text is blocks. */
export const CaseExtension = Node.create({
  name: 'case',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => attributesOf(['title']),
  parseHTML: () => [{ tag: 'section[data-case-node]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', mergeAttributes(HTMLAttributes, { 'data-case-node': '' }), 0],
})

/** What the editor can link to: the same as the server accepts. */
export const isAllowedLink = (address: string): boolean => /^(https?:\/\/|mailto:)\S+$/i.test(address)

/** Everything of the editor that the document model knows, and nothing more. */
const Text = StarterKit.extend({
  addExtensions() {
    // In the model a list item may begin with any block.
    return (this.parent?.() ?? []).map((one) =>
      one.name === 'listItem' ? (one as Node).extend({ content: 'block+' }) : one,
    )
  },
}).configure({
  blockquote: false,
  code: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  underline: false,
  heading: { levels: [1, 2, 3, 4, 5, 6] },
  link: { openOnClick: false, autolink: true, linkOnPaste: true, isAllowedUri: isAllowedLink },
})

/** The nodes and marks of a section's text, without their looks. */
export const schemaExtensions: Extensions = [
  Text,
  FigureExtension,
  FigureTableExtension,
  RecordTableExtension,
  DataTableExtension,
  ChartExtension,
  ImageExtension,
  CaseExtension,
  PageBreakExtension,
]
