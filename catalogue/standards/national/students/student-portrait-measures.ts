import { defineStandardTable } from '../../../../src/language/standard.ts'
import { studentPortraitMeasures } from '../../../registers/students/student-portrait-measures.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const studentPortraitMeasuresTable = defineStandardTable(national, studentPortraitMeasures, {
  name: 'ODS_XXHXPJWDMSSJ',
  number: 44,
  code: 'ZYGXS0105',
  label: { zh: '学生画像评价维度描述', en: 'Measures of student portraits' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XH', 'PJWDYJZBYWMC', 'PJWDYWMC']],
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJG010301', 'PJWDYJZBYWMC', '评价维度一级指标英文名称', 'C150', 'M', 'dimensionEnglish'],
    ['ZYGJG010302', 'PJWDYJZBZWMC', '评价维度一级指标中文名称', 'C150', 'M', 'dimension'],
    ['ZYGJG010303', 'PJWDYWMC', '评价维度英文名称', 'C150', 'M', 'measureEnglish'],
    ['ZYGJG010304', 'PJWDZWMS', '评价维度中文描述', 'C300', 'M', 'measure'],
    ['ZYGJG010305', 'PJWDJGMS', '评价维度结果描述', 'C300', 'M', 'result'],
    collectedAt(),
  ],
})
