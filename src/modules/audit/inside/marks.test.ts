import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tx } from '../../../engine/module-server.ts'
import { assembleCatalogue } from '../../../language/catalogue.ts'
import { makeTestCollege, type TestCollege } from '../../../testing/actors.ts'
import { testDeclarations } from '../../../testing/college.ts'
import { openTestDatabase, type TestDatabase } from '../../../testing/database.ts'
import { auditDocument } from '../audit-document.ts'
import { readText } from '../reading/read-text.ts'
import { commentedWord } from './commented-word.ts'
import { findingsSheet } from './findings-sheet.ts'
import { markFinding, withMarks } from './marks.ts'
import { listNames, saveNames } from './own-names.ts'
import { readDocument } from '../reading/read-document.ts'

let db: TestDatabase
let college: TestCollege
let other: TestCollege

beforeAll(async () => {
  db = await openTestDatabase(assembleCatalogue(testDeclarations))
  college = await makeTestCollege(db.engine, 'marks-one')
  other = await makeTestCollege(db.engine, 'marks-two')
})
afterAll(() => db.close())

const within = <T>(of: TestCollege, work: (tx: Tx) => Promise<T>) => db.database.inCollege(of.id, work)
const documentOf = (total: number) =>
  readText('report.md', `学校获奖 ${total} 项，其中一等奖 15 项、二等奖 37 项、三等奖 40 项。\n`)
const findingsOf = (total: number) => auditDocument(documentOf(total))

it('remembers what was said of a finding, for the same figures and for the next document, in one college only', async () => {
  const actor = await college.actor(['keeper', college.root])
  const [finding] = findingsOf(82)
  const said = { kind: finding!.kind, message: finding!.message, values: finding!.values, document: 'report.md' }
  await within(college, (tx) => markFinding(tx, actor, { ...said, verdict: 'explained', reason: '同一项目多人获奖' }))

  const [same] = await within(college, (tx) => withMarks(tx, findingsOf(82)))
  expect(same!.mark).toMatchObject({
    verdict: 'explained',
    reason: '同一项目多人获奖',
    document: 'report.md',
    sameFigures: true,
  })
  const [next] = await within(college, (tx) => withMarks(tx, findingsOf(85)))
  expect(next!.mark).toMatchObject({ verdict: 'explained', sameFigures: false })
  const [elsewhere] = await within(other, (tx) => withMarks(tx, findingsOf(82)))
  expect(elsewhere!.mark).toBeNull()

  await within(college, (tx) => markFinding(tx, actor, { ...said, verdict: null, reason: '' }))
  const [again] = await within(college, (tx) => withMarks(tx, findingsOf(82)))
  expect(again!.mark).toBeNull()
})

it('keeps names that mean the same, and takes away a group of one', async () => {
  const actor = await college.actor(['keeper', college.root])
  const [group] = await within(college, (tx) => saveNames(tx, actor, { names: ['合作企业', ' 合作单位 ', '合作企业'] }))
  expect(group!.names).toEqual(['合作企业', '合作单位'])
  const report = (synonyms: string[][]) =>
    auditDocument(readText('a.md', '学校现有合作企业 210 家。\n\n## 合作\n\n学校现有合作单位 201 家，覆盖全省。\n'), {
      synonyms,
    })
  expect(report([])).toEqual([])
  expect(report([[...group!.names]]).map((f) => f.kind)).toEqual(['same-quantity'])
  await within(college, (tx) => saveNames(tx, actor, { id: group!.id, names: ['合作企业'] }))
  expect(await within(college, (tx) => listNames(tx))).toEqual([])
})

it('exports the document with its findings as comments, and the findings as a workbook', async () => {
  const document = documentOf(82)
  const findings = auditDocument(document).map((finding) => ({ ...finding, mark: null }))
  const word = await commentedWord(
    { name: document.name, blocks: document.blocks, unreadable: [], hidden: [], findings },
    'zh',
  )
  const again = await readDocument('again.docx', word)
  expect(again.blocks.map((block) => (block.kind === 'table' ? '' : block.text))).toEqual([
    '学校获奖 82 项，其中一等奖 15 项、二等奖 37 项、三等奖 40 项。',
  ])
  const sheet = await readDocument('findings.xlsx', await findingsSheet(findings, 'zh'))
  const table = sheet.blocks.find((block) => block.kind === 'table')
  expect(table?.kind === 'table' && table.rows.map((row) => row.cells[3]!.text)).toEqual(['类型', '部分与整体'])
})
