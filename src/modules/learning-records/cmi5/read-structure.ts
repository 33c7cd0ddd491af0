import { elements, ownText, readXml, type Xml } from '../../../engine/xml/read-xml.ts'
import { isIri, isLanguage } from '../statement/formats.ts'
import { badPackage } from './bad-package.ts'
import { type Block, type CourseStructure, MOVE_ON, type Unit, type Words } from './structure.ts'

const NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd'
const MOST_UNITS = 5000
/** Parameters that a launch adds: a unit's address may not have them already (cmi5 8.1). */
const LAUNCH_PARAMETERS = ['endpoint', 'fetch', 'actor', 'registration', 'activityId']

const wrong = (where: string, zh: string, en: string) => badPackage({ zh: `${where}：${zh}`, en: `${where}: ${en}` })

/** What may stand within an element, in this order (CourseStructure.xsd). `*` any number, `+` at least one, `?` at most one. */
const CONTENT: Readonly<Record<string, readonly (readonly [names: readonly string[], often: '1' | '?' | '+'])[]>> = {
  courseStructure: [
    [['course'], '1'],
    [['objectives'], '?'],
    [['au', 'block'], '+'],
  ],
  course: [
    [['title'], '1'],
    [['description'], '1'],
  ],
  block: [
    [['title'], '1'],
    [['description'], '1'],
    [['objectives'], '?'],
    [['au', 'block'], '+'],
  ],
  au: [
    [['title'], '1'],
    [['description'], '1'],
    [['objectives'], '?'],
    [['url'], '1'],
    [['launchParameters'], '?'],
    [['entitlementKey'], '?'],
  ],
  title: [[['langstring'], '+']],
  description: [[['langstring'], '+']],
  objectives: [[['objective'], '+']],
}
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  course: ['id'],
  block: ['id'],
  au: ['id', 'moveOn', 'masteryScore', 'launchMethod', 'activityType'],
  objective: ['id', 'idref'],
  langstring: ['lang'],
}

/** Elements of cmi5 within this one; those of other namespaces are a publisher's own, and passed over. */
function partsOf(element: Xml): readonly Xml[] {
  const parts = elements(element).filter(({ namespace }) => namespace === NAMESPACE || namespace === '')
  const strange = Object.keys(element.attributes).find((name) => !ATTRIBUTES[element.name]?.includes(name))
  if (strange) throw wrong(`<${element.name}>`, `没有属性“${strange}”`, `there is no attribute "${strange}"`)
  const order = CONTENT[element.name]
  if (!order) return parts
  let at = 0
  for (const [names, often] of order) {
    const from = at
    while (at < parts.length && names.includes(parts[at]!.name) && (often === '+' || at === from)) at++
    if (often !== '?' && at === from)
      throw wrong(
        `<${element.name}>`,
        `这里应有 <${names.join('> 或 <')}>`,
        `<${names.join('> or <')}> is expected here`,
      )
  }
  const more = parts[at]
  if (more) throw wrong(`<${element.name}>`, `这里不应有 <${more.name}>`, `<${more.name}> is not expected here`)
  return parts
}

const partOf = (parts: readonly Xml[], name: string) => parts.find((part) => part.name === name)

function wordsOf(element: Xml): Words {
  const words: Record<string, string> = {}
  for (const one of partsOf(element)) {
    partsOf(one)
    const language = one.attributes['lang'] ?? 'und'
    if (!isLanguage(language)) throw wrong('langstring', `“${language}”不是语言代码`, `"${language}" is no language`)
    words[language] = ownText(one)
  }
  return words
}

/**
 * Reads the structure of a course, by the rules of CourseStructure.xsd and of cmi5 sections 8.1, 13 and 14.
 * @param hasFile whether a file is in the package; without a package no address may be relative
 * @throws Refusal 422 with what is wrong, and where
 */
export function readStructure(xml: string, hasFile: ((path: string) => boolean) | null): CourseStructure {
  const root = readXml(xml, ({ zh, en }) => badPackage({ zh: `cmi5.xml ${zh}`, en: `cmi5.xml: ${en}` }))
  if (root.name !== 'courseStructure' || root.namespace !== NAMESPACE)
    throw wrong(`<${root.name}>`, '应为 cmi5 的 <courseStructure>', '<courseStructure> of cmi5 is expected')
  const used = new Set<string>()
  /** An id, fully qualified and unique among those of its kind. */
  const idOf = (element: Xml): string => {
    const id = element.attributes['id']?.trim() ?? ''
    if (!isIri(id)) throw wrong(`<${element.name} id>`, `“${id}”不是完整的 IRI`, `"${id}" is no full IRI`)
    if (used.has(`${element.name} ${id}`)) throw wrong(`<${element.name} id>`, `“${id}”重复`, `"${id}" is there twice`)
    used.add(`${element.name} ${id}`)
    return id
  }
  const named = (element: Xml, parts: readonly Xml[]) => ({
    id: idOf(element),
    title: wordsOf(partOf(parts, 'title')!),
    description: wordsOf(partOf(parts, 'description')!),
  })
  const parts = partsOf(root)
  const course = partOf(parts, 'course')!
  const objectives = partsOfList(partOf(parts, 'objectives')).map((one) => {
    const inner = partsOf(one)
    if (!partOf(inner, 'title') || !partOf(inner, 'description') || inner.length !== 2)
      throw wrong('<objective>', '应有标题和描述', 'a title and a description are expected')
    return named(one, inner)
  })
  const known = new Set(objectives.map(({ id }) => id))
  let units = 0
  let blocks = 0
  const referred = (element: Xml | undefined) =>
    partsOfList(element).map((one) => {
      const id = one.attributes['idref']?.trim() ?? ''
      if (!known.has(id)) throw wrong('<objective idref>', `没有学习目标“${id}”`, `there is no objective "${id}"`)
      return id
    })
  const child = (element: Xml): Block | Unit => {
    const inner = partsOf(element)
    const common = { ...named(element, inner), objectives: referred(partOf(inner, 'objectives')) }
    if (element.name === 'block')
      return { kind: 'block', number: ++blocks, ...common, children: inner.filter(isChild).map(child) }
    if (units === MOST_UNITS) throw wrong('<au>', `超过 ${MOST_UNITS} 个`, `more than ${MOST_UNITS}`)
    return { kind: 'unit', number: units++, ...common, ...unitOf(element, inner, hasFile) }
  }
  return { ...named(course, partsOf(course)), objectives, children: parts.filter(isChild).map(child) }
}

const isChild = ({ name }: Xml) => name === 'au' || name === 'block'
const partsOfList = (element: Xml | undefined) => (element ? partsOf(element) : [])

function unitOf(
  element: Xml,
  parts: readonly Xml[],
  hasFile: ((path: string) => boolean) | null,
): Omit<Unit, 'kind' | 'number' | 'id' | 'title' | 'description' | 'objectives'> {
  const one = <T extends string>(name: string, values: readonly T[], otherwise: T): T => {
    const value = element.attributes[name] ?? otherwise
    if (!values.includes(value as T))
      throw wrong(
        `<au ${name}>`,
        `“${value}”不是 ${values.join('、')} 之一`,
        `"${value}" is none of ${values.join(', ')}`,
      )
    return value as T
  }
  const mastery = element.attributes['masteryScore']?.trim()
  if (mastery !== undefined && !/^\+?(?:0*(?:0|1)(?:\.0*)?|0*\.\d+)$/.test(mastery))
    throw wrong('<au masteryScore>', `“${mastery}”不是 0 到 1 之间的数`, `"${mastery}" is no number from 0 to 1`)
  const text = (name: string) => {
    const part = partOf(parts, name)
    return part && ownText(part)
  }
  const [launchParameters, entitlementKey] = [text('launchParameters'), text('entitlementKey')]
  const activityType = element.attributes['activityType']?.trim()
  return {
    url: addressOf(text('url') ?? '', hasFile),
    ...(launchParameters === undefined ? {} : { launchParameters }),
    ...(entitlementKey === undefined ? {} : { entitlementKey }),
    moveOn: one('moveOn', MOVE_ON, 'NotApplicable'),
    ...(mastery === undefined ? {} : { masteryScore: mastery.replace(/^\+/, '') }),
    launchMethod: one('launchMethod', ['AnyWindow', 'OwnWindow'] as const, 'AnyWindow'),
    ...(activityType ? { activityType } : {}),
  }
}

function addressOf(url: string, hasFile: ((path: string) => boolean) | null): string {
  const refused = (zh: string, en: string) => wrong(`<url> ${url.slice(0, 80)}`, zh, en)
  if (url === '' || /[\s<>"{}|\\^`]/.test(url)) throw refused('不是网址', 'it is no address')
  const isFull = /^[a-z][a-z0-9+.-]*:/i.test(url)
  if (isFull && !/^https?:\/\/[^/]/i.test(url)) throw refused('只接受 http 和 https', 'only http and https are taken')
  if (!isFull && !hasFile) throw refused('没有课件包时，网址必须完整', 'without a package the address must be full')
  let at: URL
  try {
    at = new URL(url, 'http://package.invalid/')
  } catch {
    throw refused('不是网址', 'it is no address')
  }
  if (!isFull && at.origin !== 'http://package.invalid') throw refused('必须完整或相对', 'it must be full or relative')
  const taken = LAUNCH_PARAMETERS.find((name) => at.searchParams.has(name))
  if (taken) throw refused(`参数“${taken}”由启动时给出`, `the parameter "${taken}" is given at launch`)
  if (isFull) return url
  if (!hasFile!(pathIn(at))) throw refused('课件包里没有这个文件', 'the package has no such file')
  // Written so that it leads nowhere but into the package, wherever that lies: `..` and `/` at its beginning are gone.
  return `./${at.pathname.slice(1)}${at.search}${at.hash}`
}

/** The path of a file in the package that an address names. */
function pathIn(address: URL): string {
  try {
    return decodeURIComponent(address.pathname).slice(1)
  } catch {
    return address.pathname.slice(1)
  }
}
