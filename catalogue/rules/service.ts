import { defineRule } from '../../src/language/indicator.ts'

export const patentsAmongProperty = defineRule({
  name: 'service.patents-among-property',
  label: { zh: '专利授权数量不大于知识产权项目数', en: 'Patents granted are among the intellectual property' },
  severity: 'error',
  rule: { part: 'q4.patents-granted', whole: 'q4.intellectual-property' },
})

export const inventionsAmongPatents = defineRule({
  name: 'service.inventions-among-patents',
  label: { zh: '发明专利授权数量不大于专利授权数量', en: 'Inventions are among the patents granted' },
  severity: 'error',
  rule: { part: 'q4.invention-patents-granted', whole: 'q4.patents-granted' },
})

export const patentMoneyAmongTradeIncome = defineRule({
  name: 'service.patent-money-among-trade-income',
  label: {
    zh: '专利成果转化到款额不大于技术产权交易收入',
    en: 'Money for patents is part of the income from trade in technology',
  },
  severity: 'error',
  rule: { part: 'q4.patent-transfer-payments', whole: 'q4.technology-trade-income' },
})

export const patentMoneyIsTradeIncome = defineRule({
  name: 'service.patent-money-is-trade-income',
  label: {
    zh: '技术产权交易收入与专利成果转化到款额相等；不相等时应能说明专利以外的交易',
    en: 'Income from trade in technology equals the money for patents, unless other property was traded',
  },
  severity: 'warning',
  rule: { same: ['q4.technology-trade-income', 'q4.patent-transfer-payments'] },
})

export const publicBenefitHoursAmongHours = defineRule({
  name: 'service.public-benefit-hours-among-hours',
  label: {
    zh: '公益项目培训学时不大于非学历培训学时',
    en: 'Hours for the public benefit are among the hours of training',
  },
  severity: 'error',
  rule: { part: 'q4.training-public-benefit-hours', whole: 'q4.training-hours' },
})

export const employeeAttendancesAmongAttendances = defineRule({
  name: 'service.employee-attendances-among-attendances',
  label: { zh: '企业职工培训人次不大于非学历培训人次', en: 'Attendances of employees are among all attendances' },
  severity: 'error',
  rule: { part: 'q0.employee-training-attendances', whole: 'q0.training-attendances' },
})

export const provincialAmongResearchProjects = defineRule({
  name: 'service.provincial-among-research-projects',
  label: {
    zh: '省部级及以上立项数不大于纵向科研立项数',
    en: 'Provincial and national projects are among the research projects',
  },
  severity: 'error',
  rule: { part: 'q0.provincial-research-projects', whole: 'q0.research-projects' },
})

export const clientsAmongServices = defineRule({
  name: 'service.clients-among-services',
  label: { zh: '技术服务中小微企业数不大于横向技术服务项目数', en: 'There are no more clients than contracts' },
  severity: 'error',
  rule: { part: 'q0.technical-service-clients', whole: 'q0.technical-services' },
})

export const technicalServicePaymentsSteady = defineRule({
  name: 'service.technical-service-payments-steady',
  label: {
    zh: '横向技术服务到款额较上一年度变动超过 50%，请说明原因',
    en: 'Money for technical services changed by more than half: say why',
  },
  severity: 'warning',
  rule: { of: 'q4.technical-service-payments', changesAtMostPercent: '50' },
})

export const researchPaymentsSteady = defineRule({
  name: 'service.research-payments-steady',
  label: {
    zh: '纵向科研经费到款额较上一年度变动超过 50%，请说明原因',
    en: 'Money for research changed by more than half: say why',
  },
  severity: 'warning',
  rule: { of: 'q4.research-payments', changesAtMostPercent: '50' },
})

export const trainingPaymentsSteady = defineRule({
  name: 'service.training-payments-steady',
  label: {
    zh: '非学历培训到账经费较上一年度变动超过 50%，请说明原因',
    en: 'Money for training changed by more than half: say why',
  },
  severity: 'warning',
  rule: { of: 'q4.training-payments', changesAtMostPercent: '50' },
})

export const patentsAreTheirKinds = defineRule({
  name: 'service.patents-are-their-kinds',
  label: {
    zh: '发明、实用新型、外观设计之和等于专利授权数量',
    en: 'Inventions, utility models and designs are the patents granted',
  },
  severity: 'error',
  rule: {
    parts: ['q4.invention-patents-granted', 'q0.utility-models-granted', 'q0.designs-granted'],
    whole: 'q4.patents-granted',
  },
})
