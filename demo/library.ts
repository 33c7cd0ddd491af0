import { FIRST_DAY, LAST_DAY, serial, someStudents } from './autumn.ts'
import { SUBJECTS } from './courses.ts'
import { FACULTIES } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { teachersOf } from './partnership.ts'
import { dayBetween, daysAfter } from './shares.ts'

/**
 * Some of the library's books and journals, and what was lent in the autumn term of 2023.
 *
 * Keys: books 'B00001'… · loans 'L00001'… · journals 'J001'…
 */

const BOOKS = 400
const LOANS = 500
const KINDS = ['基础', '教程', '实训指导', '案例精选', '手册'] as const
const PUBLISHERS = ['示例工业出版社（演示）', '示例教育出版社（演示）', '示例大学出版社（演示）'] as const
/** Classes of the library classification that fit the faculties, in their order. */
const CLASSES = ['TH', 'U46', 'TN', 'TP3', 'F', 'J5', 'U2', 'TQ', 'TU'] as const

function bookRows(demo: DemoContext): DemoRow[] {
  const random = demo.random('books')
  return Array.from({ length: BOOKS }, (_, i) => {
    const place = i % FACULTIES.length
    const subjects = SUBJECTS[FACULTIES[place]!]
    const subject = subjects[Math.floor(i / FACULTIES.length) % subjects.length]!
    const year = random.between(2012, 2023)
    return {
      $key: `B${serial(i + 1, 5)}`,
      number: `B${serial(i + 1, 5)}`,
      barcode: `69000${serial(i + 1, 8)}`,
      name: `${subject}${KINDS[i % KINDS.length]}`,
      firstAuthor: demo.personName(random),
      otherAuthors: i % 3 === 0 ? `${demo.personName(random)},${demo.personName(random)}` : null,
      isbn: `978-7-000-${serial(i + 1, 5)}-${i % 10}`,
      class: `${CLASSES[place]}${random.between(1, 9)}`,
      keywords: subject,
      documentKind: 'monograph',
      publisher: random.pick(PUBLISHERS),
      publisherLevel: i % 4 === 0 ? 'central' : 'local',
      placeOfPublication: '示例市',
      publishedOn: `${year}-${serial(random.between(1, 8), 2)}-01`,
      edition: i % 5 === 0 ? '2' : '1',
      language: 'chinese',
      languageOfChina: 'chinese',
      price: `${random.between(26, 98)}.00`,
      pages: random.between(160, 460),
      size: '16开',
      binding: i % 12 === 0 ? 'hardback' : 'paperback',
      status: i % 7 === 0 ? 'on-loan' : 'available',
    }
  })
}

function loanRows(demo: DemoContext): DemoRow[] {
  const random = demo.random('loans')
  const students = someStudents(LOANS, 11)
  return students.map((place, i) => {
    const byStaff = i % 8 === 7
    const borrowedOn = dayBetween(random, FIRST_DAY, LAST_DAY)
    const back = daysAfter(borrowedOn, random.between(3, 60))
    return {
      $key: `L${serial(i + 1, 5)}`,
      number: `JY2023-${serial(i + 1, 5)}`,
      book: demo.id('books', `B${serial(random.between(1, BOOKS), 5)}`),
      student: byStaff ? null : demo.id('students', place.number),
      staff: byStaff ? demo.id('staff', random.pick(teachersOf(FACULTIES[i % FACULTIES.length]!))) : null,
      borrower: byStaff ? 'staff' : 'student',
      borrowedOn,
      dueOn: daysAfter(borrowedOn, 45),
      returnedOn: back <= LAST_DAY ? back : null,
    }
  })
}

const JOURNALS = [
  '机械技术',
  '汽车工程',
  '电子应用',
  '计算机应用',
  '职业教育',
  '现代物流',
  '设计艺术',
  '建筑施工',
  '化工进展',
  '财会实务',
] as const

const journalRows = (demo: DemoContext): DemoRow[] => {
  const random = demo.random('journals')
  return JOURNALS.flatMap((name, i) =>
    [1, 2, 3, 4, 5, 6].map((issue) => ({
      $key: `J${serial(i * 6 + issue, 3)}`,
      number: `QK${serial(i * 6 + issue)}`,
      barcode: `977${serial(i * 6 + issue, 10)}`,
      name: `示例${name}（演示）`,
      issn: `1000-${serial(100 + i)}`,
      editorialOffice: '示例编辑部（演示）',
      editor: demo.personName(random),
      price: '18.00',
      foundedIn: `${1980 + i}-01`,
      year: 2023,
      volume: String(44 - i),
      issue: String(issue),
      totalIssue: String((44 - i) * 6 + issue),
      class: 'TB',
      languageOfChina: 'chinese',
    })),
  )
}

export const libraryDemo: DemoPart = (demo) => [
  { register: 'books', rows: bookRows(demo) },
  { register: 'loans', rows: loanRows(demo) },
  { register: 'journals', rows: journalRows(demo) },
]
