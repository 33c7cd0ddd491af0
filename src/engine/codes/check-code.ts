import { dateRule } from '../../fields/date/rule.ts'
import { halfWidth } from '../../fields/rule.ts'
import { openValues } from '../../language/college-codes.ts'
import type { Label } from '../../language/label.ts'
import { codesOn, type CodeDesk, contentOf } from './code-desk.ts'

/** What is wrong with a value, and in which of its parts: value, zh, en, official, from, retiredFrom or reason. */
export interface CodeProblem {
  readonly field: string
  readonly message: Label
}

const LONGEST = 60
const day = { kind: 'date', label: { zh: '日期', en: 'Date' } } as const

/**
 * Everything wrong with a value as it stands on the desk. A name is one value's alone, since sheets say values by it;
 * several values may be reported under one official value.
 */
export function checkCode(desk: CodeDesk, value: string): CodeProblem[] {
  const found: CodeProblem[] = []
  const say = (field: string, zh: string, en: string) => found.push({ field, message: { zh, en } })
  const content = contentOf(desk, value)
  const codes = codesOn(desk)
  const isOwn = !Object.hasOwn(desk.declared.values, value)
  if (value === '') say('value', '请填写值', 'Write the value')
  else if (isOwn && (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value) || value.length > LONGEST))
    say(
      'value',
      `“${value}”不能作为值：请用小写英文字母（开头）、数字和连字符，如 short-course，最多 ${LONGEST} 个字符`,
      `“${value}” cannot be a value: begin with a lower-case letter, then letters, digits and hyphens, such as short-course, at most ${LONGEST}`,
    )
  const label = codes.values[value] ?? { zh: '', en: '' }
  for (const lang of ['zh', 'en'] as const) {
    const name = label[lang]
    if (name === '') {
      if (lang === 'zh') say('zh', '请填写中文名称', 'Write the Chinese name')
      else say('en', '请填写英文名称', 'Write the English name')
    } else if (name.length > LONGEST) say(lang, `最多 ${LONGEST} 个字`, `At most ${LONGEST} characters`)
    const other = Object.entries(codes.values).find(
      ([one, names]) => one !== value && name !== '' && plain(names[lang]) === plain(name),
    )
    if (other)
      say(
        lang,
        `“${name}”已是值 ${other[0]} 的名称，请换一个`,
        `“${name}” is the name of value ${other[0]} already: choose another`,
      )
  }
  const official = content?.official
  if (official && official.length > LONGEST) say('official', `最多 ${LONGEST} 个字`, `At most ${LONGEST} characters`)
  for (const name of ['from', 'retiredFrom'] as const) {
    const problem = content?.[name] ? dateRule.check(content[name], day).problem : undefined
    if (problem) found.push({ field: name, message: problem })
  }
  if (content?.from && content.retiredFrom && content.retiredFrom <= content.from)
    say('retiredFrom', '停用日期须晚于启用日期', 'It must go out of use after it came into use')
  if (content?.retiredFrom && openValues(codes).length === 0)
    say(
      'retiredFrom',
      '这是最后一个可选的值，请先新增其他值',
      'This is the last value that may be chosen: add another first',
    )
  return found
}

const plain = (text: string) => halfWidth(text).replace(/\s+/g, ' ').trim().toLowerCase()
