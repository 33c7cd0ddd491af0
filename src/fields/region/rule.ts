import type { Field } from '../../language/fields.ts'
import { type FieldRule, halfWidth, notText, quoted, right, wrong } from '../rule.ts'

/** First two digits of GB/T 2260. */
const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)/

/** 台湾, 香港 and 澳门 have no finer codes; 东莞, 中山, 儋州 and 嘉峪关 have no counties. */
const WHOLE_PROVINCES = /^(71|81|82)0000$/
const CITIES_WITHOUT_COUNTIES = ['441900', '442000', '460400', '620200']

const LEVELS = {
  province: { zh: '省级', en: 'province', examples: ['320000', '110000', '440000', '510000'] },
  city: { zh: '市级', en: 'city', examples: ['320100', '330200', '440300', '510100'] },
  county: { zh: '县级', en: 'county', examples: ['320102', '110101', '330106', '510104'] },
} as const

/** Only the form is checked: which codes are in force changes every year. */
export const regionRule: FieldRule<'region'> = {
  check(input, field) {
    const example = examplesOf(field)[0]!
    if (typeof input !== 'string') return notText(input, example)
    const code = input.trim()
    if (!/^\d{6}$/.test(code) || !PROVINCE.test(code) || /^\d\d00(?!00)/.test(code)) {
      return wrong(
        `${quoted(input)}不是行政区划代码，请填写六位代码，如 ${example}`,
        `${quoted(input)} is not a region code: write its six digits, such as ${example}`,
      )
    }
    if (field.level === undefined || hasLevel(code, field.level)) return right(code)
    const level = LEVELS[field.level]
    return wrong(
      `${quoted(input)}不是${level.zh}行政区划，请填写${level.zh}代码，如 ${example}`,
      `${quoted(input)} is not a region of the ${level.en} level: write a code such as ${example}`,
    )
  },
  read: (cell, field) => regionRule.check(halfWidth(cell), field),
  write: (value) => value,
  example(field, seed) {
    const examples = examplesOf(field)
    return examples[seed % examples.length]!
  },
}

function examplesOf(field: Field<'region'>): readonly string[] {
  return LEVELS[field.level ?? 'county'].examples
}

function hasLevel(code: string, level: keyof typeof LEVELS): boolean {
  if (WHOLE_PROVINCES.test(code)) return true
  if (level === 'province') return code.endsWith('0000')
  if (level === 'city') return code.endsWith('00') && !code.endsWith('0000')
  return !code.endsWith('00') || CITIES_WITHOUT_COUNTIES.includes(code)
}
