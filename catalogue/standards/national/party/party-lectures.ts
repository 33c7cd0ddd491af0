import { defineStandardTable } from '../../../../src/language/standard.ts'
import { partyActivityChannels } from '../../../codes/national/party-activity-channels.ts'
import { partyLectures } from '../../../registers/party/party-lectures.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const partyLecturesTable = defineStandardTable(national, partyLectures, {
  name: 'ODS_DKSJ',
  number: 68,
  code: 'ZYGDZ0202',
  label: { zh: '党课', en: 'Party lectures' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  order: [['HDKSRQ', 'HDJSRQ']],
  columns: [
    key,
    college(),
    ['ZYGDZ010102', 'DZZMC', '党组织名称', 'C150', 'M', 'organisation.name'],
    ['ZYGDZ010103', 'DZZBH', '党组织编号', 'C60', 'O', 'organisation.number'],
    ['ZYGDZ020201', 'HDXSM', '活动形式码', 'C2', 'O', 'form', partyActivityChannels],
    ['ZYGDZ020202', 'DKZJR', '党课主讲人', 'C36', 'O', 'speaker'],
    ['ZYGDZ020203', 'HDNR', '活动内容', 'T2000', 'O', 'content'],
    ['ZYGDZ020204', 'HDKSRQ', '活动开始日期', 'C8', 'M', 'startsOn', 'GB/T 7408'],
    ['ZYGDZ020205', 'HDJSRQ', '活动结束日期', 'C8', 'M', 'endsOn', 'GB/T 7408'],
    ['ZYGDZ020206', 'CYXSS', '参与学生数', 'N5', 'M', 'students'],
    ['ZYGDZ020207', 'CYJSS', '参与教师数', 'N5', 'M', 'teachers'],
    collectedAt(),
  ],
})
