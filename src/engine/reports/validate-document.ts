import type {
  BlockNode,
  DocumentNode,
  FigureReference,
  InlineNode,
  ListItemNode,
  Mark,
} from '../../language/document.ts'
import { Refusal } from '../refusal.ts'
import { cleanText } from './clean-text.ts'

const MAX_DEPTH = 12
const MAX_CHARACTERS = 400_000
const HASH = /^[0-9a-f]{64}$/

type Json = Readonly<Record<string, unknown>>
type Check<T> = (node: Json, path: string, depth: number) => T

/**
 * The text of a section as the document model knows it. Attributes that the editor adds for itself are left out;
 * an unknown node or a wrong attribute is refused by the names of the section and the node.
 * @throws Refusal 422
 */
export function validateDocument(input: unknown, section: string): DocumentNode {
  let characters = 0

  const refuse = (path: string, zh: string, en: string): never => {
    const message = { zh: `章节“${section}”第 ${path} 处：${zh}`, en: `Section "${section}", at ${path}: ${en}` }
    throw new Refusal('invalid', message, { problems: [{ field: 'content', message }] })
  }
  const unknown = (path: string, type: unknown): never =>
    refuse(path, `不认识的内容“${String(type)}”，请删除它`, `node "${String(type)}" is unknown here: remove it`)
  const object = (value: unknown, path: string): Json =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : unknown(path, typeof value)
  const attrsOf = (node: Json, path: string): Json => (node['attrs'] == null ? {} : object(node['attrs'], path))
  const wrong = (path: string, name: string): never =>
    refuse(path, `属性“${name}”不正确，请重新插入`, `attribute "${name}" is not right: insert it again`)
  const named = (node: Json, path: string, name: string, most = 120): string => {
    const value = attrsOf(node, path)[name]
    return typeof value === 'string' && value.trim() !== '' && value.length <= most
      ? cleanText(value)
      : wrong(path, name)
  }
  const optional = (value: unknown, path: string, name: string, most = 500): string | null =>
    value == null ? null : typeof value === 'string' && value.length <= most ? cleanText(value) : wrong(path, name)
  const children = <T>(node: Json, path: string, depth: number, one: Check<T>): T[] => {
    if (node['content'] == null) return []
    if (depth > MAX_DEPTH) refuse(path, '嵌套层次过深', 'it is nested too deep')
    if (!Array.isArray(node['content'])) return wrong(path, 'content')
    return node['content'].map((child: unknown, i) =>
      one(object(child, `${path}.${i + 1}`), `${path}.${i + 1}`, depth + 1),
    )
  }

  const mark = (value: unknown, path: string): Mark => {
    const node = object(value, path)
    if (node['type'] === 'bold' || node['type'] === 'italic') return { type: node['type'] }
    if (node['type'] !== 'link') return unknown(path, node['type'])
    const href = URL.parse(named(node, path, 'href', 2000))
    if (!href || !['http:', 'https:', 'mailto:'].includes(href.protocol))
      return refuse(path, '链接须以 https:// 或 mailto: 开头', 'a link starts with https:// or mailto:')
    return { type: 'link', attrs: { href: href.href } }
  }
  const marks = (node: Json, path: string): { marks?: readonly Mark[] } => {
    if (node['marks'] == null) return {}
    if (!Array.isArray(node['marks'])) return wrong(path, 'marks')
    return node['marks'].length === 0 ? {} : { marks: node['marks'].map((m: unknown) => mark(m, path)) }
  }
  const figureAttrs = (node: Json, path: string): FigureReference => {
    const { period, part, unit, by } = attrsOf(node, path)
    if (part != null && part !== 'value' && part !== 'numerator' && part !== 'denominator') wrong(path, 'part')
    if (unit != null && typeof unit !== 'boolean') wrong(path, 'unit')
    const members = by == null ? [] : Object.entries(object(by, path))
    if (members.some(([, member]) => typeof member !== 'string')) wrong(path, 'by')
    return {
      code: named(node, path, 'code'),
      ...(period == null ? {} : { period: named(node, path, 'period', 20) }),
      ...(part == null || part === 'value' ? {} : { part: part as 'numerator' | 'denominator' }),
      ...(unit === true ? { unit } : {}),
      ...(members.length === 0 ? {} : { by: Object.fromEntries(members) as Record<string, string> }),
    }
  }
  const inline: Check<InlineNode> = (node, path) => {
    switch (node['type']) {
      case 'text': {
        const text = node['text']
        if (typeof text !== 'string') return wrong(path, 'text')
        characters += text.length
        if (characters > MAX_CHARACTERS)
          refuse(path, '内容过长，请分成几个章节', 'it is too long: split it into sections')
        return { type: 'text', text: cleanText(text), ...marks(node, path) }
      }
      case 'hardBreak':
        return { type: 'hardBreak' }
      case 'figure':
        return { type: 'figure', attrs: figureAttrs(node, path), ...marks(node, path) }
      default:
        return unknown(path, node['type'])
    }
  }
  const listItem: Check<ListItemNode> = (node, path, depth) =>
    node['type'] === 'listItem'
      ? { type: 'listItem', content: children(node, path, depth, block) }
      : unknown(path, node['type'])
  const block: Check<BlockNode> = (node, path, depth) => {
    switch (node['type']) {
      case 'paragraph':
        return { type: 'paragraph', content: children(node, path, depth, inline).filter(hasText) }
      case 'heading': {
        const level = attrsOf(node, path)['level']
        if (!Number.isInteger(level) || (level as number) < 1 || (level as number) > 6) wrong(path, 'level')
        return {
          type: 'heading',
          attrs: { level: level as number },
          content: children(node, path, depth, inline).filter(hasText),
        }
      }
      case 'bulletList':
        return { type: 'bulletList', content: children(node, path, depth, listItem) }
      case 'orderedList': {
        const start = attrsOf(node, path)['start']
        if (start != null && !Number.isInteger(start)) wrong(path, 'start')
        const attrs = typeof start === 'number' && start !== 1 ? { attrs: { start } } : {}
        return { type: 'orderedList', ...attrs, content: children(node, path, depth, listItem) }
      }
      case 'figureTable':
        return { type: 'figureTable', attrs: { table: named(node, path, 'table') } }
      case 'recordTable': {
        const { group } = attrsOf(node, path)
        const grouped = group == null ? {} : { group: named(node, path, 'group') }
        return { type: 'recordTable', attrs: { name: named(node, path, 'name'), ...grouped } }
      }
      case 'dataTable':
      case 'chart':
        return { type: node['type'], attrs: { name: named(node, path, 'name') } }
      case 'image': {
        const { file, alt, caption } = attrsOf(node, path)
        if (typeof file !== 'string' || !HASH.test(file)) return wrong(path, 'file')
        return {
          type: 'image',
          attrs: { file, alt: optional(alt, path, 'alt') ?? '', caption: optional(caption, path, 'caption') },
        }
      }
      case 'case':
        return {
          type: 'case',
          attrs: { title: named(node, path, 'title', 200) },
          content: children(node, path, depth, block),
        }
      case 'pageBreak':
        return { type: 'pageBreak' }
      default:
        return unknown(path, node['type'])
    }
  }

  const root = object(input, '0')
  if (root['type'] !== 'doc') unknown('0', root['type'])
  return { type: 'doc', content: root['content'] == null ? [] : children(root, '0', 0, block).map(plain) }
}

/** The editor does not accept an empty text. */
const hasText = (node: InlineNode) => node.type !== 'text' || node.text !== ''

/** Without keys that hold nothing, so that equal texts are equal JSON. */
function plain(node: BlockNode): BlockNode {
  return JSON.parse(JSON.stringify(node)) as BlockNode
}
