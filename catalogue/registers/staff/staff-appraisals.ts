import { choice, date, defineRegister, reference, longText, unit } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { appraisalResults } from '../../codes/national/appraisal-results.ts'
import { staffAppraisalKinds } from '../../codes/national/staff-appraisal-kinds.ts'
import { ofTeacher } from './whose-record.ts'

/** How a member of staff was appraised: first by the unit, then by the college. */
export const staffAppraisals = defineRegister({
  name: 'staff-appraisals',
  label: { zh: '教职工考核', en: 'Staff appraisals' },
  area: 'staff',
  owner: 'personnel',
  title: 'appraisedOn',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofTeacher,
    appraiser: unit({ zh: '考核单位', en: 'Appraised by unit' }, { required: true }),
    kind: choice({ zh: '考核类别', en: 'Kind' }, staffAppraisalKinds, { indexed: true }),
    appraisedOn: date({ zh: '考核日期', en: 'Appraised on' }, { required: true, indexed: true }),
    content: longText({ zh: '考核内容', en: 'Content' }, { maxLength: 500, secondary: true }),
    unitResult: choice({ zh: '单位考核结果', en: 'Result of the unit' }, appraisalResults, {
      required: true,
      indexed: true,
    }),
    head: reference({ zh: '单位考核负责人', en: 'Appraiser of the unit' }, 'staff', { secondary: true }),
    collegeResult: choice({ zh: '学校考核结果', en: 'Result of the college' }, appraisalResults, { indexed: true }),
  },
  unique: [['teacher', 'kind', 'appraisedOn']],
  access: aboutPersons,
  order: '-appraisedOn',
  statistics: [
    { count: 'all', by: 'collegeResult' },
    { count: 'all', by: 'unitResult' },
    { count: 'all', by: 'unit' },
  ],
})
