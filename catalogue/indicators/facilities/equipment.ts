import { constant, defineIndicator, ratio, sum, valueOf } from '../../../src/language/index.ts'
import { equipment } from '../../registers/facilities/equipment.ts'

const kept = { acquiredOn: { atMost: '@end' }, writtenOffOn: { emptyOr: { over: '@end' } } } as const
/** What the college owns: equipment that an enterprise only provides is the enterprise's. */
const ownedForTeaching = { ...kept, use: 'teaching-research', source: ['bought', 'donated', 'transferred'] } as const
const common = { period: 'at-date', decimals: 2, version: 1, owner: 'assets' } as const
const tenThousandYuan = { zh: '万元', en: '10,000 yuan' }

export const equipmentValuePerStudent = defineIndicator({
  ...common,
  code: 'q3.equipment-value-per-student',
  label: { zh: '生均教学科研仪器设备值', en: 'Value of teaching and research equipment per student' },
  unit: { zh: '元/生', en: 'yuan per student' },
  source: '中国职业教育质量报告（2023年度）表3 第13行；教发〔2004〕2号',
  definition: {
    zh: '学校产权的教学科研仪器设备原值（含受赠，不含企业提供）÷ 折合在校生数。',
    en: 'Value of the teaching and research equipment the college owns (given, but not lent, equipment included) ÷ equivalent students.',
  },
  ...ratio(sum(equipment, 'value', ownedForTeaching), valueOf('q0.students-equivalent')),
})
export const equipmentValue = defineIndicator({
  ...common,
  code: 'q0.equipment-value',
  label: { zh: '教学科研仪器设备总值', en: 'Value of teaching and research equipment' },
  unit: tenThousandYuan,
  source: '教发〔2004〕2号',
  definition: {
    zh: '统计时点学校产权的教学科研仪器设备原值之和。',
    en: 'Value of the teaching and research equipment the college owns on the day.',
  },
  ...ratio(sum(equipment, 'value', ownedForTeaching), constant('10000')),
})
export const enterpriseEquipment = defineIndicator({
  ...common,
  code: 'q6.enterprise-equipment',
  label: { zh: '企业提供的校内实践教学设备值', en: 'Value of equipment provided by enterprises on campus' },
  unit: tenThousandYuan,
  source: '中国职业教育质量报告（2023年度）表6 第7行',
  definition: {
    zh: '统计时点由企业提供、产权属企业的校内实践教学设备原值之和；企业捐赠设备已归学校，另计。',
    en: 'Value of equipment on campus that enterprises provide and own; donated equipment belongs to the college and is counted apart.',
  },
  ...ratio(sum(equipment, 'value', { ...kept, source: 'enterprise-provided' }), constant('10000')),
})
export const donatedEquipment = defineIndicator({
  ...common,
  code: 'q0.donated-equipment',
  label: { zh: '企业捐赠设备总值', en: 'Value of equipment donated by enterprises' },
  unit: tenThousandYuan,
  source: '中国职业教育质量报告（2023年度）6.1 实习实训',
  definition: {
    zh: '统计时点在用的企业捐赠设备原值之和。',
    en: 'Value of the equipment donated by enterprises and in use on the day.',
  },
  ...ratio(sum(equipment, 'value', { ...kept, source: 'donated' }), constant('10000')),
})
