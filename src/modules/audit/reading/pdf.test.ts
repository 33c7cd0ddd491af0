import { expect, test } from 'vitest'
import type { Block } from '../document.ts'
import { readDocument } from './read-document.ts'

/** What stands on a page, in points from its lower left corner. */
interface Drawn {
  readonly texts: readonly (readonly [x: number, y: number, text: string])[]
  readonly lines?: readonly (readonly [number, number, number, number])[]
  /** Turned by these degrees when it is looked at. */
  readonly turned?: number
}

/** A small .pdf in Helvetica of 10 points. */
function pdf(pages: readonly Drawn[]): Uint8Array {
  const streams = pages.map(({ texts, lines = [] }) =>
    [
      ...lines.map((line) => `${line.slice(0, 2).join(' ')} m ${line.slice(2).join(' ')} l S`),
      ...texts.map(([x, y, text]) => `BT /F 10 Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`),
    ].join('\n'),
  )
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap(({ turned = 0 }, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${turned}/Resources<</Font<</F 3 0 R>>>>/Contents ${5 + 2 * at} 0 R>>`,
      `<</Length ${streams[at]!.length}>>stream\n${streams[at]!}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const starts = objects.map((object, at) => {
    const start = file.length
    file += `${at + 1} 0 obj${object}endobj\n`
    return String(start).padStart(10, '0')
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.map((start) => `${start} 00000 n \n`).join('')}`
  return new TextEncoder().encode(
    `${file}${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`,
  )
}

const shape = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'table'
      ? block.rows
          .map(({ cells }) =>
            cells
              .map(({ text, columns, rows }) => `${text}${columns ? `>${columns}` : ''}${rows ? `v${rows}` : ''}`)
              .join('|'),
          )
          .join('/')
      : `${block.kind === 'heading' ? '#'.repeat(block.level) : (block.role ?? 'p')} ${block.text}`,
  )
const read = async (...pages: Drawn[]) => (await readDocument('a.pdf', pdf(pages))).blocks

/** Level and upright lines of a grid. */
const grid = (xs: readonly number[], ys: readonly number[]): [number, number, number, number][] => [
  ...ys.map((y): [number, number, number, number] => [xs[0]!, y, xs.at(-1)!, y]),
  ...xs.map((x): [number, number, number, number] => [x, ys[0]!, x, ys.at(-1)!]),
]

test('lines part cells, however narrow; where a line is missing, cells are merged', async () => {
  const lines = grid([50, 90, 130, 170], [700, 680, 660, 640]).filter(
    // The head above the last two columns, and the first cell over two rows.
    ([x1, y1, x2]) => !(x1 === 130 && x2 === 130) && !(y1 === 680 && x1 !== x2),
  )
  const extra: [number, number, number, number][] = [
    [130, 680, 130, 640],
    [90, 680, 170, 680],
  ]
  const texts: Drawn['texts'] = [
    [50, 720, 'Table 1. Teachers'],
    [52, 675, 'Kind'],
    [92, 685, 'Number of'],
    [92, 665, 'full'],
    [132, 665, 'part'],
    [52, 645, 'Staff'],
    [92, 645, '918'],
    [132, 645, '266'],
    [50, 620, 'Note: as of August.'],
  ]
  const blocks = await read({ texts, lines: [...lines, ...extra] })
  expect(shape(blocks)).toEqual([
    'caption Table 1. Teachers',
    'Kindv2|Number of>2/full|part/Staff|918|266',
    'note Note: as of August.',
  ])
  expect(blocks[1]).toMatchObject({ caption: 'Table 1. Teachers', notes: ['Note: as of August.'] })
})

test('figures below each other without a line between them are rows of their own', async () => {
  const texts: Drawn['texts'] = [
    [52, 685, 'Kind'],
    [132, 685, 'People'],
    [52, 665, 'Staff'],
    [132, 665, '918'],
    [52, 650, 'Guests from'],
    [132, 650, '266'],
    [52, 638, 'outside'],
  ]
  expect(shape(await read({ texts, lines: grid([50, 130, 210], [700, 680, 630]) }))).toEqual([
    'Kind|People/Staff|918/Guests from outside|266',
  ])
})

test('without lines, columns are the white between; a head repeated on the next page is left out', async () => {
  const rows = (from: number, count: number): Drawn['texts'] =>
    Array.from({ length: count }, (_, at): Drawn['texts'] => [
      [50, 700 - 20 * at, String(from + at)],
      [80, 700 - 20 * at, `Programme ${from + at}`],
      [160, 700 - 20 * at, String(50 + from + at)],
    ]).flat()
  const head: Drawn['texts'] = [
    [50, 720, 'No.'],
    [80, 720, 'Programme'],
    [150, 720, 'Students'],
  ]
  const blocks = await read(
    { texts: [[50, 740, 'Table 2: Students'], ...head, ...rows(1, 2)] },
    { texts: [...head, ...rows(3, 2)] },
  )
  expect(shape(blocks)).toEqual([
    'caption Table 2: Students',
    'No.|Programme|Students/1|Programme 1|51/2|Programme 2|52/3|Programme 3|53/4|Programme 4|54',
  ])
  expect(blocks[1]).toMatchObject({ page: 1, rows: [{}, {}, { page: 1 }, { page: 2 }, { page: 2 }] })
})

test('level lines alone part rows; the words of a chart and the number of the page are no table', async () => {
  const level = (y: number, from = 50): [number, number, number, number] => [from, y, 300, y]
  const texts: Drawn['texts'] = [
    [220, 722, 'Students'],
    [50, 715, 'No.'],
    [80, 715, 'Subject'],
    [160, 715, 'Unit'],
    [220, 708, '(people)'],
    [80, 690, 'Placed'],
    [160, 690, 'one'],
    [220, 690, '6217'],
    [50, 682, '1'],
    [80, 674, 'of all (%)'],
    [220, 674, '97.25'],
    [50, 650, '2'],
    [80, 650, 'Waiting'],
    [160, 650, 'one'],
    [220, 650, '176'],
    [100, 500, '10'],
    [200, 500, '30'],
    [100, 480, 'men'],
    [200, 480, 'women'],
    [50, 460, 'Figure 1: Students by sex'],
    [290, 30, '7'],
  ]
  expect(shape(await read({ texts, lines: [level(735), level(702), level(684, 75), level(664), level(645)] }))).toEqual(
    [
      'No.|Subject|Unit|Students (people)/1|Placed|one|6217/|of all (%)||97.25/2|Waiting|one|176',
      'caption Figure 1: Students by sex',
    ],
  )
})

test('a page in two columns is read down the first one, then down the second', async () => {
  const words = ['every student of the college', 'is counted once in this part', 'of the report as is the custom']
  const column = (x: number, name: string): Drawn['texts'] =>
    Array.from({ length: 9 }, (_, at) => [x, 700 - 14 * at, `${name}${at + 1} ${words[at % 3]!}`])
  const texts = [[50, 740, 'A title over both columns'] as const, ...column(50, 'a'), ...column(310, 'b')].toSorted(
    (one, other) => other[1] - one[1],
  )
  const text = shape(await read({ texts })).join(' ')
  expect([...text.matchAll(/\b[ab]\d/g)].map(([name]) => name).join('')).toBe('a1a2a3a4a5a6a7a8a9b1b2b3b4b5b6b7b8b9')
})

test('a page that is turned is read as it is looked at; one without text is named', async () => {
  const turned: Drawn = { texts: [], turned: 90 }
  const upright = pdf([{ texts: [[50, 700, 'The college has 918 teachers.']] }, turned])
  const document = await readDocument('a.pdf', upright)
  expect(document.unreadable).toEqual([2])
  // Text that runs up the page lies level once the page is turned.
  const sideways = new TextDecoder().decode(pdf([{ ...turned, texts: [[0, 0, 'Sixty pupils.']] }]))
  const raised = sideways.replace('0 0 Td', '0 1 -1 0 300 100 Tm'.padEnd(6))
  const shifted = new TextEncoder().encode(
    raised.replace(/<<\/Length (\d+)>>/, (_, n: string) => `<</Length ${Number(n) + 13}>>`),
  )
  expect(shape((await readDocument('b.pdf', shifted)).blocks)).toEqual(['p Sixty pupils.'])
})
