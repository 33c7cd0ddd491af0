import { expect, it } from 'vitest'
import { readSheet } from './read-sheet.ts'
import type { SheetColumn } from './sheet-spec.ts'
import { writeWorkbook } from './write-workbook.ts'

const column = (header: string, kind: SheetColumn['kind'], more: Partial<SheetColumn> = {}): SheetColumn => ({
  header,
  kind,
  ...more,
})

it('writes several sheets that are read back to the last digit, each by its name', async () => {
  const bytes = await writeWorkbook([
    {
      sheetName: '工具',
      columns: [column('编号', 'text', { required: true }), column('购置日期', 'date'), column('在用', 'yes-no')],
      rows: [
        ['007', '2020-02-29', true],
        ['=1+1', null, false],
      ],
    },
    {
      sheetName: '费用/明细',
      columns: [column('编号', 'text'), column('金额', 'decimal', { decimals: 2 }), column('年度', 'integer')],
      rows: [
        ['a', '12345678.90', 2021],
        ['b', '12345678901234567.89', 2022],
      ],
    },
  ])
  const tools = await readSheet(bytes, 'x.xlsx', { sheet: '工具' })
  expect(tools.headers).toEqual(['编号', '购置日期', '在用'])
  expect(tools.rows.map((row) => row.cells)).toEqual([
    ['007', '2020-02-29', '是'],
    ['=1+1', null, '否'],
  ])
  const money = await readSheet(bytes, 'x.xlsx', { sheet: '费用 明细' })
  expect(money.rows.map((row) => row.cells)).toEqual([
    ['a', '12345678.9', 2021],
    ['b', '12345678901234567.89', 2022],
  ])
})
