import { defineStandardTable } from '../../../../src/language/standard.ts'
import { authorityLevels } from '../../../codes/national/authority-levels.ts'
import { digitalResourceKinds } from '../../../codes/national/digital-resource-kinds.ts'
import { nationalPlatformResourceKinds } from '../../../codes/national/national-platform-resource-kinds.ts'
import { digitalResources } from '../../../registers/teaching/digital-resources.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const digitalResourcesTable = defineStandardTable(national, digitalResources, {
  name: 'ODS_SZZYJBSJ',
  number: 27,
  code: 'ZYGJX0801',
  label: { zh: '数字资源基本', en: 'Digital resources' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['ZYBH']],
  order: [['ZYCJSJ', 'ZYGXSJ']],
  columns: [
    key,
    college(),
    ['ZYGJX080101', 'ZYBH', '资源编号', 'C64', 'M', 'number'],
    ['ZYGJX080102', 'ZYMC', '资源名称', 'C300', 'M', 'name'],
    ['ZYGJX080103', 'SSZYH', '所属专业号', 'C64', 'O', 'major.code'],
    ['ZYGJX080104', 'ZYFZRH', '资源负责人号', 'C50', 'O', 'leader.number'],
    ['ZYGJX080105', 'ZYJBM', '资源级别码', 'C2', 'O', 'level', authorityLevels],
    ['ZYGJX080106', 'ZYLXM', '资源类型码', 'C15', 'O', 'kind', digitalResourceKinds],
    [
      'ZYGJX080107',
      'GJZHJXPTZYLXM',
      '国家智慧教学平台资源类型码',
      'C2',
      'O',
      'platformKind',
      nationalPlatformResourceKinds,
    ],
    ['ZYGJX080108', 'ZYCJSJ', '资源创建时间', 'C15', 'O', 'madeAt', 'GB/T 7408'],
    ['ZYGJX080109', 'ZYGXSJ', '资源更新时间', 'C15', 'O', 'renewedAt', 'GB/T 7408'],
    ['ZYGJX080110', 'GLKCH', '关联课程号', 'C50', 'O', 'course.code'],
    collectedAt(),
  ],
})
