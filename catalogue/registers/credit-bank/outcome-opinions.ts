import {
  choice,
  date,
  decimal,
  defineRegister,
  longText,
  person,
  reference,
  text,
  yesNo,
} from '../../../src/language/index.ts'
import { expertRecommendations, outcomeLevels } from './outcome-words.ts'

// None of them writes in the register: the page of the credit bank takes their word.
const experts = ['scoring-expert', 'teacher'] as const
const askers = ['reviewer', 'quality-office'] as const

/** An expert's opinion of an outcome that waits for accreditation: asked by the desk, given by the expert alone. */
export const outcomeOpinions = defineRegister({
  name: 'outcome-opinions',
  label: { zh: '成果专家意见', en: 'Expert opinions of outcomes' },
  area: 'credit-bank',
  owner: 'continuing-education',
  help: {
    zh: '认定前请专家评议。专家在“学分银行”的“专家评议”页只看到请其评议的成果和佐证材料；意见由专家本人填写，成果作出决定前可以修改。意见供参考，由审核员决定。',
    en: 'Experts are asked before an outcome is decided. On the page of the credit bank they see the outcomes they were asked about, no others; they alone write their opinion, and may change it until the outcome is decided. It advises: the reviewer decides.',
  },
  title: 'number',
  person: 'expert',
  fields: {
    number: text({ zh: '编号', en: 'Number' }, { required: true, maxLength: 60 }),
    outcome: reference({ zh: '学习成果', en: 'Outcome' }, 'learning-outcomes', { required: true, indexed: true }),
    expert: person({ zh: '专家', en: 'Expert' }, { required: true, indexed: true }),
    dueOn: date({ zh: '答复期限', en: 'Due on' }, { required: true }),
    question: longText({ zh: '请专家说明的问题', en: 'Question' }, { maxLength: 1000 }),
    isLearnerShown: yesNo(
      { zh: '告知学习者姓名', en: 'The expert sees who it is' },
      {
        help: {
          zh: '确有需要时才选“是”，连同证书编号和说明一并告知；佐证材料上的姓名不会遮盖',
          en: 'Only when needed; the certificate’s number and the note are then shown too. Names on the evidence itself are not covered',
        },
      },
    ),
    recommendation: choice({ zh: '建议', en: 'Recommendation' }, expertRecommendations),
    level: choice({ zh: '建议等级', en: 'Suggested level' }, outcomeLevels),
    credits: decimal({ zh: '建议学分', en: 'Suggested credits' }, { decimals: 1, min: '0.5', max: '200' }),
    reason: longText({ zh: '理由', en: 'Reason' }, { maxLength: 2000 }),
  },
  unique: [['number']],
  lifecycle: {
    assigned: {
      answer: { to: 'answered', by: experts, label: { zh: '提出意见', en: 'Give an opinion' } },
      decline: { to: 'declined', by: experts, comment: 'required', label: { zh: '退出评议', en: 'Step back' } },
      withdraw: { to: 'withdrawn', by: askers, comment: 'required' },
    },
    answered: { withdraw: { to: 'withdrawn', by: askers, comment: 'required' } },
    declined: {},
    withdrawn: {},
  },
  counts: ['answered'],
  access: {
    'system-administrator': { read: 'college', write: 'college' },
    'quality-office': { read: 'college', write: 'college' },
    reviewer: { read: 'unit', write: 'unit' },
    'unit-head': { read: 'unit' },
    'unit-filler': { read: 'unit' },
    teacher: { read: 'own' },
    'scoring-expert': { read: 'own' },
    auditor: { read: 'college' },
  },
  order: '-dueOn',
  statistics: [{ count: 'all', by: 'recommendation' }],
  check: (opinion) =>
    opinion.recommendation !== null && opinion.reason === null
      ? [{ field: 'reason', message: { zh: '请说明理由', en: 'Say why' } }]
      : [],
})
