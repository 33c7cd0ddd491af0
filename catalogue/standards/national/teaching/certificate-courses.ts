import { defineStandardTable } from '../../../../src/language/standard.ts'
import { courses } from '../../../registers/teaching/courses.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const certificateCoursesTable = defineStandardTable(national, courses, {
  name: 'ODS_KZRTGLGXSJ',
  number: 8,
  code: 'ZYGJX0104',
  label: { zh: '课证融通关联关系', en: 'Courses that lead to certificates' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  where: { certificate: { not: null } },
  unique: [['KCH', 'ZSH']],
  columns: [
    key,
    college(),
    ['JCTB010404', 'KCMC', '课程名称', 'C60', 'M', 'name'],
    ['ZYGJX010101', 'KCH', '课程号', 'C50', 'M', 'code'],
    ['ZYGXS010401', 'ZSH', '证书号', 'C32', 'M', 'certificate.number'],
    ['ZYGXS010404', 'ZSMC', '证书名称', 'C80', 'M', 'certificate.name'],
    collectedAt(),
  ],
})
