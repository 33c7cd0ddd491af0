import { defineStandardTable } from '../../../../src/language/standard.ts'
import { authorityLevels } from '../../../codes/national/authority-levels.ts'
import { nationalPlatformResourceKinds } from '../../../codes/national/national-platform-resource-kinds.ts'
import { digitalResources } from '../../../registers/teaching/digital-resources.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const nationalPlatformResourcesTable = defineStandardTable(national, digitalResources, {
  name: 'ODS_GJPTZYDJSJ',
  number: 7,
  code: 'ZYGJX0103',
  label: { zh: '国家平台资源对接', en: 'Resources on the national platform' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  where: { platformSince: { not: null } },
  unique: [['ZYBH']],
  refers: { ZYBH: 'ODS_SZZYJBSJ.ZYBH' },
  columns: [
    key,
    college(),
    ['ZYGJX080101', 'ZYBH', '资源编号', 'C64', 'M', 'number'],
    ['ZYGJX080102', 'ZYMC', '资源名称', 'C300', 'M', 'name'],
    ['ZYGJX010303', 'ZYJBM', '资源级别码', 'C2', 'O', 'level', authorityLevels],
    [
      'ZYGJX010304',
      'GJZHJXPTZYLXM',
      '国家智慧教学平台资源类型码',
      'C2',
      'O',
      'platformKind',
      nationalPlatformResourceKinds,
    ],
    ['ZYGJX010305', 'ZYFWLJ', '资源访问链接', 'T300', 'M', 'platformAddress'],
    ['ZYGJX010306', 'DJRQ', '对接日期', 'C8', 'M', 'platformSince', 'GB/T 7408'],
    collectedAt(),
  ],
})
