import { defineStandardTable } from '../../../../src/language/standard.ts'
import { onlineCourseSources } from '../../../codes/national/online-course-sources.ts'
import { onlineLearningDays } from '../../../registers/teaching/online-learning-days.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const onlineLearningDaysTable = defineStandardTable(national, onlineLearningDays, {
  name: 'ODS_WLKCZXXXJLSJ',
  number: 22,
  code: 'ZYGJX0602',
  label: { zh: '网络课程在线学习记录', en: 'Online learning' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['WLKCBH', 'WLKCSSPTMC', 'XSXXRQ']],
  order: [['XSXXRQ', 'LRRQ']],
  columns: [
    key,
    college(),
    ['ZYGJX060201', 'WLKCBH', '网络课程编号', 'C60', 'M', 'course.code'],
    ['ZYGJX060202', 'WLKCMC', '网络课程名称', 'C60', 'M', 'course.name'],
    ['ZYGJX060203', 'WLKCLYM', '网络课程来源码', 'C2', 'M', 'source', onlineCourseSources],
    ['ZYGJX060204', 'WLKCSSPTMC', '网络课程所属平台名称', 'C60', 'M', 'platform'],
    ['ZYGJX060205', 'ZJJSGH', '主讲教师工号', 'C300', 'O', 'teacher.number'],
    ['ZYGJX060206', 'ZJJSXM', '主讲教师姓名', 'C36', 'O', 'teacher.name'],
    ['ZYGJX060207', 'XSXXRQ', '学生学习日期', 'C8', 'M', 'day', 'GB/T 7408'],
    ['ZYGJX060208', 'XSXXSC', '学生学习时长', 'N10', 'M', 'hours'],
    ['ZYGJX060209', 'XSXXRC', '学生学习人次', 'N10', 'M', 'visits'],
    ['ZYGJX060210', 'XSTJZYS', '学生提交作业数', 'N8', 'M', 'assignments'],
    ['ZYGJX060211', 'DYTLS', '答疑讨论数', 'N8', 'M', 'discussions'],
    ['ZYGJX060212', 'LRRQ', '录入日期', 'C8', 'M', 'enteredOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
