import { defineStandardTable } from '../../../../src/language/standard.ts'
import { academicLectures } from '../../../registers/research/academic-lectures.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const academicLecturesTable = defineStandardTable(national, academicLectures, {
  name: 'ODS_XSJZSJ',
  number: 83,
  code: 'ZYGKY0301',
  label: { zh: '学术讲座', en: 'Academic lectures' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XSJZBH']],
  columns: [
    key,
    college(),
    ['ZYGKY030101', 'XSJZBH', '学术讲座编号', 'C32', 'M', 'number'],
    ['ZYGKY030102', 'XSJZZT', '学术讲座主题', 'C200', 'M', 'topic'],
    ['ZYGKY030103', 'XSJZNRJJ', '学术讲座内容简介', 'T2000', 'O', 'content'],
    ['ZYGKY030104', 'XSJZRQ', '学术讲座日期', 'C8', 'M', 'day', 'GB/T 7408'],
    ['ZYGKY030105', 'ZJRXM', '主讲人姓名', 'C36', 'O', 'speaker'],
    ['ZYGKY030106', 'CYXSS', '参与学生数', 'N5', 'M', 'students'],
    ['ZYGKY030107', 'CYJSS', '参与教师数', 'N5', 'M', 'teachers'],
    collectedAt(),
  ],
})
