import type { BlockNode, DocumentNode, FigureReference, InlineNode } from '../../../language/document.ts'

type AnyNode = BlockNode | InlineNode

/** Every node of a text in reading order. */
export function* nodesOf(content: DocumentNode['content']): Generator<AnyNode> {
  for (const node of content ?? []) {
    yield node
    if (node.type === 'paragraph' || node.type === 'heading') yield* node.content ?? []
    else if (node.type === 'case') yield* nodesOf(node.content)
    else if (node.type === 'bulletList' || node.type === 'orderedList')
      for (const item of node.content ?? []) yield* nodesOf(item.content)
  }
}

/** The figures that a text refers to, each once, in reading order. */
export function figuresIn(document: DocumentNode): readonly FigureReference[] {
  const found = new Map<string, FigureReference>()
  for (const node of nodesOf(document.content))
    if (node.type === 'figure') found.set(`${node.attrs.code}@${node.attrs.period ?? ''}`, node.attrs)
  return [...found.values()]
}

/** How many characters people wrote; figures and tables are not counted. */
export function lengthOf(document: DocumentNode): number {
  let length = 0
  for (const node of nodesOf(document.content)) if (node.type === 'text') length += node.text.replace(/\s/g, '').length
  return length
}
