import { count, defineIndicator, distinct, sum, times } from '../../../src/language/indicator.ts'
import { intellectualProperty } from '../../registers/research/intellectual-property.ts'
import { ipTransfers } from '../../registers/research/ip-transfers.ts'

const patentKinds = ['invention', 'utility-model', 'design'] as const

export const intellectualPropertyGranted = defineIndicator({
  code: 'q4.intellectual-property',
  label: { zh: '知识产权项目数', en: 'Intellectual property granted' },
  unit: { zh: '项', en: 'items' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表4 第5行',
  version: 1,
  definition: {
    zh: '自然年内授权或登记的知识产权项目数，含专利、软件著作权、布图设计、植物新品种等。',
    en: 'Property granted or registered in the calendar year: patents, software copyrights, layouts, plant varieties.',
  },
  owner: 'research',
  synonyms: ['知识产权数'],
  value: count(intellectualProperty, { grantedOn: { within: '@period' } }),
})

export const patentsGranted = defineIndicator({
  code: 'q4.patents-granted',
  label: { zh: '专利授权数量', en: 'Patents granted' },
  unit: { zh: '项', en: 'items' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表4 第5行',
  version: 1,
  definition: {
    zh: '自然年内获授权公告的发明、实用新型、外观设计专利数。',
    en: 'Inventions, utility models and designs granted in the calendar year.',
  },
  owner: 'research',
  synonyms: ['授权专利数'],
  value: count(intellectualProperty, { kind: [...patentKinds], grantedOn: { within: '@period' } }),
})

export const inventionPatentsGranted = defineIndicator({
  code: 'q4.invention-patents-granted',
  label: { zh: '发明专利授权数量', en: 'Invention patents granted' },
  unit: { zh: '项', en: 'items' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表4 第5行',
  version: 1,
  definition: { zh: '自然年内获授权公告的发明专利数。', en: 'Inventions granted in the calendar year.' },
  owner: 'research',
  synonyms: ['授权发明专利数'],
  value: count(intellectualProperty, { kind: 'invention', grantedOn: { within: '@period' } }),
})

export const utilityModelsGranted = defineIndicator({
  code: 'q0.utility-models-granted',
  label: { zh: '实用新型专利授权数量', en: 'Utility models granted' },
  unit: { zh: '项', en: 'items' },
  period: 'calendar-year',
  decimals: 0,
  source: '专利法第二条的分类；合计见中国职业教育质量报告（2023年度）表4 第5行',
  version: 1,
  definition: { zh: '自然年内获授权公告的实用新型专利数。', en: 'Utility models granted in the calendar year.' },
  owner: 'research',
  value: count(intellectualProperty, { kind: 'utility-model', grantedOn: { within: '@period' } }),
})

export const designsGranted = defineIndicator({
  code: 'q0.designs-granted',
  label: { zh: '外观设计专利授权数量', en: 'Design patents granted' },
  unit: { zh: '项', en: 'items' },
  period: 'calendar-year',
  decimals: 0,
  source: '专利法第二条的分类；合计见中国职业教育质量报告（2023年度）表4 第5行',
  version: 1,
  definition: { zh: '自然年内获授权公告的外观设计专利数。', en: 'Designs granted in the calendar year.' },
  owner: 'research',
  value: count(intellectualProperty, { kind: 'design', grantedOn: { within: '@period' } }),
})

export const patentsTransferred = defineIndicator({
  code: 'q4.patents-transferred',
  label: { zh: '专利转让数量', en: 'Patents transferred' },
  unit: { zh: '项', en: 'items' },
  period: 'calendar-year',
  decimals: 0,
  source: '中国职业教育质量报告（2023年度）表4 第5行',
  version: 1,
  definition: {
    zh: '自然年内签订转让合同的专利数，一项专利只计一次；许可使用不计，授权年份不限。',
    en: 'Patents assigned by contract in the calendar year, each counted once, whenever granted; licences are not counted.',
  },
  owner: 'research',
  value: distinct(ipTransfers, 'property', {
    kind: 'assignment',
    signedOn: { within: '@period' },
    'property.kind': [...patentKinds],
  }),
})

export const patentTransferPayments = defineIndicator({
  code: 'q4.patent-transfer-payments',
  label: { zh: '专利成果转化到款额', en: 'Money received for patents' },
  unit: { zh: '万元', en: '10,000 yuan' },
  period: 'calendar-year',
  decimals: 2,
  source: '中国职业教育质量报告（2023年度）表4 第5行',
  version: 1,
  definition: {
    zh: '自然年内因专利转让、许可、作价投资实际到账的金额之和。',
    en: 'Money that arrived in the calendar year for patents assigned, licensed or invested.',
  },
  owner: 'research',
  synonyms: ['专利成果转化收入'],
  value: times(
    sum(ipTransfers, 'received', { receivedOn: { within: '@period' }, 'property.kind': [...patentKinds] }),
    '0.0001',
  ),
})
