import { date, defineRegister } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { ofStudent } from './whose-record.ts'

/** What a student settles with the college before leaving it. */
export const departureClearances = defineRegister({
  name: 'departure-clearances',
  label: { zh: '离校手续', en: 'Clearance before leaving' },
  area: 'students',
  owner: 'student-affairs',
  title: 'leftDormitoryOn',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    feesSettledOn: date({ zh: '结费情况确认日期', en: 'Fees settled on' }, { required: true }),
    creditsConfirmedOn: date({ zh: '学分确认日期', en: 'Credits confirmed on' }, { required: true }),
    booksReturnedOn: date({ zh: '图书归还确认日期', en: 'Books returned on' }, { required: true }),
    leftDormitoryOn: date({ zh: '宿舍退宿确认日期', en: 'Left the dormitory on' }, { required: true, indexed: true }),
    diplomaOn: date({ zh: '毕业证领取日期', en: 'Diploma received on' }),
  },
  unique: [['student']],
  access: aboutPersons,
  order: '-leftDormitoryOn',
  statistics: [{ count: 'all', by: 'unit' }],
  check: (clearance) =>
    clearance.diplomaOn && clearance.diplomaOn < clearance.creditsConfirmedOn
      ? [
          {
            field: 'diplomaOn',
            message: { zh: '学分确认之前不能领取毕业证', en: 'The diploma comes after the credits are confirmed' },
          },
        ]
      : [],
})
