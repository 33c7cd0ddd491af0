import type { Field } from '../../language/fields.ts'
import type { Label } from '../../language/label.ts'
import { serialToDate } from '../sheets/serial-date.ts'
import { NOT_COMPUTED } from '../sheets/sheet.ts'

/** What Excel shows where a formula failed (ECMA-376 part 1, 18.17.3), and our word for one that was never computed. */
const FAILED = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/
/** 1.10105E+17: ten digits or more. Shorter numbers Excel shows in full. */
const POWER_OF_TEN = /^[+-]?\d(?:\.\d+)?E\+?\d{2,3}$/i
const DAYS: ReadonlySet<Field['kind']> = new Set(['date', 'date-time', 'month'])
const PROSE: ReadonlySet<Field['kind']> = new Set(['long-text'])

/** What a spreadsheet program made of a value, whatever the field: what is wrong and what to do there; null when nothing is. */
export function strangeCell(text: string, field: Field): Label | null {
  const first = text.charCodeAt(0)
  if (first === 35) {
    if (text === NOT_COMPUTED)
      return {
        zh: '这里是公式，但文件里没有计算结果；请用 Excel 或 WPS 打开文件，保存一次后重新上传',
        en: 'There is a formula here without its result: open the file in Excel or WPS, save it and send it again',
      }
    if (FAILED.test(text))
      return {
        zh: `这里的公式出错（${text}），请改正公式，或直接填写数值`,
        en: `The formula here failed (${text}): correct it, or write the value itself`,
      }
  }
  // The number itself is not repeated: it may be one of identity.
  if (POWER_OF_TEN.test(text) && !PROSE.has(field.kind))
    return {
      zh: '这是科学计数法，后面的数字可能已经丢失；请把这一列的格式设为“文本”，再重新填写完整的号码',
      en: 'This is a power of ten, whose last digits may be lost: format the column as text, then write the whole number again',
    }
  if (DAYS.has(field.kind) && /^\d{5}(?:\.\d+)?$/.test(text)) {
    const day = serialToDate(Number(text), false)?.slice(0, 10)
    if (day)
      return {
        zh: `“${text}”像是 Excel 的日期序号（${day}）；请把这一列的格式设为日期，或写成 ${day} 这样的形式`,
        en: `“${text}” looks like the number by which Excel knows ${day}: format the column as a date, or write it like ${day}`,
      }
  }
  return null
}
