import { choice, date, dateTime, defineRegister, longText, text, type Problem } from '../../../src/language/index.ts'
import { confidential } from '../../access.ts'
import { approvalResults } from '../../codes/national/approval-results.ts'
import { studentAidFundingSources } from '../../codes/national/student-aid-funding-sources.ts'
import { studentAidKinds } from '../../codes/national/student-aid-kinds.ts'
import { ofStudentAlone } from './whose-record.ts'

/** Scholarships, grants and loans that students applied for. */
export const aidApplications = defineRegister({
  name: 'aid-applications',
  label: { zh: '奖助贷申请', en: 'Applications for aid' },
  area: 'students',
  owner: 'student-affairs',
  title: 'programme',
  person: 'person',
  fields: {
    ...ofStudentAlone,
    programme: text({ zh: '奖助项目', en: 'Programme' }, { required: true, maxLength: 60, indexed: true }),
    kind: choice({ zh: '奖助项目种类', en: 'Kind' }, studentAidKinds, { required: true, indexed: true }),
    standard: longText(
      { zh: '奖助标准', en: 'What it grants' },
      { required: true, maxLength: 2000, help: { zh: '如“每生每年3300元”', en: 'Such as "3,300 yuan a year"' } },
    ),
    funder: text({ zh: '资助单位或个人', en: 'Funder' }, { required: true, maxLength: 60 }),
    fundingSource: choice({ zh: '资金来源', en: 'Source of the money' }, studentAidFundingSources, { required: true }),
    appliedOn: date({ zh: '申请日期', en: 'Applied on' }, { required: true, indexed: true }),
    decidedAt: dateTime({ zh: '审批时间', en: 'Decided at' }),
    decision: choice({ zh: '审批状态', en: 'Decision' }, approvalResults, { indexed: true }),
  },
  unique: [['student', 'programme', 'appliedOn']],
  access: confidential,
  order: '-appliedOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'decision' },
    { count: 'all', by: 'programme' },
  ],
  check: (application) => {
    const problems: Problem[] = []
    if ((application.decidedAt === null) !== (application.decision === null))
      problems.push({
        field: 'decidedAt',
        message: { zh: '审批时间和审批状态须同时填写', en: 'Give both the moment and the decision, or neither' },
      })
    if (application.decidedAt && application.decidedAt.slice(0, 10) < application.appliedOn)
      problems.push({
        field: 'decidedAt',
        message: { zh: '审批早于申请', en: 'It was decided before it was applied for' },
      })
    return problems
  },
})
