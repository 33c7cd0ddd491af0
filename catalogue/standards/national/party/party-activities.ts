import { defineStandardTable } from '../../../../src/language/standard.ts'
import { partyActivityForms } from '../../../codes/national/party-activity-forms.ts'
import { partyActivities } from '../../../registers/party/party-activities.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const partyActivitiesTable = defineStandardTable(national, partyActivities, {
  name: 'ODS_DYHDSJ',
  number: 69,
  code: 'ZYGDZ0203',
  label: { zh: '党员活动', en: 'Activities of party members' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  order: [['HDKSRQ', 'HDJSRQ']],
  columns: [
    key,
    college(),
    ['ZYGDZ010102', 'DZZMC', '党组织名称', 'C150', 'M', 'organisation.name'],
    ['ZYGDZ010103', 'DZZBH', '党组织编号', 'C60', 'O', 'organisation.number'],
    ['ZYGDZ020301', 'HDXS', '活动形式', 'C1', 'M', 'form', partyActivityForms],
    ['ZYGDZ020302', 'HDDD', '活动地点', 'C180', 'O', 'place'],
    ['ZYGDZ020303', 'HDNR', '活动内容', 'T2000', 'O', 'content'],
    ['ZYGDZ020304', 'HDKSRQ', '活动开始日期', 'C8', 'M', 'startsOn', 'GB/T 7408'],
    ['ZYGDZ020305', 'HDJSRQ', '活动结束日期', 'C8', 'M', 'endsOn', 'GB/T 7408'],
    ['ZYGDZ020306', 'CYXSS', '参与学生数', 'N5', 'M', 'students'],
    ['ZYGDZ020307', 'CYJSS', '参与教师数', 'N5', 'M', 'teachers'],
    collectedAt(),
  ],
})
