import { defineStandardTable } from '../../../../src/language/standard.ts'
import { aidGrades } from '../../../codes/national/aid-grades.ts'
import { recognitionStates } from '../../../codes/national/recognition-states.ts'
import { hardshipRecognitions } from '../../../registers/students/hardship-recognitions.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const hardshipRecognitionsTable = defineStandardTable(national, hardshipRecognitions, {
  name: 'ODS_PKSRDSJ',
  number: 46,
  code: 'ZYGXS0201',
  label: { zh: '贫困生认定', en: 'Recognition of hardship' },
  every: 'year',
  covers: { zh: '本学年', en: 'This school year' },
  unique: [['XH', 'RDRQ']],
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGXS020101', 'ZZDJ', '资助等级', 'C1', 'M', 'grade', aidGrades],
    ['ZYGXS020102', 'RDZT', '认定状态', 'C1', 'M', 'recognition', recognitionStates],
    ['ZYGXS020103', 'RDRQ', '认定日期', 'C8', 'M', 'recognisedOn', 'GB/T 7408'],
    collectedAt(),
  ],
})
