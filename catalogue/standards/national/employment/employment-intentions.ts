import { defineStandardTable } from '../../../../src/language/standard.ts'
import { industries } from '../../../codes/industries.ts'
import { careerIntentions } from '../../../codes/national/career-intentions.ts'
import { employmentIntentions } from '../../../registers/employment/employment-intentions.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const employmentIntentionsTable = defineStandardTable(national, employmentIntentions, {
  name: 'ODS_XSJYYXSJ',
  number: 58,
  code: 'ZYGXS0505',
  label: { zh: '学生就业意向', en: 'Employment intentions' },
  every: 'term',
  covers: { zh: '在校生中的毕业年级学生', en: 'Enrolled students of the graduating year' },
  unique: [['XH', 'YXLRSJ']],
  refers: { ZYH: 'ODS_ZYSZSJ.ZYH' },
  columns: [
    key,
    college('ZYGG030103'),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'O', 'student.major.code'],
    ['ZYGXS050501', 'JYYXM', '就业意向码', 'C1', 'M', 'intention', careerIntentions],
    ['ZYGXS050502', 'JYYXSM', '就业意向说明', 'C500', 'M', 'note'],
    ['ZYGXX010102', 'YXSJGBM', '意向省机构编码', 'C6', 'M', { from: 'region', as: 'province-code' }, 'GB/T 2260'],
    ['ZYGXX010103', 'YXSJGMC', '意向省机构名称', 'C60', 'M', { from: 'region', as: 'province-name' }],
    ['ZYGXX010104', 'YXSHJGBM', '意向市机构编码', 'C6', 'M', { from: 'region', as: 'city-code' }, 'GB/T 2260'],
    ['ZYGXX010105', 'YXSHJGMC', '意向市机构名称', 'C60', 'M', { from: 'region', as: 'city-name' }],
    ['ZYGXS050303', 'JYDWHYM', '意向机构行业码', 'C4', 'M', 'industry', industries],
    ['ZYGXS050302', 'YXDW', '意向单位名称', 'C150', 'O', 'employer'],
    ['ZYGXS050503', 'YXLRSJ', '意向录入时间', 'C15', 'M', 'enteredAt', 'GB/T 7408'],
    collectedAt(),
  ],
})
