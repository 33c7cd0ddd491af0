import { defineStandardTable } from '../../../../src/language/standard.ts'
import { studentCompetitionKinds } from '../../../codes/national/student-competition-kinds.ts'
import { studentContests } from '../../../registers/students/student-contests.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const studentContestsTable = defineStandardTable(national, studentContests, {
  name: 'ODS_XNXSSSHDSJ',
  number: 59,
  code: 'ZYGXS0601',
  label: { zh: '校内学生赛事活动', en: 'Contests within the college' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['SSHDBH']],
  order: [['HDKSRQ', 'HDJSRQ']],
  columns: [
    key,
    college(),
    ['ZYGXS060101', 'SSHDBH', '赛事活动编号', 'C32', 'M', 'number'],
    ['ZYGXS060102', 'SSHDMC', '赛事活动名称', 'C200', 'M', 'name'],
    ['ZYGXS060103', 'SSHDLXM', '赛事活动类型码', 'C2', 'M', 'kind', studentCompetitionKinds],
    ['ZYGXS060104', 'HDKSRQ', '活动开始日期', 'C8', 'M', 'startsOn', 'GB/T 7408'],
    ['ZYGXS060105', 'HDJSRQ', '活动结束日期', 'C8', 'M', 'endsOn', 'GB/T 7408'],
    ['ZYGXS060106', 'CYJSS', '参与教师数', 'N5', 'M', 'teachers'],
    ['ZYGXS060107', 'CYXSS', '参与学生数', 'N5', 'M', 'students'],
    collectedAt(),
  ],
})
