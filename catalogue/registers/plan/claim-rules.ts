import { defineRegister, money, text, yesNo } from '../../../src/language/index.ts'
import { planHeadAccess } from './access.ts'

/** From which amount on a claim needs more than its unit and finance: the college’s own limits. */
export const claimRules = defineRegister({
  name: 'claim-rules',
  label: { zh: '报账审批规则', en: 'Approval rules of claims' },
  area: 'plan',
  owner: 'finance',
  help: {
    zh: '每笔报账都经单位负责人和财务审核；达到起点金额的，另须校领导批准或附会议决议。没有规则时按 5 万元、30 万元执行。',
    en: 'The head of the unit and finance look at every claim; from these amounts on the leaders approve, or their meeting decides. Without rules: 50,000 and 300,000 yuan.',
  },
  title: 'name',
  fields: {
    name: text({ zh: '规则', en: 'Rule' }, { required: true, maxLength: 80 }),
    from: money({ zh: '起点金额', en: 'From' }, { required: true, min: '0' }),
    needsLeader: yesNo({ zh: '须校领导批准', en: 'The leaders approve' }, { required: true, default: true }),
    needsDecision: yesNo(
      { zh: '须会议决议（三重一大）', en: 'Their meeting decides' },
      { required: true, default: false },
    ),
    basis: text({ zh: '依据', en: 'Basis' }, { maxLength: 200 }),
  },
  unique: [['name']],
  access: planHeadAccess,
  order: 'from',
})
