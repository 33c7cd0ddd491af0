import { defineRegister, integer, longText, text } from '../../../src/language/index.ts'

/** The very rules that sheets were made with: a scheme changed later leaves them as they were. */
export const scoringSchemes = defineRegister({
  name: 'scoring-schemes',
  label: { zh: '评分方案', en: 'Scoring schemes' },
  area: 'scoring',
  owner: 'quality',
  help: {
    zh: '新建评分表时自动存入当时的方案；方案以后改变，已有的评分表仍按存入的方案计分。',
    en: 'Kept when a sheet is made. A scheme that changes later leaves earlier sheets with what is kept here.',
  },
  title: 'label',
  fields: {
    label: text({ zh: '方案名称', en: 'Name' }, { required: true, maxLength: 120 }),
    name: text({ zh: '方案代号', en: 'Code' }, { required: true, maxLength: 60 }),
    edition: integer({ zh: '版本', en: 'Version' }, { required: true, min: 1, max: 9999 }),
    digest: text(
      { zh: '内容指纹', en: 'Digest' },
      { required: true, maxLength: 64, secondary: true, help: { zh: '内容的 SHA-256', en: 'SHA-256 of the content' } },
    ),
    content: longText(
      { zh: '规则内容（JSON）', en: 'Rules (JSON)' },
      { required: true, maxLength: 1_000_000, secondary: true, readableBy: ['system-administrator', 'quality-office'] },
    ),
  },
  unique: [['name', 'edition', 'digest']],
  // Written by the scoring module; content that is not what its digest says is refused when it is read.
  access: {
    'system-administrator': { read: 'college', write: 'college' },
    'college-leader': { read: 'college' },
    'quality-office': { read: 'college' },
    'unit-head': { read: 'college' },
    'unit-filler': { read: 'college' },
    reviewer: { read: 'college' },
    auditor: { read: 'college' },
  },
  order: 'name',
})
