import { Parser } from 'htmlparser2'
import { badPackage } from './bad-package.ts'

/** An element of a document, its name told by namespace; text is that of the element itself. */
export interface XmlElement {
  readonly namespace: string
  readonly name: string
  /** Attributes without a prefix. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

interface Open {
  readonly namespace: string
  readonly name: string
  readonly attributes: Map<string, string>
  readonly children: Open[]
  text: string
  readonly prefixes: ReadonlyMap<string, string>
  readonly startsAt: number
}

const DEEPEST = 100
const MOST_ELEMENTS = 200_000

/**
 * Reads a document as a tree. A document type is refused: no package needs one, and entities of its own can be made to
 * grow without end or to name files of the server. The parser itself knows only the five of XML and numbers.
 * @throws Refusal 422 when it is no well-formed XML, or too deep or too large
 */
export function xmlTree(xml: string): XmlElement {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    throw badPackage({
      zh: 'cmi5.xml 含有文档类型声明（DOCTYPE 或 ENTITY），为安全起见没有读取',
      en: 'cmi5.xml has a document type (DOCTYPE or ENTITY) and was not read, for safety',
    })
  const notXml = (why: string) =>
    badPackage({ zh: `cmi5.xml 不是格式正确的 XML：${why}`, en: `cmi5.xml is no well-formed XML: ${why}` })
  if (xml.includes('\0')) throw notXml('U+0000')
  const open: Open[] = []
  const roots: Open[] = []
  let count = 0
  const parser = new Parser(
    {
      onopentag(tag, given) {
        if (open.length >= DEEPEST || ++count > MOST_ELEMENTS) throw notXml('too deep or too long')
        const prefixes = new Map(open.at(-1)?.prefixes)
        const attributes = new Map<string, string>()
        for (const [name, value] of Object.entries(given))
          if (name === 'xmlns') prefixes.set('', value)
          else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), value)
          else if (!name.includes(':')) attributes.set(name, value)
        const colon = tag.indexOf(':')
        const namespace = prefixes.get(tag.slice(0, Math.max(colon, 0)))
        if (colon > 0 && namespace === undefined) throw notXml(`<${tag}>`)
        const one: Open = {
          namespace: namespace ?? '',
          name: tag.slice(colon + 1),
          attributes,
          children: [],
          text: '',
          prefixes,
          startsAt: parser.startIndex,
        }
        ;(open.at(-1)?.children ?? roots).push(one)
        open.push(one)
      },
      ontext(text) {
        const last = open.at(-1)
        if (last) last.text += text
        else if (text.trim() !== '' && text.trim() !== '\uFEFF') throw notXml(text.trim().slice(0, 40))
      },
      onclosetag(tag, isImplied) {
        const last = open.pop()
        // The parser says so too where a tag closes itself.
        if (isImplied && last?.startsAt !== parser.startIndex) throw notXml(`<${tag}>`)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  if (open.length > 0) throw notXml(`<${open.at(-1)!.name}>`)
  parser.end()
  if (roots.length !== 1) throw notXml(`${roots.length} roots`)
  return roots[0]!
}
