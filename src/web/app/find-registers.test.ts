import { describe, expect, it } from 'vitest'
import type { AnyRegister } from '../../language/index.ts'
import { reportingCatalogue } from '../../testing/reporting-college.ts'
import { findRegisters } from './find-registers.ts'

const { registers, standardTables } = reportingCatalogue()
const all: readonly AnyRegister[] = [...registers.values()]
const found = (q: string) => findRegisters(all, standardTables, q).map(({ register, by }) => [register.name, by])

describe('a register is found', () => {
  it.each([
    ['工具', 'tools'],
    ['TOOLS', 'tools'],
    ['gj', 'tools'],
    ['dbds', 'readings'],
    ['Meter read', 'readings'],
  ])('by its name or initials: %s', (q, name) => {
    expect(found(q)[0]).toEqual([name, null])
  })

  it('by the official name of a table, of a column or of its code, and says by which', () => {
    expect(found('ods_loan')).toEqual([['loans', 'ODS_LOAN 借用']])
    expect(found('JTH')).toEqual([['loans', 'JTH 借条号']])
    expect(found('b4')).toEqual([['loans', 'JCRQ 借出日期']])
    expect(found('归还日期')).toEqual([['loans', 'GHRQ 归还日期']])
    expect(found('保管人').map(([name]) => name)).toEqual(['tools'])
  })

  it('only by all of the words', () => {
    expect(found('工具 购置')).toEqual([['tools', 'GZRQ 购置日期']])
    expect(found('工具 没有')).toEqual([])
  })

  it('closest first; everything without a word', () => {
    expect(found('工具').map(([name]) => name)).toEqual(['tools', 'loans', 'readings'])
    expect(found(' ')).toHaveLength(all.length)
  })
})
