import { defineStandardTable } from '../../../../src/language/standard.ts'
import { teacherPortraitMeasures } from '../../../registers/staff/teacher-portrait-measures.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const teacherPortraitMeasuresTable = defineStandardTable(national, teacherPortraitMeasures, {
  name: 'ODS_JSHXPJWDMSSJ',
  number: 37,
  code: 'ZYGJG0103',
  label: { zh: '教师画像评价维度描述', en: 'Measures of teachers’ portraits' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['JGH', 'PJWDYJZBYWMC', 'PJWDYWMC']],
  refers: { JGH: 'ODS_JSHXSJ.JGH' },
  columns: [
    key,
    college(),
    ['ZYGJG010101', 'JGH', '教工号', 'C20', 'M', 'teacher.number'],
    ['ZYGJG010301', 'PJWDYJZBYWMC', '评价维度一级指标英文名称', 'C150', 'M', 'groupInEnglish'],
    ['ZYGJG010302', 'PJWDYJZBZWMC', '评价维度一级指标中文名称', 'C150', 'M', 'group'],
    ['ZYGJG010303', 'PJWDYWMC', '评价维度英文名称', 'C150', 'M', 'measureInEnglish'],
    ['ZYGJG010304', 'PJWDZWMS', '评价维度中文描述', 'C300', 'M', 'measure'],
    ['ZYGJG010305', 'PJWDJGMS', '评价维度结果描述', 'C300', 'M', 'result'],
    collectedAt(),
  ],
})
