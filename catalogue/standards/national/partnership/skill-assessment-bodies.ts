import { defineStandardTable } from '../../../../src/language/standard.ts'
import { founderKinds } from '../../../codes/national/founder-kinds.ts'
import { founderLevels } from '../../../codes/national/founder-levels.ts'
import { skillWorkerLevels } from '../../../codes/national/skill-worker-levels.ts'
import { skillAssessmentBodies } from '../../../registers/partnership/skill-assessment-bodies.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const skillAssessmentBodiesTable = defineStandardTable(national, skillAssessmentBodies, {
  name: 'ODS_ZYJNJDJGSJ',
  number: 94,
  code: 'ZYGXQ0102',
  label: { zh: '职业技能鉴定机构', en: 'Skill assessment bodies' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['JDJGMC', 'JDZSMC', 'JDDJM', 'JDND']],
  columns: [
    key,
    college(),
    ['ZYGXQ010201', 'JDJGMC', '鉴定机构名称', 'C60', 'M', 'name'],
    ['ZYGXQ010202', 'JDZSMC', '鉴定证书名称', 'C60', 'M', 'certificate'],
    ['ZYGXQ010203', 'JDDJM', '鉴定等级码', 'C2', 'O', 'level', skillWorkerLevels],
    ['ZYGXQ010204', 'JLDWJBM', '建立单位级别码', 'C2', 'O', 'founderLevel', founderLevels],
    ['ZYGXQ010205', 'JLDWBMM', '建立单位部门码', 'C2', 'O', 'founderKind', founderKinds],
    ['ZYGXQ010206', 'JDRS', '鉴定人数', 'N6', 'M', 'assessed'],
    ['ZYGXQ010207', 'JDND', '鉴定年度', 'C4', 'M', 'year'],
    collectedAt(),
  ],
})
