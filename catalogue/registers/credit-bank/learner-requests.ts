import {
  choice,
  date,
  defineRegister,
  identityNumber,
  longText,
  phone,
  reference,
  text,
} from '../../../src/language/index.ts'
import type { Lifecycle } from '../../../src/language/register.ts'
import { creditRecordAccess, mayReadIdentity } from './access.ts'

const deciders = ['reviewer', 'quality-office'] as const
const learners = ['learner', 'student', 'teacher', 'unit-filler', 'quality-office'] as const

/** Answered within fifteen working days, as the law asks. */
const requestSteps = {
  submitted: {
    accept: { to: 'accepted', by: deciders, label: { zh: '同意并办理', en: 'Accept' }, withinDays: 15 },
    refuse: { to: 'refused', by: deciders, label: { zh: '不同意', en: 'Refuse' }, comment: 'required' },
    withdraw: { to: 'withdrawn', by: learners },
  },
  accepted: {},
  refused: {},
  withdrawn: {},
} as const satisfies Lifecycle<'submitted' | 'accepted' | 'refused' | 'withdrawn'>

/** What a learner asks about their own data: to correct it, or to close the account and erase what may be erased. */
export const learnerRequests = defineRegister({
  name: 'learner-requests',
  label: { zh: '学习者申请', en: 'Requests of learners' },
  area: 'credit-bank',
  owner: 'continuing-education',
  help: {
    zh: '更正信息或注销账户（个人信息保护法第四十六、四十七条）。同意后系统自动办理。',
    en: 'To correct data or close the account (articles 46 and 47 of the law). What is accepted happens at once.',
  },
  title: 'number',
  fields: {
    number: text({ zh: '编号', en: 'Number' }, { required: true, maxLength: 60 }),
    learner: reference({ zh: '学习者', en: 'Learner' }, 'credit-learners', { required: true, indexed: true }),
    kind: choice(
      { zh: '事项', en: 'About' },
      { correction: { zh: '更正信息', en: 'Correction' }, closing: { zh: '注销账户', en: 'Closing the account' } },
      { required: true, indexed: true },
    ),
    name: text({ zh: '姓名应为', en: 'Name should be' }, { maxLength: 60 }),
    identity: identityNumber({ zh: '身份证号应为', en: 'Identity number should be' }, { readableBy: mayReadIdentity }),
    phone: phone({ zh: '手机号应为', en: 'Mobile should be' }, { readableBy: mayReadIdentity }),
    reason: longText({ zh: '说明', en: 'Why' }, { maxLength: 500 }),
    askedOn: date({ zh: '申请日期', en: 'Asked on' }, { required: true }),
  },
  unique: [['number']],
  lifecycle: requestSteps,
  counts: ['accepted'],
  access: creditRecordAccess,
  order: '-askedOn',
  statistics: [{ count: 'all', by: 'kind' }],
  check: (request) =>
    request.kind === 'correction' && request.name === null && request.identity === null && request.phone === null
      ? [{ field: 'name', message: { zh: '请填写要更正的内容', en: 'Say what should be corrected' } }]
      : [],
})
