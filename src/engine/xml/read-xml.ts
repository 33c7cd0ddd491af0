import { Parser } from 'htmlparser2'
import type { Label } from '../../language/label.ts'

/** An element with what is in it, in order; its name is told by namespace. */
export interface Xml {
  /** Empty without one. */
  readonly namespace: string
  readonly name: string
  /** Those without a prefix. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Xml | string)[]
}

interface Open extends Xml {
  readonly children: (Xml | string)[]
  readonly prefixes: ReadonlyMap<string, string>
  readonly startsAt: number
}

const DEEPEST = 100
const MOST_ELEMENTS = 200_000

/**
 * Reads a document as a tree. A document type is refused: nothing that is read here needs one, and entities of its own
 * can be made to grow without end or to name files of the server. The parser itself knows only the five of XML and numbers.
 * @param refuse makes what is thrown from why it is no well-formed XML, too deep or too long
 */
export function readXml(text: string, refuse: (why: Label) => Error): Xml {
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw refuse({
      zh: '含有文档类型声明（DOCTYPE 或 ENTITY），为安全起见没有读取',
      en: 'it has a document type (DOCTYPE or ENTITY) and was not read, for safety',
    })
  const notXml = (why: string) => refuse({ zh: `不是格式正确的 XML：${why}`, en: `it is no well-formed XML: ${why}` })
  if (text.includes('\0')) throw notXml('U+0000')
  const open: Open[] = []
  const roots: Open[] = []
  let count = 0
  const parser = new Parser(
    {
      onopentag(tag, given) {
        if (open.length >= DEEPEST || ++count > MOST_ELEMENTS) throw notXml('too deep or too long')
        const one = elementOf(tag, given, open.at(-1)?.prefixes, parser.startIndex)
        if (!one) throw notXml(`<${tag}>`)
        ;(open.at(-1)?.children ?? roots).push(one)
        open.push(one)
      },
      ontext(part) {
        const last = open.at(-1)
        if (last) last.children.push(part)
        else if (part.trim() !== '' && part.trim() !== '\uFEFF') throw notXml(part.trim().slice(0, 40))
      },
      onclosetag(tag, isImplied) {
        const last = open.pop()
        // The parser says so too where a tag closes itself.
        if (isImplied && last?.startsAt !== parser.startIndex) throw notXml(`<${tag}>`)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(text)
  if (open.length > 0) throw notXml(`<${open.at(-1)!.name}>`)
  parser.end()
  if (roots.length !== 1) throw notXml(`${roots.length} roots`)
  return roots[0]!
}

/** An element that begins; null when its prefix stands for nothing. */
function elementOf(
  tag: string,
  given: Readonly<Record<string, string>>,
  above: ReadonlyMap<string, string> | undefined,
  startsAt: number,
): Open | null {
  const prefixes = new Map(above)
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(given))
    if (name === 'xmlns') prefixes.set('', value)
    else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), value)
    else if (!name.includes(':')) attributes[name] = value
  const colon = tag.indexOf(':')
  const namespace = prefixes.get(tag.slice(0, Math.max(colon, 0)))
  if (colon > 0 && namespace === undefined) return null
  return { namespace: namespace ?? '', name: tag.slice(colon + 1), attributes, children: [], prefixes, startsAt }
}

export const elements = (of: Xml): Xml[] => of.children.filter((child): child is Xml => typeof child !== 'string')
export const childrenOf = (of: Xml, name: string): Xml[] => elements(of).filter((child) => child.name === name)

/** All elements below one, in the order of the document. */
export function* below(of: Xml): Generator<Xml> {
  for (const child of elements(of)) {
    yield child
    yield* below(child)
  }
}
export const findBelow = (of: Xml, name: string): Xml | undefined => [...below(of)].find((one) => one.name === name)

/** The text of an element itself, its lines as they are. */
export const ownText = (of: Xml): string =>
  of.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim()

/** All text below an element, spaces put together. */
export const textOf = (of: Xml): string => rawText(of).replace(/\s+/g, ' ').trim()
const rawText = (of: Xml): string =>
  of.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('')
