import type { Field } from '../../language/fields.ts'
import { type FieldRule, halfWidth, notText, quoted, type Reading, right, wrong } from '../rule.ts'
import { citiesOf, findRegions, levelOf, provinces, type RegionLevel, regionPath, regions } from './regions.ts'

/** 台湾, 香港 and 澳门 have no finer codes: they stand for every level. */
const WHOLE_PROVINCES = ['710000', '810000', '820000']
const CITIES_WITHOUT_COUNTIES = ['441900', '442000', '460400', '620200']

const LEVELS = {
  province: { zh: '省级', en: 'province', examples: ['320000', '110000', '440000', '510000'] },
  city: { zh: '市级', en: 'city', examples: ['320100', '330200', '440300', '510100'] },
  county: { zh: '县级', en: 'county', examples: ['320102', '110101', '330106', '510104'] },
} as const

/**
 * Regions by GB/T 2260. Codes that are no longer in force are kept: records of earlier years were right when they
 * were written. Names are Chinese in both languages.
 */
export const regionRule: FieldRule<'region'> = {
  check(input, field) {
    if (typeof input !== 'string') return notText(input, examplesOf(field)[0]!)
    const code = input.trim()
    if (isCode(code)) return atLevel(code, input, field)
    const example = examplesOf(field)[0]!
    return wrong(
      `${quoted(input)}不是行政区划代码，请填写六位代码，如 ${example}`,
      `${quoted(input)} is not a region code: write its six digits, such as ${example}`,
    )
  },
  read(cell, field) {
    const written = halfWidth(cell)
    const code = /\d{6}$/.exec(written)?.[0]
    if (code !== undefined) {
      const isOurs = written === code || compact(written) === compact(regionPath(code))
      return isOurs && isCode(code) ? atLevel(code, cell, field) : notARegion(cell, field)
    }
    const found = findRegions(written)
    if (found.length === 0) return notARegion(cell, field)
    const fitting = found.filter((one) => hasLevel(one, field.level))
    const meant = fitting.length > 0 || field.level !== 'city' ? fitting : found.flatMap(citiesIfProvince)
    if (meant.length === 1) return right(meant[0]!)
    return meant.length === 0 ? atLevel(found[0]!, cell, field) : ambiguous(cell, meant)
  },
  write: (value) => regionPath(value),
  example(field, seed) {
    const examples = examplesOf(field)
    return examples[seed % examples.length]!
  },
}

function examplesOf(field: Field<'region'>): readonly string[] {
  return LEVELS[field.level ?? 'county'].examples
}

/** In force, or of the form that codes once in force have. */
function isCode(code: string): boolean {
  if (regions.has(code)) return true
  return /^\d{6}$/.test(code) && provinces.includes(`${code.slice(0, 2)}0000`) && !/^\d\d00(?!00)/.test(code)
}

function hasLevel(code: string, level: RegionLevel | undefined): boolean {
  if (level === undefined || levelOf(code) === level || WHOLE_PROVINCES.includes(code)) return true
  return level === 'county' && CITIES_WITHOUT_COUNTIES.includes(code)
}

/** "北京市" in a field of cities is 110100, the only one below it. */
const citiesIfProvince = (code: string) => (levelOf(code) === 'province' ? citiesOf(code) : [])

const compact = (text: string) => text.replaceAll(' ', '')
const exampleOf = (code: string) => `${compact(regionPath(code))}（${code}）`

function atLevel(code: string, input: string, field: Field<'region'>): Reading<string> {
  if (field.level === undefined || hasLevel(code, field.level)) return right(code)
  const { zh, en, examples } = LEVELS[field.level]
  return wrong(
    `${quoted(input)}不是${zh}行政区划，请填写${zh}名称或代码，如 ${exampleOf(examples[0])}`,
    `${quoted(input)} is not a region of the ${en} level: write the name or code of one, such as ${exampleOf(examples[0])}`,
  )
}

function notARegion(input: string, field: Field<'region'>): Reading<never> {
  const example = exampleOf(examplesOf(field)[0]!)
  return wrong(
    `${quoted(input)}不是行政区划，请填写名称或六位代码，如 ${example}`,
    `${quoted(input)} is not a region: write its Chinese name or its six-digit code, such as ${example}`,
  )
}

function ambiguous(input: string, codes: readonly string[]): Reading<never> {
  const names = codes.slice(0, 6).map((code) => compact(regionPath(code)))
  const more = codes.length > names.length
  return wrong(
    `${quoted(input)}不止一处，请写明是哪一处：${names.join('、')}${more ? ` 等 ${codes.length} 处` : ''}`,
    `${quoted(input)} may be several regions; say which: ${names.join(', ')}${more ? ` or others, ${codes.length} in all` : ''}`,
  )
}
