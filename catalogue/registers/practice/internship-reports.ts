import { choice, date, defineRegister, longText, reference, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { internshipReportKinds } from '../../codes/national/internship-report-kinds.ts'
import { reviewStates } from '../../codes/national/review-states.ts'
import { ofStudent } from '../students/whose-record.ts'

/** What a student hands in about an internship: weekly, monthly, and at its end. */
export const internshipReports = defineRegister({
  name: 'internship-reports',
  label: { zh: '实习报告', en: 'Internship reports' },
  area: 'practice',
  owner: 'academic-affairs',
  title: 'post',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofStudent,
    internship: reference({ zh: '所属实习', en: 'Internship' }, 'internships', { required: true }),
    post: text({ zh: '实习岗位名称', en: 'Post' }, { required: true, maxLength: 100 }),
    kind: choice({ zh: '实习报告类别', en: 'Kind' }, internshipReportKinds, { required: true, indexed: true }),
    summary: longText({ zh: '实习报告内容摘要', en: 'Summary' }, { required: true, maxLength: 500, secondary: true }),
    content: longText({ zh: '实习报告内容', en: 'Report' }, { required: true, maxLength: 999, secondary: true }),
    submittedOn: date({ zh: '实习报告提交日期', en: 'Handed in on' }, { required: true, indexed: true }),
    review: choice({ zh: '教师批阅状态', en: 'Read by the teacher' }, reviewStates, {
      required: true,
      default: 'unreviewed',
      indexed: true,
    }),
  },
  unique: [['internship', 'kind', 'submittedOn']],
  access: aboutPersons,
  order: '-submittedOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'review' },
  ],
})
