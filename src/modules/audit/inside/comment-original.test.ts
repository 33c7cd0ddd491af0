import { expect, test } from 'vitest'
import { readZip, writeZip } from '../../../engine/reports/zip.ts'
import { auditDocument } from '../audit-document.ts'
import { readDocument } from '../reading/read-document.ts'
import type { WireFinding } from '../wire.ts'
import { commentOriginal } from './comment-original.ts'

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const run = (text: string, looks = '') => `<w:r w:rsidR="1"><w:rPr>${looks}</w:rPr><w:t>${text}</w:t></w:r>`
const cells = (...texts: string[]) =>
  `<w:tr>${texts.map((text) => `<w:tc><w:tcPr/><w:p>${run(text)}</w:p></w:tc>`).join('')}</w:tr>`

const body = `<?xml version="1.0"?><w:document ${WORD}><w:body><w:p><w:pPr><w:jc w:val="both"/></w:pPr>${run('概述：学校专业与课程建设&amp;技能竞赛成绩在本年度继续保持全市领先。', '<w:b/>')}<w:commentRangeStart w:id="4"/>${run('学校获奖 82 项，其中一等奖 15 项、二等奖 37')}${run(' 项、三等奖 40 项。学校另有图书一批。', '<w:i/>')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r></w:p><w:p>${run('表 1：招生')}</w:p><w:tbl>${cells('专业', '录取数')}${cells('甲', '100')}${cells('乙', '200')}${cells('合计', '310')}</w:tbl></w:body></w:document>`
const parts = {
  '[Content_Types].xml':
    '<Types><Override PartName="/word/document.xml" ContentType="main"/><Override PartName="/word/comments.xml" ContentType="comments"/></Types>',
  'word/_rels/document.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
  'word/comments.xml': `<w:comments ${WORD}><w:comment w:id="4" w:author="a colleague"><w:p>${run('请核对')}</w:p></w:comment></w:comments>`,
  'word/document.xml': body,
  'word/media/picture.png': 'a picture',
  'word/styles.xml': '<w:styles/>',
}
const zipped = (of: Readonly<Record<string, string>>) =>
  writeZip(
    Object.entries(of).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    new Date(0),
  )
const partsOf = (archive: Buffer) => new Map(readZip(archive).map(({ name, bytes }) => [name, bytes.toString()]))

async function commented(bytes: Buffer) {
  const read = await readDocument('a.docx', bytes)
  const findings = auditDocument(read).map((finding): WireFinding => ({ ...finding, mark: null }))
  const word = await commentOriginal({ name: 'a.docx', bytes }, findings, 'zh')
  const again = await readDocument('a.docx', word)
  expect(again.blocks).toEqual(read.blocks)
  return { findings, after: partsOf(word) }
}

test('comments stand at the passages of the very document; all else is as it was', async () => {
  const { findings, after } = await commented(zipped(parts))
  expect(findings.map(({ kind }) => kind).toSorted()).toEqual(['parts-and-whole', 'total'])

  const untouched = new Map(Object.entries(parts).filter(([name]) => !/document\.xml$|comments\.xml$/.test(name)))
  for (const [name, text] of untouched) expect(after.get(name), name).toBe(text)
  const xml = after.get('word/document.xml')!
  // Taking the comments out, and joining the runs that were cut, gives the document back.
  const without = xml
    .replace(/<w:commentRange(Start|End) w:id="(?!4")\d+"\/>|<w:r><w:commentReference w:id="(?!4")\d+"\/><\/w:r>/g, '')
    .replace(/<\/w:t><\/w:r><w:r><w:rPr>(<w:[bi]\/>)?<\/w:rPr><w:t xml:space="preserve">/g, '')
    .replaceAll(' xml:space="preserve"', '')
  expect(without).toBe(body)

  const comments = after.get('word/comments.xml')!
  expect(comments).toContain('请核对')
  const ids = [...comments.matchAll(/<w:comment w:id="(\d+)" w:author="匠心"/g)].map(([, id]) => id!)
  // One in the paragraph, where all its places are, and one in each of three cells.
  expect(ids).toEqual(['5', '6', '7', '8'])
  for (const id of ids)
    expect(
      xml.split(`<w:commentRangeStart w:id="${id}"/>`).length * xml.split(`w:commentReference w:id="${id}"`).length,
    ).toBe(4)
  const passage = ids
    .map(
      (id) =>
        new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*)<w:commentRangeEnd w:id="${id}"/>`, 's').exec(xml)![1]!,
    )
    .map((inside) => inside.replace(/<[^>]*>/g, ''))
  expect(passage.filter((text) => text.length < 5).toSorted()).toEqual(['100', '200', '310'])
  const [sentence] = passage.filter((text) => text.length >= 5)
  expect(sentence).toMatch(/学校获奖 82 项.*三等奖 40 项/)
  expect(sentence).not.toContain('概述')
})

test('a document that had no comments announces them', async () => {
  const { 'word/comments.xml': _, ...rest } = parts
  const plain = {
    ...rest,
    '[Content_Types].xml': '<Types></Types>',
    'word/_rels/document.xml.rels': '<Relationships></Relationships>',
  }
  const { after } = await commented(zipped(plain))
  expect(after.get('[Content_Types].xml')).toContain('PartName="/word/comments.xml"')
  expect(after.get('word/_rels/document.xml.rels')).toContain('Target="comments.xml"')
  expect(after.get('word/comments.xml')).toContain('310 ≠ 100 + 200 = 300')
})

test('what somebody called a false finding is no comment; without comments the document is the same file', async () => {
  const bytes = zipped(parts)
  const wrong = { verdict: 'wrong', reason: '', document: 'a.docx', by: 'a', at: '', sameFigures: true } as const
  const findings = auditDocument(await readDocument('a.docx', bytes)).map((finding) => ({ ...finding, mark: wrong }))
  expect((await commentOriginal({ name: 'a.docx', bytes }, findings, 'zh')).equals(bytes)).toBe(true)
})
