import { defineStandardTable } from '../../../../src/language/standard.ts'
import { ideologyActivityKinds } from '../../../codes/national/ideology-activity-kinds.ts'
import { ideologyOrganiserLevels } from '../../../codes/national/ideology-organiser-levels.ts'
import { ideologicalActivities } from '../../../registers/party/ideological-activities.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const ideologicalActivitiesTable = defineStandardTable(national, ideologicalActivities, {
  name: 'ODS_SZHDSJ',
  number: 70,
  code: 'ZYGDZ0301',
  label: { zh: '思政活动', en: 'Ideological activities' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['HDBH']],
  order: [['HDKSRQ', 'HDJSRQ']],
  columns: [
    key,
    college(),
    ['ZYGDZ030101', 'HDBH', '活动编号', 'C32', 'M', 'number'],
    ['ZYGDZ030102', 'HDMC', '活动名称', 'C150', 'M', 'name'],
    ['ZYGDZ030103', 'SSZT', '所属专题', 'C100', 'O', 'subject'],
    ['ZYGDZ030104', 'HDBK', '活动板块', 'C100', 'O', 'section'],
    ['ZYGDZ030105', 'HDZT', '活动主题', 'C200', 'O', 'theme'],
    ['ZYGDZ030106', 'HDLXM', '活动类型码', 'C2', 'M', 'kind', ideologyActivityKinds],
    ['ZYGDZ030107', 'HDNR', '活动内容', 'T2000', 'O', 'content'],
    ['JCJG040108', 'ZBDW', '主办单位', 'C60', 'O', { first: ['organiser', 'unit.name'] }],
    ['ZYGDZ030108', 'ZBDWJBM', '主办单位级别码', 'C2', 'M', 'organiserLevel', ideologyOrganiserLevels],
    ['ZYGDZ030109', 'HDKSRQ', '活动开始日期', 'C8', 'M', 'startsOn', 'GB/T 7408'],
    ['ZYGDZ030110', 'HDJSRQ', '活动结束日期', 'C8', 'M', 'endsOn', 'GB/T 7408'],
    ['ZYGDZ030111', 'XXFZR', '学校负责人', 'C36', 'O', 'head.name'],
    ['ZYGDZ030112', 'FZRLXFS', '负责人联系方式', 'C30', 'O', { first: ['headPhone', 'head.person.phone'] }, 'phone'],
    ['ZYGDZ030113', 'BXJSCYRS', '本校教师参与人数', 'N8', 'M', 'ownTeachers'],
    ['ZYGDZ030114', 'WXJSCYRS', '外校教师参与人数', 'N8', 'M', 'otherTeachers'],
    ['ZYGDZ030115', 'BXXSCYRS', '本校学生参与人数', 'N8', 'M', 'ownStudents'],
    ['ZYGDZ030116', 'XWXSCYRS', '校外学生参与人数', 'N8', 'M', 'otherStudents'],
    collectedAt(),
  ],
})
