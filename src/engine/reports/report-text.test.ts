import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bulletList,
  caseStudy,
  chart,
  doc,
  type DocumentNode,
  figure,
  figureTable,
  heading,
  image,
  orderedList,
  pageBreak,
  paragraph,
  text,
} from '../../language/document.ts'
import { Refusal } from '../refusal.ts'
import { compareVersions, compareWords } from './compare-versions.ts'
import { madeUpReport } from './made-up-report.ts'
import { numberOutline } from './number-outline.ts'
import { resolveNumbering } from './resolve-numbering.ts'
import { validateDocument } from './validate-document.ts'
import { isEmptyDocument, walkDocument } from './walk-document.ts'

const everything = doc(
  heading(1, '标题'),
  paragraph(
    '甲 ',
    figure('a.b', { unit: true, period: '2022', part: 'numerator', by: { unit: 'east' } }),
    text('乙', { type: 'bold' }),
  ),
  bulletList('一', '二'),
  orderedList('一'),
  figureTable('t'),
  chart('c'),
  image('a'.repeat(64), '图', '说明'),
  caseStudy('案例', paragraph('内容', text('链接', { type: 'link', attrs: { href: 'https://a.example/' } }))),
  pageBreak(),
)

test('every node of the model is kept as it is, and a second look changes nothing', () => {
  const once = validateDocument(everything, '节')
  expect(once).toEqual(everything)
  expect(validateDocument(once, '节')).toEqual(once)
  expect([...walkDocument(once.content)].filter((n) => n.type === 'text').map((n) => n.text)).toContain('链接')
})

test('attributes that the editor adds for itself are left out', () => {
  const editor = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { textAlign: null },
        content: [
          { type: 'text', text: '', marks: [] },
          { type: 'text', text: 'a\u0000b\nc', marks: [] },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 1, type: null },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      },
    ],
  }
  expect(validateDocument(editor, '节')).toEqual({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'ab c' }] },
      { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [] }] }] },
    ],
  })
})

test.each([
  [{ type: 'script' }, '不认识的内容“script”'],
  [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
    },
    '链接须以',
  ],
  [{ type: 'paragraph', content: [{ type: 'figure', attrs: {} }] }, '“code”不正确'],
  [{ type: 'paragraph', content: [{ type: 'figure', attrs: { code: 'a', part: 'all' } }] }, '“part”不正确'],
  [{ type: 'image', attrs: { file: '../etc', alt: '' } }, '“file”不正确'],
  [{ type: 'heading', attrs: { level: 9 } }, '“level”不正确'],
])('%j is refused by section and place', (node, words) => {
  const look = () => validateDocument({ type: 'doc', content: [paragraph('好'), node] }, '第一节')
  expect(look).toThrow(Refusal)
  try {
    look()
  } catch (error) {
    expect((error as Refusal).label.zh).toContain('章节“第一节”第 0.2')
    expect((error as Refusal).label.zh).toContain(words)
  }
})

test('whatever is sent is either the model or a refusal', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      try {
        expect(validateDocument({ type: 'doc', content: value }, 's').type).toBe('doc')
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
  )
  const deep = (n: number): object =>
    n === 0 ? paragraph('底') : { type: 'case', attrs: { title: 't' }, content: [deep(n - 1)] }
  expect(() => validateDocument({ type: 'doc', content: [deep(40)] }, 's')).toThrow(Refusal)
})

test('empty is what prints nothing', () => {
  expect(isEmptyDocument(doc(paragraph(' '), heading(1), bulletList(''), caseStudy('t')))).toBe(true)
  expect(isEmptyDocument(doc(caseStudy('t', paragraph(figure('a')))))).toBe(false)
})

test('the outline shows the numbers that are printed', () => {
  const section = fc.record({
    level: fc.integer({ min: 1, max: 4 }),
    numbered: fc.boolean(),
    headings: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  })
  const { report, ...rest } = madeUpReport()
  fc.assert(
    fc.property(fc.array(section, { minLength: 1, maxLength: 12 }), (given) => {
      const flat = given.map(({ level, numbered, headings }) => ({
        level,
        numbered,
        content: doc(...headings.map((h) => heading(h, 'x'))),
      }))
      const printed = resolveNumbering({ ...rest, report: { ...report, annexTables: [], sections: tree(flat) } })
      const numbers = new Map(printed.headings.map((h) => [h.id, h.number ?? '']))
      expect(numberOutline(flat)).toEqual(flat.map((_, i) => numbers.get(`s${i}`)))
    }),
    { numRuns: 200 },
  )
})

function tree(flat: readonly { level: number; numbered: boolean; content: DocumentNode }[]) {
  type Node = { id: string; title: { zh: string }; numbered: boolean; text: DocumentNode; children: Node[] }
  const top: Node[] = []
  const path: Node[] = []
  for (const [i, { level, numbered, content }] of flat.entries()) {
    const node: Node = { id: `s${i}`, title: { zh: `节 ${i}` }, numbered, text: content, children: [] }
    path.length = Math.min(path.length, level - 1)
    ;(path.at(-1)?.children ?? top).push(node)
    path.push(node)
  }
  return top
}

test('two versions are compared block by block and word by word', () => {
  const before = doc(
    paragraph('第一段不变。'),
    paragraph('在校生 ', figure('a'), '，比上年增加。'),
    paragraph('要删除的一段完全不同。'),
  )
  const after = doc(
    heading(1, '新标题'),
    paragraph('第一段不变。'),
    paragraph('在校生 ', figure('b'), '，比上年减少。'),
  )
  const difference = compareVersions(before, after)
  expect(difference.map((d) => d.kind)).toEqual(['added', 'same', 'changed', 'removed'])
  const [, , changed] = difference
  const words = changed?.kind === 'changed' ? changed.words : []
  expect(words.filter((w) => w.kind !== 'same').map((w) => `${w.kind} ${w.text}`)).toEqual([
    'removed 〔a〕',
    'added 〔b〕',
    'removed 增加',
    'added 减少',
  ])
})

test('what is not removed and what is added is the new text; what is not added the old one', () => {
  const words = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 30 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const steps = compareWords(before, after)
      const without = (kind: string) =>
        steps
          .filter((s) => s.kind !== kind)
          .map((s) => s.text)
          .join('')
      expect(without('removed')).toBe(after.join(''))
      expect(without('added')).toBe(before.join(''))
    }),
  )
})
