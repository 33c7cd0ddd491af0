import type { Catalogue } from '../../language/catalogue.ts'
import type { Formula } from '../../language/indicator.ts'
import type { Label } from '../../language/label.ts'

const SIGNS = { plus: '＋', minus: '－', times: '×', divide: '÷' } as const

/** What a side of a fraction counts, in words: "毕业生（条）", "总价合计". */
export function formulaWords(catalogue: Catalogue, formula: Formula): Label {
  switch (formula.of) {
    case 'constant':
      return { zh: formula.value, en: formula.value }
    case 'indicator':
      return catalogue.indicators.get(formula.code)?.label ?? { zh: formula.code, en: formula.code }
    case 'plus':
    case 'minus':
    case 'times':
    case 'divide': {
      const words = formula.terms.map((term) => formulaWords(catalogue, term))
      const sign = SIGNS[formula.of]
      return { zh: words.map((w) => w.zh).join(` ${sign} `), en: words.map((w) => w.en).join(` ${sign} `) }
    }
    case 'least': {
      const words = formula.terms.map((term) => formulaWords(catalogue, term))
      return {
        zh: `${words.map((w) => w.zh).join('、')} 中的最小值`,
        en: `the least of ${words.map((w) => w.en).join(', ')}`,
      }
    }
    default: {
      const register = catalogue.registers.get(formula.register)
      const of = register?.label ?? { zh: formula.register, en: formula.register }
      if (formula.of === 'count') return { zh: `${of.zh}（记录数）`, en: `${of.en} (records)` }
      const field = register?.fields[formula.field]?.label ?? { zh: formula.field, en: formula.field }
      const how = {
        distinct: ['不同的', 'different'],
        sum: ['合计', 'total of'],
        max: ['最大', 'largest'],
        average: ['平均', 'average'],
      }[formula.of]
      return formula.of === 'sum'
        ? { zh: `${of.zh}·${field.zh}${how[0]}`, en: `${how[1]} ${field.en.toLowerCase()} of ${of.en.toLowerCase()}` }
        : { zh: `${of.zh}·${how[0]}${field.zh}`, en: `${how[1]} ${field.en.toLowerCase()} of ${of.en.toLowerCase()}` }
    }
  }
}
