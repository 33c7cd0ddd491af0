import { choices, date, defineRegister, reference, text } from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { inOrder } from '../../checks.ts'
import { creditRecordAccess } from './access.ts'

/** Given and withdrawn by the learner alone; the past of both stays in history. */
const consentSteps = {
  given: {
    withdraw: {
      to: 'withdrawn',
      by: ['learner', 'student', 'teacher', 'quality-office'],
      label: { zh: '撤回同意', en: 'Withdraw' },
    },
  },
  withdrawn: {},
} as const satisfies Lifecycle<'given' | 'withdrawn'>

/** What a learner lets an institution see and do: Personal Information Protection Law, articles 13 to 15. */
export const creditConsents = defineRegister({
  name: 'credit-consents',
  label: { zh: '授权同意', en: 'Consents' },
  area: 'credit-bank',
  owner: 'continuing-education',
  help: {
    zh: '学习者同意某机构查看或登记其成果；可随时撤回，撤回不影响此前已办理的事项（个人信息保护法第十五条）。',
    en: 'A learner lets an institution see or register outcomes, and may withdraw at any time; what was done before stands (article 15 of the law).',
  },
  title: 'number',
  fields: {
    number: text({ zh: '编号', en: 'Number' }, { required: true, maxLength: 60 }),
    learner: reference({ zh: '学习者', en: 'Learner' }, 'credit-learners', { required: true, indexed: true }),
    institution: reference({ zh: '机构', en: 'Institution' }, 'credit-institutions', { required: true, indexed: true }),
    purposes: choices(
      { zh: '用途', en: 'Purposes' },
      {
        'see-outcomes': { zh: '查看学习成果', en: 'See outcomes' },
        'register-outcomes': { zh: '登记学习成果', en: 'Register outcomes' },
        'see-contact': { zh: '查看联系方式', en: 'See contact details' },
      },
      { required: true },
    ),
    givenOn: date({ zh: '同意日期', en: 'Given on' }, { required: true }),
    until: date({ zh: '有效期至', en: 'Until' }),
  },
  unique: [['number']],
  lifecycle: consentSteps,
  counts: ['given'],
  access: creditRecordAccess,
  order: '-givenOn',
  statistics: [{ count: 'all', by: 'institution' }],
  check: (consent) => inOrder(consent.givenOn, consent.until, 'until'),
})
