import { FACULTIES } from './faculties.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { SUBJECTS } from './courses.ts'
import { MAJORS, teachersOf } from './partnership.ts'
import { dayBetween } from './shares.ts'

/**
 * Textbooks and the prizes they won.
 *
 * Keys for other parts (demo.id): textbooks 'JC001'…'JC182' written here, 'JC201'…'JC260' by others ·
 * textbook-awards '<textbook>/1'
 */
export const textbooksDemo: DemoPart = (demo) => [
  { register: 'textbooks', rows: textbookRows(demo) },
  { register: 'textbook-awards', rows: awardRows(demo) },
]

const three = (n: number) => String(n).padStart(3, '0')

function textbookRows(demo: DemoContext): DemoRow[] {
  // One of the eighteen national ones is a contribution: as chief editor the college has seventeen.
  const row = (n: number, state?: string): DemoRow => {
    const faculty = FACULTIES[n % FACULTIES.length]!
    const subjects = SUBJECTS[faculty]
    const random = demo.random(`textbooks/${n}`)
    const round = Math.floor(n / FACULTIES.length)
    return {
      $key: `JC${three(n)}`,
      ...(state === undefined ? {} : { $state: state }),
      number: `JC${three(n)}`,
      ...imprint(demo, n),
      name: `${subjects[round % subjects.length]}${round % 3 === 0 ? '（第2版）' : ''}`,
      unit: demo.id('units', faculty),
      editor: demo.id('people', random.pick(teachersOf(faculty))),
      role: n === 18 || (n > 18 && n % 4 === 0) ? 'deputy' : 'chief',
      major: demo.id('majors', random.pick(MAJORS[faculty])),
      publisher: random.pick(['示例教育出版社（演示）', '示例机械出版社（演示）', '示例大学出版社（演示）']),
      edition: round % 3 === 0 ? 2 : 1,
      publishedOn:
        n % 9 === 0 ? dayBetween(random, '2022-09-01', '2023-08-15') : dayBetween(random, '2018-01-01', '2022-08-15'),
      planRound: n <= 18 ? '“十四五”规划' : null,
      plan: n <= 18 ? 'national' : n <= 21 ? 'provincial' : n <= 25 ? 'ministry' : null,
      withEnterprise: n > 40 && n <= 112,
      newForm: n > 100 && n <= 162 ? random.pick(['loose-leaf', 'workbook', 'digital']) : null,
      onNationalPlatform: false,
      files: [],
    }
  }
  return [
    ...Array.from({ length: 182 }, (_, i) => row(i + 1)),
    row(183, 'submitted'),
    row(184, 'submitted'),
    row(185, 'draft'),
    ...Array.from({ length: OTHERS_BOOKS }, (_, i) => ({
      ...row(201 + i),
      editor: null,
      role: null,
      plan: i % 3 === 0 ? 'national' : null,
      planRound: i % 3 === 0 ? '“十四五”规划' : null,
      publishedOn: dayBetween(demo.random(`textbooks/others/${i}`), '2019-01-01', '2023-06-30'),
    })),
  ]
}

/** Chosen for the autumn of 2023 and written elsewhere. */
const OTHERS_BOOKS = 60

/** What stands in a book's imprint. Numbers begin with 979-9, which no country has. */
function imprint(demo: DemoContext, n: number): object {
  const random = demo.random(`textbooks/imprint/${n}`)
  const digits = `9799${String(2023 * 1000 + n).padStart(8, '0')}`
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  const authors = Array.from({ length: random.between(1, 3) }, () => demo.personName(random))
  return {
    isbn: `${digits}${(10 - (sum % 10)) % 10}`,
    kind: n % 9 === 0 ? 'digital' : n % 3 === 0 ? 'combined' : 'printed',
    authors: [...new Set(authors)].join(','),
    authorCount: new Set(authors).size,
    classNumber: random.pick(['TH16', 'U472', 'TP311', 'F230', 'J524', 'TQ0', 'TU7', 'TN0']),
    price: `${random.between(28, 68)}.00`,
  }
}

/** Every fifteenth of the books written here won a prize. */
function awardRows(demo: DemoContext): DemoRow[] {
  return Array.from({ length: 12 }, (_, i): DemoRow => {
    const book = `JC${three(1 + i * 15)}`
    const random = demo.random(`textbook-awards/${book}`)
    const level = i < 2 ? 'national' : i < 7 ? 'provincial' : 'college'
    return {
      $key: `${book}/1`,
      textbook: demo.id('textbooks', book),
      prize: { national: '全国优秀教材奖（演示）', provincial: '省级优秀教材奖（演示）', college: '校级优秀教材奖' }[
        level
      ],
      project: '优秀教材评选',
      round: `第${random.pick(['一', '二', '三'])}届`,
      level,
      grade: random.pick(['first', 'second', 'second', 'third']),
      awardedOn: dayBetween(random, '2022-09-01', '2023-12-20'),
      awardedBy: { national: '示例教材评审委员会（演示）', provincial: '示例市教育委员会（演示）', college: '教务处' }[
        level
      ],
    }
  })
}
