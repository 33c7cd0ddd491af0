import { choice, date, defineRegister } from '../../../src/language/index.ts'
import { confidential } from '../../access.ts'
import { aidGrades } from '../../codes/national/aid-grades.ts'
import { recognitionStates } from '../../codes/national/recognition-states.ts'
import { ofStudentAlone } from './whose-record.ts'

/** Students recognised as living in hardship, and how great it is. */
export const hardshipRecognitions = defineRegister({
  name: 'hardship-recognitions',
  label: { zh: '贫困生认定', en: 'Recognition of hardship' },
  area: 'students',
  owner: 'student-affairs',
  title: 'recognisedOn',
  person: 'person',
  fields: {
    ...ofStudentAlone,
    recognisedOn: date(
      { zh: '认定日期', en: 'Recognised on' },
      {
        required: true,
        indexed: true,
        help: { zh: '未认定的填受理日期。', en: 'While undecided, the day it was received.' },
      },
    ),
    grade: choice({ zh: '资助等级', en: 'Grade of aid' }, aidGrades, { required: true, indexed: true }),
    recognition: choice({ zh: '认定状态', en: 'State of recognition' }, recognitionStates, {
      required: true,
      indexed: true,
      default: 'pending',
    }),
  },
  unique: [['student', 'recognisedOn']],
  access: confidential,
  order: '-recognisedOn',
  statistics: [
    { count: 'all', by: 'grade' },
    { count: 'all', by: 'recognition' },
  ],
})
