import { choice, date, defineRegister, identityNumber, person, phone, text } from '../../../src/language/index.ts'
import { creditLearnerAccess, mayReadIdentity } from './access.ts'
import { lifeStages } from './learner-words.ts'

/** Accounts of the credit bank: any citizen may have one, and only one. */
export const creditLearners = defineRegister({
  name: 'credit-learners',
  label: { zh: '学习账户', en: 'Learner accounts' },
  area: 'credit-bank',
  owner: 'continuing-education',
  help: {
    zh: '面向全体市民，不限本校师生；一人一户，按身份证号查重。',
    en: 'For every citizen, not only this college’s people; one account each, told apart by identity number.',
  },
  title: 'name',
  person: 'person',
  fields: {
    number: text({ zh: '账户号', en: 'Account number' }, { required: true, maxLength: 30 }),
    name: text({ zh: '姓名', en: 'Name' }, { required: true, maxLength: 60 }),
    proof: choice(
      { zh: '实名认证', en: 'Proof of identity' },
      {
        declared: { zh: '自行申报', en: 'Declared' },
        institution: { zh: '机构已核', en: 'Checked by an institution' },
        document: { zh: '证件已核', en: 'Document seen' },
        verified: { zh: '实名已认证', en: 'Verified with the authority' },
      },
      {
        required: true,
        indexed: true,
        default: 'declared',
        help: {
          zh: '自行申报的账户可以登记成果，核验后才能转换',
          en: 'A declared account may register outcomes; it converts them once somebody has checked who it is',
        },
      },
    ),
    identity: identityNumber(
      { zh: '身份证号', en: 'Identity number' },
      { readableBy: mayReadIdentity, secondary: true },
    ),
    phone: phone({ zh: '手机号', en: 'Mobile' }, { readableBy: mayReadIdentity, secondary: true }),
    stage: choice({ zh: '人生阶段', en: 'Stage of life' }, lifeStages, { required: true, indexed: true }),
    person: person(
      { zh: '本校人员', en: 'Person of this college' },
      {
        indexed: true,
        help: {
          zh: '本校学生或教职工的账户在此关联，本人即可登录查看',
          en: 'Links the account of a student or member of staff, who then sees it when signed in',
        },
      },
    ),
    openedOn: date({ zh: '开户日期', en: 'Opened on' }, { required: true }),
  },
  unique: [['number'], ['identity'], ['person']],
  access: creditLearnerAccess,
  order: 'number',
  retentionYears: 3,
  statistics: [
    { count: 'all', by: 'stage' },
    { count: 'all', by: 'proof' },
  ],
  check: (learner) =>
    learner.proof !== 'declared' && learner.identity === null
      ? [
          {
            field: 'identity',
            message: {
              zh: '核过证件的账户须有身份证号',
              en: 'An account whose document was seen has an identity number',
            },
          },
        ]
      : [],
})
