import { defineStandardTable } from '../../../../src/language/standard.ts'
import { partyActivityChannels } from '../../../codes/national/party-activity-channels.ts'
import { partyTrainingTopics } from '../../../codes/national/party-training-topics.ts'
import { partyTrainings } from '../../../registers/party/party-trainings.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

// The standard prints ZYGDZ0103, which is another table’s; its columns say ZYGDZ0201.
export const partyTrainingsTable = defineStandardTable(national, partyTrainings, {
  name: 'ODS_DYGBXXSJ',
  number: 67,
  code: 'ZYGDZ0201',
  label: { zh: '党员干部学习', en: 'Training of party members and officials' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  order: [['HDKSRQ', 'HDJSRQ']],
  columns: [
    key,
    college(),
    ['ZYGDZ010102', 'DZZMC', '党组织名称', 'C150', 'M', 'organisation.name'],
    ['ZYGDZ010103', 'DZZBH', '党组织编号', 'C60', 'O', 'organisation.number'],
    [
      'ZYGDZ020101',
      'DYGBXXPXZYTJHZTM',
      '党员干部学习培训主要途径和载体码',
      'C60',
      'M',
      'channels',
      partyActivityChannels,
    ],
    ['ZYGDZ020102', 'DYGBXXPXNRM', '党员干部学习培训内容码', 'C60', 'M', 'topics', partyTrainingTopics],
    ['ZYGDZ020103', 'HDKSRQ', '活动开始日期', 'C8', 'M', 'startsOn', 'GB/T 7408'],
    ['ZYGDZ020104', 'HDJSRQ', '活动结束日期', 'C8', 'M', 'endsOn', 'GB/T 7408'],
    ['ZYGDZ020105', 'CYXSS', '参与学生数', 'N5', 'M', 'students'],
    ['ZYGDZ020106', 'CYJSS', '参与教师数', 'N5', 'M', 'teachers'],
    collectedAt(),
  ],
})
