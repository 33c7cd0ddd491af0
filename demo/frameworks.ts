import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { CERTIFICATES, courseKey } from './courses.ts'
import { FOUR_LEVELS, type LevelText, STANDARDS, type StandardText, TEN_LEVELS } from './frameworks-texts.ts'

/**
 * A four-level vocational framework and a ten-level one, two industries' competency standards, one of them in two
 * versions, and what leads to them: all made up.
 *
 * Keys: frameworks '<number>/<edition>' · framework-items '<framework>/<code>' · framework-links 'DZ001'… ·
 * framework-alignments 'DB001'…
 */

const FOUR = 'ZL-4/2023'
const TEN = 'ZL-10/2024'
/** Certificates that have their level among the four. */
const MAPPED = 31

interface Made {
  readonly frameworks: DemoRow[]
  readonly items: DemoRow[]
  readonly links: DemoRow[]
  readonly alignments: DemoRow[]
}

export const frameworksDemo: DemoPart = (demo) => {
  const made: Made = { frameworks: [], items: [], links: [], alignments: [] }
  levels(demo, made, FOUR, '职业教育四级资历框架（演示）', FOUR_LEVELS)
  levels(demo, made, TEN, '国家资历框架十级（演示）', TEN_LEVELS)
  for (const standard of STANDARDS) {
    // The version before had its last unit not yet.
    if (standard.before) {
      const before = `${standard.number}/${standard.before}`
      competency(demo, made, before, { ...standard, units: standard.units.slice(0, -1) }, 'deprecated', null)
    }
    const now = `${standard.number}/${standard.edition}`
    competency(demo, made, now, standard, 'adopted', standard.before ? `${standard.number}/${standard.before}` : null)
    for (const unit of standard.units) {
      link(demo, made, now, 'hasSkillLevel', `${now}/${unit.code}`, `${FOUR}/${unit.level}`)
      if (unit.course !== undefined)
        align(demo, made, `${now}/${unit.code}`, { course: demo.id('courses', courseKey(unit.course)) }, 'part')
    }
    for (const [certificate, code] of standard.certificates)
      align(demo, made, `${now}/${code}`, { certificate: demo.id('certificate-schemes', certificate) }, 'full')
    align(
      demo,
      made,
      `${now}/${standard.number}`,
      { programme: demo.id('training-programmes', `2023/${standard.major}`) },
      'part',
    )
  }
  for (const [i, certificate] of Object.values(CERTIFICATES).flat().slice(0, MAPPED).entries())
    align(
      demo,
      made,
      `${FOUR}/${i % 3 === 0 ? 'L3' : 'L2'}`,
      { certificate: demo.id('certificate-schemes', certificate) },
      'full',
    )
  // Which of the ten levels each of the four is.
  for (const [four, ten] of [
    ['L1', 'Q3'],
    ['L2', 'Q4'],
    ['L3', 'Q5'],
    ['L4', 'Q7'],
  ] as const)
    link(demo, made, FOUR, four === 'L3' ? 'exactMatchOf' : 'isRelatedTo', `${FOUR}/${four}`, `${TEN}/${ten}`)
  return [
    { register: 'frameworks', rows: made.frameworks },
    { register: 'framework-items', rows: made.items },
    { register: 'framework-links', rows: made.links },
    { register: 'framework-alignments', rows: made.alignments },
  ]
}

interface FrameworkText {
  readonly name: string
  readonly kind: string
  readonly industry: string | null
}

function framework(
  demo: DemoContext,
  made: Made,
  key: string,
  { name, kind, industry }: FrameworkText,
  state: string,
  replaces: string | null,
): void {
  const [number, edition] = key.split('/') as [string, string]
  made.frameworks.push({
    $key: key,
    $state: state,
    number,
    edition,
    name,
    kind,
    industry,
    issuer: industry === null ? '示例市学分银行（演示）' : '示例行业职业教育指导委员会（演示）',
    from: `${edition}-01-01`,
    until: null,
    replaces: replaces === null ? null : demo.id('frameworks', replaces),
    description: null,
  })
}

function item(
  demo: DemoContext,
  made: Made,
  of: string,
  code: string,
  parent: string | null,
  kind: string,
  statement: string,
): void {
  made.items.push({
    $key: `${of}/${code}`,
    framework: demo.id('frameworks', of),
    number: code,
    code,
    kind,
    statement,
    parent: parent === null ? null : demo.id('framework-items', `${of}/${parent}`),
    order: made.items.length + 1,
    notes: null,
  })
}

function link(demo: DemoContext, made: Made, of: string, kind: string, from: string, to: string): void {
  const number = `DZ${String(made.links.length + 1).padStart(3, '0')}`
  made.links.push({
    $key: number,
    framework: demo.id('frameworks', of),
    number,
    kind,
    from: demo.id('framework-items', from),
    fromAddress: null,
    to: demo.id('framework-items', to),
    toAddress: null,
    order: null,
    notes: null,
  })
}

function align(demo: DemoContext, made: Made, to: string, what: object, coverage: string): void {
  const number = `DB${String(made.alignments.length + 1).padStart(3, '0')}`
  made.alignments.push({
    $key: number,
    number,
    item: demo.id('framework-items', to),
    programme: null,
    course: null,
    certificate: null,
    coverage,
    note: null,
    ...what,
  })
}

const DESCRIPTORS = [
  ['K', '知识'],
  ['S', '技能'],
  ['A', '自主与责任'],
] as const

function levels(demo: DemoContext, made: Made, key: string, name: string, all: readonly LevelText[]): void {
  framework(demo, made, key, { name, kind: 'levels', industry: null }, 'adopted', null)
  for (const { code, title, descriptors } of all) {
    item(demo, made, key, code, null, 'level', title)
    for (const [i, [letter, what]] of DESCRIPTORS.entries())
      item(demo, made, key, `${code}${letter}`, code, 'descriptor', `${what}：${descriptors[i]}`)
  }
}

function competency(
  demo: DemoContext,
  made: Made,
  key: string,
  standard: StandardText,
  state: string,
  replaces: string | null,
): void {
  framework(demo, made, key, standard, state, replaces)
  item(demo, made, key, standard.number, null, 'standard', standard.name)
  for (const { code, statement, outcomes } of standard.units) {
    item(demo, made, key, code, standard.number, 'unit', statement)
    for (const [i, outcome] of outcomes.entries()) item(demo, made, key, `${code}.${i + 1}`, code, 'outcome', outcome)
  }
}
