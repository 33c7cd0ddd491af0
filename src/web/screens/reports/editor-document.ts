import type { JSONContent } from '@tiptap/react'
import type {
  BlockNode,
  DocumentNode,
  FigurePartName,
  FigureReference,
  InlineNode,
  ListItemNode,
  Mark,
} from '../../../language/document.ts'

/** The text as the editor takes it: places that may be empty in the model hold an empty paragraph there. */
export function toEditor(document: DocumentNode): JSONContent {
  return { type: 'doc', content: filled((document.content ?? []).map(blockToEditor)) }
}

const EMPTY: JSONContent = { type: 'paragraph' }
const filled = (content: JSONContent[]): JSONContent[] => (content.length === 0 ? [EMPTY] : content)

function blockToEditor(node: BlockNode): JSONContent {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return { ...node, content: (node.content ?? []).map((one) => ({ ...one }) as JSONContent) } as JSONContent
    case 'case':
      return { ...node, content: filled((node.content ?? []).map(blockToEditor)) }
    case 'bulletList':
    case 'orderedList': {
      const items = (node.content ?? []).map(itemToEditor)
      return { ...node, content: items.length === 0 ? [{ type: 'listItem', content: [EMPTY] }] : items } as JSONContent
    }
    default:
      return { ...node } as JSONContent
  }
}

const itemToEditor = (item: ListItemNode): JSONContent => ({
  type: 'listItem',
  content: filled((item.content ?? []).map(blockToEditor)),
})

/** The editor's text as the model and the server know it: without attributes that the editor adds for itself. */
export function fromEditor(json: JSONContent): DocumentNode {
  const blocks = blocksOf(json)
  // The editor keeps an empty line at the end to write in; it is no part of the text.
  const last = blocks.at(-1)
  const isSpare = last?.type === 'paragraph' && (last.content ?? []).length === 0
  return { type: 'doc', content: isSpare ? blocks.slice(0, -1) : blocks }
}

const blocksOf = (json: JSONContent): BlockNode[] => (json.content ?? []).map(blockOf)

function blockOf(json: JSONContent): BlockNode {
  const attrs = json.attrs ?? {}
  switch (json.type) {
    case 'heading':
      return { type: 'heading', attrs: { level: Number(attrs['level']) }, content: inlineOf(json) }
    case 'bulletList':
      return { type: 'bulletList', content: (json.content ?? []).map(itemOf) }
    case 'orderedList': {
      const start: unknown = attrs['start']
      return {
        type: 'orderedList',
        ...(typeof start === 'number' && start !== 1 ? { attrs: { start } } : {}),
        content: (json.content ?? []).map(itemOf),
      }
    }
    case 'figureTable':
      return { type: 'figureTable', attrs: { table: String(attrs['table']) } }
    case 'recordTable': {
      const group = textOf(attrs['group'])
      return { type: 'recordTable', attrs: { name: String(attrs['name']), ...(group === null ? {} : { group }) } }
    }
    case 'dataTable':
    case 'chart':
      return { type: json.type, attrs: { name: String(attrs['name']) } }
    case 'image':
      return {
        type: 'image',
        attrs: {
          file: String(attrs['file']),
          alt: textOf(attrs['alt']) ?? '',
          ...(textOf(attrs['caption']) === null ? {} : { caption: textOf(attrs['caption']) }),
        },
      }
    case 'case':
      return { type: 'case', attrs: { title: textOf(attrs['title']) ?? '' }, content: blocksOf(json) }
    case 'pageBreak':
      return { type: 'pageBreak' }
    default:
      return { type: 'paragraph', content: inlineOf(json) }
  }
}

const itemOf = (json: JSONContent): ListItemNode => ({ type: 'listItem', content: blocksOf(json) })
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

function inlineOf(json: JSONContent): InlineNode[] {
  return (json.content ?? []).flatMap((one): InlineNode[] => {
    if (one.type === 'hardBreak') return [{ type: 'hardBreak' }]
    if (one.type === 'figure') return [{ type: 'figure', attrs: referenceOf(one.attrs ?? {}), ...marksOf(one) }]
    return one.text ? [{ type: 'text', text: one.text, ...marksOf(one) }] : []
  })
}

/** The reference that a figure node's attributes mean; what says nothing is left out. */
export function referenceOf(attrs: Readonly<Record<string, unknown>>): FigureReference {
  const { code, period, part, unit, by } = attrs
  const members = (by ?? {}) as Readonly<Record<string, string>>
  return {
    code: String(code),
    ...(textOf(period) === null ? {} : { period: textOf(period) }),
    ...(part === 'numerator' || part === 'denominator' ? { part: part satisfies FigurePartName } : {}),
    ...(unit === true ? { unit } : {}),
    ...(Object.keys(members).length === 0 ? {} : { by: members }),
  }
}

function marksOf(json: JSONContent): { marks?: readonly Mark[] } {
  const marks = (json.marks ?? []).flatMap((mark): Mark[] => {
    if (mark.type === 'bold' || mark.type === 'italic') return [{ type: mark.type }]
    if (mark.type === 'link') return [{ type: 'link', attrs: { href: String(mark.attrs?.['href'] ?? '') } }]
    return []
  })
  return marks.length === 0 ? {} : { marks }
}

/** Whether two texts say the same; how they are stored does not matter. */
export function isSameDocument(one: DocumentNode, other: DocumentNode): boolean {
  return stable(fromEditor(toEditor(one))) === stable(fromEditor(toEditor(other)))
}

/** JSON with sorted keys: the database gives keys back in another order. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
