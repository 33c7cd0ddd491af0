import { defineIndicator, ratio, sum, valueOf } from '../../../src/language/index.ts'
import { libraryHoldings } from '../../registers/facilities/library-holdings.ts'

const inYear = { period: { within: '@period' } } as const
const common = {
  unit: { zh: '册/生', en: 'volumes per student' },
  period: 'at-date',
  decimals: 2,
  version: 1,
  owner: 'library',
} as const

export const booksPerStudent = defineIndicator({
  ...common,
  code: 'q0.books-per-student',
  label: { zh: '生均图书', en: 'Books per student' },
  source: '中国职业教育质量报告（2023年度）1.2 办学条件；教发〔2004〕2号',
  definition: {
    zh: '馆藏纸质图书、电子图书和期刊合订本册数之和 ÷ 折合在校生数。',
    en: 'Volumes held, printed, electronic and bound journals ÷ equivalent students.',
  },
  rivals: ['q0.printed-books-per-student'],
  ...ratio(sum(libraryHoldings, 'volumes', inYear), valueOf('q0.students-equivalent')),
})
export const printedBooksPerStudent = defineIndicator({
  ...common,
  code: 'q0.printed-books-per-student',
  label: { zh: '生均纸质图书', en: 'Printed books per student' },
  source: '不计电子图书的另一种口径',
  definition: {
    zh: '馆藏纸质图书和期刊合订本册数之和 ÷ 折合在校生数。',
    en: 'Printed volumes and bound journals ÷ equivalent students.',
  },
  rivals: ['q0.books-per-student'],
  ...ratio(
    sum(libraryHoldings, 'volumes', { ...inYear, kind: ['paper', 'journals'] }),
    valueOf('q0.students-equivalent'),
  ),
})
