import { defineStandardTable } from '../../../../src/language/standard.ts'
import { socialPracticeKinds } from '../../../codes/national/social-practice-kinds.ts'
import { socialPractices } from '../../../registers/students/social-practices.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const socialPracticesTable = defineStandardTable(national, socialPractices, {
  name: 'ODS_XSSHSJHDSJ',
  number: 60,
  code: 'ZYGXS0602',
  label: { zh: '学生社会实践活动', en: 'Social practice' },
  every: 'month',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['XH', 'SJXM', 'SJQSRQ']],
  order: [['SJQSRQ', 'SJZZRQ']],
  columns: [
    key,
    college('ZYGG030103'),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGXS060201', 'SJDW', '实践单位', 'C150', 'M', 'organisation'],
    ['ZYGXS060202', 'SJDD', '实践地点', 'C300', 'M', 'place'],
    ['ZYGXS060203', 'SJXM', '实践项目', 'C200', 'M', 'project'],
    ['ZYGXS060204', 'SJNR', '实践内容', 'C500', 'M', 'content'],
    ['ZYGXS060205', 'SJQSRQ', '实践起始日期', 'C8', 'M', 'startsOn', 'GB/T 7408'],
    ['ZYGXS060206', 'SJZZRQ', '实践终止日期', 'C8', 'M', 'endsOn', 'GB/T 7408'],
    ['ZYGXS060207', 'SJLBM', '实践类别码', 'C1', 'M', 'kind', socialPracticeKinds],
    ['ZYGXS060208', 'SJCG', '实践成果', 'C500', 'M', 'outcome'],
    ['GZDZ030401', 'ZDJSGH', '指导教师工号', 'C20', 'M', 'tutor.number'],
    ['ZYGXS060209', 'SJPJ', '实践评价', 'C500', 'O', 'appraisal'],
    collectedAt(),
  ],
})
