import { defineStandardTable } from '../../../../src/language/standard.ts'
import { industries } from '../../../codes/industries.ts'
import { enterpriseExperienceKinds } from '../../../codes/national/enterprise-experience-kinds.ts'
import { organisationKinds } from '../../../codes/national/organisation-kinds.ts'
import { enterprisePlacements } from '../../../registers/staff/enterprise-placements.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const enterprisePlacementsTable = defineStandardTable(national, enterprisePlacements, {
  name: 'ODS_JSQYJZSJSJ',
  number: 36,
  code: 'ZYGJG0102',
  label: { zh: '教师企业兼职/实践', en: 'Teachers in enterprises' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['JGH', 'QYJGDM', 'ZQYSJJZKSRQ']],
  order: [['ZQYSJJZKSRQ', 'ZQYSJJZZZRQ']],
  columns: [
    key,
    college(),
    ['ZYGJG010101', 'JGH', '教工号', 'C20', 'M', 'teacher.number'],
    ['ZYGJG010102', 'JSXM', '教师姓名', 'C36', 'M', 'teacher.name'],
    ['ZYGJG010201', 'QYDLLXM', '企业锻炼类型码', 'C2', 'M', 'kind', enterpriseExperienceKinds],
    ['ZYGJG010202', 'QYJGDM', '企业机构代码', 'C18', 'M', 'creditCode', 'credit-code'],
    ['ZYGJG010203', 'QYMC', '企业名称', 'C200', 'M', 'enterprise'],
    ['ZYGJG010204', 'QYXZM', '企业性质码', 'C2', 'O', 'organisationKind', organisationKinds],
    ['ZYGJG010205', 'ZQYSJJZKSRQ', '在企业实践/兼职开始日期', 'C8', 'M', 'startsOn', 'GB/T 7408'],
    ['ZYGJG010206', 'ZQYSJJZZZRQ', '在企业实践/兼职终止日期', 'C8', 'M', 'endsOn', 'GB/T 7408'],
    ['ZYGJG010207', 'QYSJJZGW', '企业实践/兼职岗位', 'C60', 'M', 'post'],
    ['ZYGJG010208', 'QYSSHYM', '企业所属行业码', 'C4', 'O', 'industry', industries],
    collectedAt(),
  ],
})
