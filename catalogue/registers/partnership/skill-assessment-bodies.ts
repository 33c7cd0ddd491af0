import { choice, defineRegister, integer, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { founderKinds } from '../../codes/national/founder-kinds.ts'
import { founderLevels } from '../../codes/national/founder-levels.ts'
import { skillWorkerLevels } from '../../codes/national/skill-worker-levels.ts'

/** Bodies at the college that assess vocational skills, by certificate and year. */
export const skillAssessmentBodies = defineRegister({
  name: 'skill-assessment-bodies',
  label: { zh: '职业技能鉴定机构', en: 'Skill assessment bodies' },
  area: 'partnership',
  owner: 'industry-partnership',
  title: 'name',
  fields: {
    name: text({ zh: '鉴定机构名称', en: 'Name' }, { required: true, maxLength: 60 }),
    certificate: text({ zh: '鉴定证书名称', en: 'Certificate' }, { required: true, maxLength: 60 }),
    level: choice({ zh: '鉴定等级', en: 'Level' }, skillWorkerLevels, { indexed: true }),
    founderLevel: choice({ zh: '建立单位级别', en: 'Level of the founder' }, founderLevels),
    founderKind: choice({ zh: '建立单位部门', en: 'Kind of founder' }, founderKinds),
    year: integer({ zh: '鉴定年度', en: 'Year' }, { required: true, min: 1980, max: 2100, indexed: true }),
    assessed: integer(
      { zh: '鉴定人数', en: 'People assessed' },
      { required: true, min: 0, max: 999_999, unit: { zh: '人', en: 'people' } },
    ),
  },
  unique: [['name', 'certificate', 'level', 'year']],
  access: openToMembers,
  order: '-year',
  statistics: [
    { sum: 'assessed', by: 'year' },
    { sum: 'assessed', by: 'level' },
  ],
})
