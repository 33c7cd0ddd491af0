import { Parser } from 'htmlparser2'
import { UnreadableItem } from './draft.ts'

/** An element with what is in it, in order; names without their prefixes. */
export interface Xml {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Xml | string)[]
}

const DEEPEST = 60
const MOST = 20_000

/**
 * Reads a small document. A document type is refused: entities of its own can grow without end or name files of the
 * server, and the parser itself knows only the five of XML and numbers.
 * @throws UnreadableItem when it is no well-formed XML, or too deep or too long
 */
export function readXml(text: string): Xml {
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw new UnreadableItem({
      zh: '文件含有文档类型声明（DOCTYPE、ENTITY），为安全起见没有读取',
      en: 'The file has a document type (DOCTYPE, ENTITY) and was not read, for safety',
    })
  const broken = (why: string) =>
    new UnreadableItem({ zh: `不是格式正确的 XML（${why}）`, en: `This is no well-formed XML (${why})` })
  interface Open extends Xml {
    readonly children: (Xml | string)[]
  }
  const startedAt = new Map<Open, number>()
  const open: Open[] = []
  const roots: Open[] = []
  let count = 0
  const parser = new Parser(
    {
      onopentag(tag, given) {
        if (open.length >= DEEPEST || ++count > MOST) throw broken('too deep or too long')
        const one: Open = {
          name: tag.slice(tag.indexOf(':') + 1),
          attributes: Object.fromEntries(Object.entries(given)),
          children: [],
        }
        ;(open.at(-1)?.children ?? roots).push(one)
        open.push(one)
        startedAt.set(one, parser.startIndex)
      },
      ontext(part) {
        open.at(-1)?.children.push(part)
      },
      onclosetag(tag, isImplied) {
        const last = open.pop()
        // Told so too where a tag closes itself.
        if (isImplied && last && startedAt.get(last) !== parser.startIndex) throw broken(`<${tag}>`)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(text)
  if (open.length > 0) throw broken(`<${open.at(-1)!.name}>`)
  parser.end()
  if (roots.length !== 1) throw broken(`${roots.length} roots`)
  return roots[0]!
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

/** All text below an element, spaces put together. */
export const textOf = (of: Xml): string => rawText(of).replace(/\s+/g, ' ').trim()
const rawText = (of: Xml): string =>
  of.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('')

/** XML cannot carry the other control characters at all. */
const isPossible = (character: string) =>
  character >= ' ' ? character < '\ufffe' || character > '\uffff' : '\t\n\r'.includes(character)

/** Text as content or as an attribute's value. */
export const escaped = (text: string): string =>
  [...text]
    .filter(isPossible)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
