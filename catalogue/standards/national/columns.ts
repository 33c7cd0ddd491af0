import type { Column } from '../../../src/language/standard.ts'

/** A column that reads no field of a register. */
type Common = Column<Record<never, never>>

/** Columns that stand in every table of the standard. Their codes differ in a few tables: those say so. */
export const key: Common = ['ZYGXX010101', 'ZJSJWYXBS', '主键数据唯一性标识', 'C32', 'M', { computed: 'key' }]

export const college = (code = 'JCXX010101'): Common => [code, 'XXDM', '学校代码', 'C10', 'M', { college: 'code' }]

export const collectedAt = (code = 'ZYGXX010118'): Common => [
  code,
  'SJCJSJ',
  '数据采集时间',
  'C15',
  'M',
  { computed: 'collected-at' },
  'GB/T 7408',
]
