import {
  choice,
  date,
  decimal,
  defineRegister,
  files,
  integer,
  longText,
  reference,
  text,
} from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { inOrder } from '../../checks.ts'
import { creditRecordAccess } from './access.ts'
import { outcomeGrades, outcomeKinds, outcomeLevels } from './outcome-words.ts'

const reviewers = ['reviewer', 'quality-office'] as const

/** Credits can be converted from accreditation on, until the outcome runs out or is taken back. */
const outcomeSteps = {
  registered: {
    accredit: { to: 'accredited', by: reviewers, label: { zh: '认定', en: 'Accredit' }, withinDays: 10 },
    refuse: { to: 'refused', by: reviewers, label: { zh: '不予认定', en: 'Refuse' }, comment: 'required' },
  },
  accredited: {
    expire: { to: 'expired', by: reviewers, label: { zh: '到期失效', en: 'Expire' } },
    revoke: { to: 'revoked', by: reviewers, label: { zh: '撤销认定', en: 'Revoke' }, comment: 'required' },
  },
  refused: {
    appeal: {
      to: 'registered',
      by: ['learner', 'student', 'teacher', 'unit-filler', 'unit-head', 'quality-office'],
      label: { zh: '申诉', en: 'Appeal' },
      comment: 'required',
    },
  },
  expired: {},
  revoked: {},
} as const satisfies Lifecycle<'registered' | 'accredited' | 'refused' | 'expired' | 'revoked'>

/** 学历、非学历、无一定形式: the three forms that credit banks count outcomes by. */
export const formOf = (kind: keyof typeof outcomeKinds) =>
  kind.startsWith('degree-')
    ? 'degree'
    : kind === 'competition' || kind === 'work-experience' || kind === 'research'
      ? 'informal'
      : 'non-degree'

/** What somebody has learnt, shown or achieved, registered by an institution or by the learner with evidence. */
export const learningOutcomes = defineRegister({
  name: 'learning-outcomes',
  label: { zh: '学习成果', en: 'Learning outcomes' },
  area: 'credit-bank',
  owner: 'continuing-education',
  title: 'name',
  fields: {
    number: text({ zh: '成果编号', en: 'Number' }, { required: true, maxLength: 40 }),
    learner: reference({ zh: '学习者', en: 'Learner' }, 'credit-learners', { required: true, indexed: true }),
    kind: choice({ zh: '成果类型', en: 'Kind' }, outcomeKinds, { required: true, indexed: true }),
    form: choice(
      { zh: '成果形式', en: 'Form' },
      {
        degree: { zh: '学历成果', en: 'Degree' },
        'non-degree': { zh: '非学历成果', en: 'Non-degree' },
        informal: { zh: '无一定形式成果', en: 'Informal' },
      },
      { derived: true },
    ),
    name: text({ zh: '成果名称', en: 'Name' }, { required: true, maxLength: 100 }),
    level: choice({ zh: '等级', en: 'Level' }, outcomeLevels, { required: true, default: 'none' }),
    grade: choice({ zh: '成绩', en: 'Grade' }, outcomeGrades, { required: true, default: 'pass' }),
    issuer: reference({ zh: '颁发机构', en: 'Issuer' }, 'credit-institutions', { required: true, indexed: true }),
    issuedOn: date({ zh: '取得日期', en: 'Issued on' }, { required: true }),
    expiresOn: date({ zh: '有效期至', en: 'Valid until' }),
    hours: integer({ zh: '学时', en: 'Hours' }, { min: 0, max: 10_000, unit: { zh: '学时', en: 'hours' } }),
    credits: decimal(
      { zh: '学分', en: 'Credits' },
      { decimals: 1, min: '0.5', max: '200', required: true, unit: { zh: '学分', en: 'credits' } },
    ),
    certificateNumber: text({ zh: '证书编号', en: 'Certificate number' }, { maxLength: 60 }),
    evidence: files({ zh: '佐证材料', en: 'Evidence' }, { maxFiles: 10 }),
    note: longText({ zh: '说明', en: 'Note' }, { maxLength: 1000, secondary: true }),
  },
  // A certificate has one holder: it cannot be registered for another, nor twice.
  unique: [['number'], ['issuer', 'certificateNumber']],
  lifecycle: outcomeSteps,
  counts: ['accredited'],
  access: creditRecordAccess,
  order: '-issuedOn',
  statistics: [
    { count: 'all', by: 'form' },
    { count: 'all', by: 'kind' },
    { sum: 'credits', by: 'kind' },
  ],
  derive: (outcome) => ({ form: formOf(outcome.kind) }),
  check: (outcome) => inOrder(outcome.issuedOn, outcome.expiresOn, 'expiresOn'),
})
