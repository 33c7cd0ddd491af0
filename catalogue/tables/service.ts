import { defineTable } from '../../src/language/indicator.ts'

export const serviceTable = defineTable({
  name: 'service',
  label: { zh: '表4：服务贡献表', en: 'Table 4: service contributed' },
  rows: [
    { no: '1', label: { zh: '毕业生就业人数', en: 'Graduates in work' }, level: 0, indicator: 'q4.employed' },
    {
      label: { zh: '其中：A类：留在当地就业', en: 'Class A: in the region' },
      level: 1,
      indicator: 'q4.employed-local',
    },
    {
      label: { zh: 'B类：到西部和东北地区就业', en: 'Class B: in the west and the north-east' },
      level: 1,
      indicator: 'q4.employed-west',
    },
    {
      label: { zh: 'C类：到中小微企业等基层就业', en: 'Class C: at small enterprises and the grass roots' },
      level: 1,
      indicator: 'q4.employed-grassroots',
    },
    {
      label: { zh: 'D类：到大型企业就业', en: 'Class D: at large enterprises' },
      level: 1,
      indicator: 'q4.employed-large',
    },
    {
      no: '2',
      label: { zh: '横向技术服务到款额', en: 'Money received for technical services' },
      level: 0,
      indicator: 'q4.technical-service-payments',
    },
    {
      label: { zh: '横向技术服务产生的经济效益', en: 'Economic benefit of technical services' },
      level: 0,
      indicator: 'q4.technical-service-benefit',
    },
    {
      no: '3',
      label: { zh: '纵向科研经费到款额', en: 'Money received for research projects' },
      level: 0,
      indicator: 'q4.research-payments',
    },
    {
      no: '4',
      label: { zh: '技术产权交易收入', en: 'Income from trade in technology' },
      level: 0,
      indicator: 'q4.technology-trade-income',
    },
    {
      no: '5',
      label: { zh: '知识产权项目数', en: 'Intellectual property granted' },
      level: 0,
      indicator: 'q4.intellectual-property',
    },
    { label: { zh: '其中：专利授权数量', en: 'Of which patents granted' }, level: 1, indicator: 'q4.patents-granted' },
    {
      label: { zh: '发明专利授权数量', en: 'Of which inventions' },
      level: 2,
      indicator: 'q4.invention-patents-granted',
    },
    { label: { zh: '专利转让数量', en: 'Patents transferred' }, level: 1, indicator: 'q4.patents-transferred' },
    {
      label: { zh: '专利成果转化到款额', en: 'Money received for patents' },
      level: 1,
      indicator: 'q4.patent-transfer-payments',
    },
    {
      no: '6',
      label: { zh: '非学历培训项目数', en: 'Training projects' },
      level: 0,
      indicator: 'q4.training-projects',
    },
    { label: { zh: '非学历培训学时', en: 'Hours of training' }, level: 0, indicator: 'q4.training-hours' },
    {
      label: { zh: '公益项目培训学时', en: 'Of which for the public benefit' },
      level: 1,
      indicator: 'q4.training-public-benefit-hours',
    },
    {
      no: '7',
      label: { zh: '非学历培训到账经费', en: 'Money received for training' },
      level: 0,
      indicator: 'q4.training-payments',
    },
  ],
})
