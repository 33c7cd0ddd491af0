import { defineStandardTable } from '../../../../src/language/standard.ts'
import { unemploymentKinds } from '../../../codes/national/unemployment-kinds.ts'
import { graduates } from '../../../registers/students/graduates.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const graduatesWithoutWorkTable = defineStandardTable(national, graduates, {
  name: 'ODS_BYQXWJYSJ',
  number: 57,
  code: 'ZYGXS0504',
  label: { zh: '毕业去向【未就业】', en: 'Graduates without work' },
  every: 'term',
  covers: { zh: '离校学生', en: 'Students who have left' },
  where: { destination: 'waiting' },
  unique: [['XH']],
  refers: { ZYH: 'ODS_ZYSZSJ.ZYH' },
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'number'],
    ['ZYGJX020101', 'XM', '姓名', 'C36', 'O', 'name'],
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'M', 'major.code'],
    ['JCTB010408', 'ZYMC', '专业名称', 'C60', 'M', 'major.name'],
    [
      'ZYGXS050401',
      'WJYLXM',
      '未就业类型码',
      'C2',
      'M',
      {
        from: 'waitingKind',
        to: { 'seeking-employment': '1', 'preparing-further-study': '2', 'other-not-seeking': '3' },
        otherwise: '1',
      },
      unemploymentKinds,
    ],
    collectedAt(),
  ],
})
