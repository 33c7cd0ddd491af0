import { defineStandardTable } from '../../../../src/language/standard.ts'
import { fitnessGrades } from '../../../codes/national/fitness-grades.ts'
import { fitnessTests } from '../../../registers/students/fitness-tests.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

/** The college keeps the overall result of the test, not its single exercises: that is the one item here. */
export const fitnessTestsTable = defineStandardTable(national, fitnessTests, {
  name: 'ODS_TZCSCJSJ',
  number: 45,
  code: 'ZYGXS0106',
  label: { zh: '体质测试成绩', en: 'Fitness tests' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XH', 'CSXMMC', 'CSRQ']],
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGXS010601', 'CSXMMC', '测试项目名称', 'C100', 'M', { always: '国家学生体质健康标准总评' }],
    ['ZYGXS010602', 'CSRQ', '测试日期', 'C8', 'M', 'testedOn', 'GB/T 7408'],
    ['ZYGXS010603', 'CSCJ', '测试成绩', 'N20,1', 'M', 'score'],
    ['ZYGXS010604', 'CSDJ', '测试等级', 'C1', 'M', 'result', fitnessGrades],
    collectedAt(),
  ],
})
