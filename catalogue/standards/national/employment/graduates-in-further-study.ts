import { defineStandardTable } from '../../../../src/language/standard.ts'
import { furtherStudyLevels } from '../../../codes/national/further-study-levels.ts'
import { furtherStudyWays } from '../../../codes/national/further-study-ways.ts'
import { masterKinds } from '../../../codes/national/master-kinds.ts'
import { studentLevels } from '../../../codes/national/student-levels.ts'
import { graduates } from '../../../registers/students/graduates.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const graduatesInFurtherStudyTable = defineStandardTable(national, graduates, {
  name: 'ODS_BYQXSXSJ',
  number: 55,
  code: 'ZYGXS0502',
  label: { zh: '毕业去向【升学】', en: 'Graduates in further study' },
  every: 'term',
  covers: { zh: '离校学生', en: 'Students who have left' },
  where: { destination: 'further-study' },
  unique: [['XH']],
  refers: { ZYH: 'ODS_ZYSZSJ.ZYH' },
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'number'],
    ['ZYGJX020101', 'XM', '姓名', 'C36', 'O', 'name'],
    ['GZXS080506', 'XSLXM', '学生类型码', 'C2', 'M', 'major.level', studentLevels],
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'M', 'major.code'],
    ['JCTB010408', 'ZYMC', '专业名称', 'C60', 'M', 'major.name'],
    [
      'ZYGXS050201',
      'SXQDM',
      '升学渠道码',
      'C2',
      'M',
      {
        from: 'furtherChannel',
        to: { articulated: '1', 'five-year': '2', abroad: '5', 'three-plus-two': '7', upgrade: '8', postgraduate: '9' },
      },
      furtherStudyWays,
    ],
    ['ZYGXS050202', 'LQXXMC', '录取学校名称', 'C60', 'M', 'furtherSchool'],
    ['ZYGXS050203', 'LQZYMC', '录取专业名称', 'C60', 'O', 'furtherMajor'],
    ['ZYGXS050204', 'FS', '分数', 'N20,1', 'O', 'furtherScore'],
    [
      'ZYGXS050205',
      'SXCCM',
      '升学层次码',
      'C2',
      'O',
      { from: 'furtherLevel', to: { 'vocational-bachelor': '2', bachelor: '3', master: '4', other: '9' } },
      furtherStudyLevels,
    ],
    ['ZYGXS050206', 'SSLXM', '硕士类型码', 'C2', 'O', 'masterKind', masterKinds],
    collectedAt(),
  ],
})
