import type { BlockNode, DocumentNode, InlineNode } from '../../language/document.ts'

export type AnyNode = BlockNode | InlineNode

/** Every node of a text in reading order, with lists and cases opened. */
export function* walkDocument(content: DocumentNode['content']): Generator<AnyNode> {
  for (const node of content ?? []) {
    yield node
    if (node.type === 'paragraph' || node.type === 'heading') yield* node.content ?? []
    else if (node.type === 'case') yield* walkDocument(node.content)
    else if (node.type === 'bulletList' || node.type === 'orderedList')
      for (const item of node.content ?? []) yield* walkDocument(item.content)
  }
}

/** Rewrites every figure of a text; other nodes stay as they are. */
export function mapFigures(
  content: DocumentNode,
  change: (node: Extract<AnyNode, { type: 'figure' }>) => InlineNode,
): DocumentNode {
  return mapNodes(content, (node) => (node.type === 'figure' ? change(node) : node))
}

/** Rewrites a text node by node, inner ones first. A block must become a block, an inline node an inline node. */
export function mapNodes(content: DocumentNode, change: (node: AnyNode) => AnyNode): DocumentNode {
  const blocks = (nodes: readonly BlockNode[] | undefined): BlockNode[] => (nodes ?? []).map(block)
  const block = (node: BlockNode): BlockNode => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return change({ ...node, content: (node.content ?? []).map((n) => change(n) as InlineNode) }) as BlockNode
      case 'case':
        return change({ ...node, content: blocks(node.content) }) as BlockNode
      case 'bulletList':
      case 'orderedList':
        return change({
          ...node,
          content: (node.content ?? []).map((item) => ({ ...item, content: blocks(item.content) })),
        }) as BlockNode
      default:
        return change(node) as BlockNode
    }
  }
  return { type: 'doc', content: blocks(content.content) }
}

/** Whether there is anything to print in it. */
export function isEmptyDocument(content: DocumentNode): boolean {
  for (const node of walkDocument(content.content)) {
    if (node.type === 'text' && node.text.trim() !== '') return false
    if (['figure', 'figureTable', 'recordTable', 'dataTable', 'chart', 'image'].includes(node.type)) return false
  }
  return true
}
