import { defineStandardTable } from '../../../../src/language/standard.ts'
import { furtherTrainingPlaces } from '../../../codes/national/further-training-places.ts'
import { purposesAbroad } from '../../../codes/national/purposes-abroad.ts'
import { staffTrainings } from '../../../registers/staff/staff-trainings.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const staffTrainingsTable = defineStandardTable(national, staffTrainings, {
  name: 'ODS_XXJXSJ',
  number: 38,
  code: 'ZYGJG0201',
  label: { zh: '学习进修', en: 'Further training of teachers' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['JGH', 'JXPXBH']],
  order: [
    ['JXPXKSRQ', 'JXPXJZRQ'],
    ['CGRQ', 'YHGRQ'],
  ],
  needs: [
    { column: 'CGRQ', when: 'JXXXDDM', is: ['2'] },
    { column: 'CGMDM', when: 'JXXXDDM', is: ['2'] },
    { column: 'PCDW', when: 'JXXXDDM', is: ['2'] },
    { column: 'SPDW', when: 'JXXXDDM', is: ['2'] },
    { column: 'SPRQ', when: 'JXXXDDM', is: ['2'] },
    { column: 'YHGRQ', when: 'JXXXDDM', is: ['2'] },
  ],
  columns: [
    key,
    college(),
    ['ZYGJG010101', 'JGH', '教工号', 'C20', 'M', 'teacher.number'],
    ['ZYGJG010102', 'JSXM', '教师姓名', 'C36', 'O', 'teacher.name'],
    ['ZYGJG020101', 'JXXXDDM', '进修学习地点码', 'C2', 'M', 'place', furtherTrainingPlaces],
    ['ZYGJG020102', 'JXPXBH', '进修培训编号', 'C32', 'M', 'number'],
    ['ZYGJG020103', 'JXPXMC', '进修培训名称', 'C200', 'M', 'name'],
    ['ZYGJG020104', 'JXPXZT', '进修培训主题', 'C200', 'O', 'topic'],
    ['ZYGJG020105', 'JXPXNRJJ', '进修培训内容简介', 'T2000', 'O', 'content'],
    ['ZYGJG020106', 'JXPXZJRXM', '进修培训主讲人姓名', 'C36', 'O', 'speaker'],
    ['ZYGJG020107', 'JXPXKSRQ', '进修培训开始日期', 'C8', 'M', 'startsOn', 'GB/T 7408'],
    ['ZYGJG020108', 'JXPXJZRQ', '进修培训截止日期', 'C8', 'M', 'endsOn', 'GB/T 7408'],
    ['JCJG040201', 'CGRQ', '出国（境）日期', 'C8', 'O', 'leftOn', 'GB/T 7408'],
    ['JCJG040202', 'CGMDM', '出国（境）目的码', 'C3', 'O', 'purpose', purposesAbroad],
    ['JCJG040206', 'PCDW', '派出单位', 'C60', 'O', 'sentBy'],
    ['JCJG040209', 'SPDW', '审批单位', 'C60', 'O', 'approvedBy'],
    ['JCJG040210', 'SPRQ', '审批日期', 'C8', 'O', 'approvedOn', 'GB/T 7408'],
    ['JCJG040215', 'YHGRQ', '应回国日期', 'C8', 'O', 'dueBackOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
