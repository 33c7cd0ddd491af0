import { choice, date, defineRegister, person, reference, text, type Problem } from '../../../src/language/index.ts'
import { confidential } from '../../access.ts'
import { personKinds } from '../../codes/national/person-kinds.ts'

/** Books lent. What somebody reads is their own business: only the library and the borrower see it. */
export const loans = defineRegister({
  name: 'loans',
  label: { zh: '图书借阅', en: 'Loans' },
  area: 'library',
  owner: 'library',
  title: 'number',
  person: 'person',
  fields: {
    number: text({ zh: '借阅流水号', en: 'Loan number' }, { required: true, maxLength: 40 }),
    book: reference({ zh: '图书', en: 'Book' }, 'books', { required: true, indexed: true }),
    student: reference({ zh: '借阅学生', en: 'Borrowed by student' }, 'students', { indexed: true }),
    staff: reference({ zh: '借阅教职工', en: 'Borrowed by staff' }, 'staff', { indexed: true }),
    borrower: choice({ zh: '借阅人员类别', en: 'Kind of borrower' }, personKinds, { derived: true, indexed: true }),
    person: person({ zh: '人员', en: 'Person' }, { secondary: true }),
    borrowedOn: date({ zh: '借阅日期', en: 'Borrowed on' }, { required: true, indexed: true }),
    dueOn: date({ zh: '预计归还日期', en: 'Due on' }, { required: true, indexed: true }),
    returnedOn: date({ zh: '实际归还日期', en: 'Returned on' }),
  },
  unique: [['number']],
  access: confidential,
  order: '-borrowedOn',
  statistics: [{ count: 'all', by: 'borrower' }],
  derive: (loan) => ({ borrower: loan.student ? 'student' : 'staff' }),
  check: (loan) => {
    const problems: Problem[] = []
    if ((loan.student === null) === (loan.staff === null))
      problems.push({
        field: 'student',
        message: { zh: '填借阅学生或借阅教职工，二者填一', en: 'Give the student or the member of staff, one of both' },
      })
    if (loan.dueOn < loan.borrowedOn)
      problems.push({ field: 'dueOn', message: { zh: '应还日期早于借阅日期', en: 'It is due before it was borrowed' } })
    if (loan.returnedOn && loan.returnedOn < loan.borrowedOn)
      problems.push({
        field: 'returnedOn',
        message: { zh: '归还日期早于借阅日期', en: 'It was returned before it was borrowed' },
      })
    return problems
  },
})
