import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, money, phone, region, text, yesNo } from '../../../src/language/fields.ts'
import { openToMembers } from '../../access.ts'
import { employerKinds } from '../../codes/employer-kinds.ts'
import { employerSizes } from '../../codes/employer-sizes.ts'
import { industries } from '../../codes/industries.ts'

const ENTERPRISES: readonly string[] = ['state-owned', 'foreign-invested', 'other-enterprise']

/** Enterprises and other bodies that the college works with; other registers refer to them. */
export const partners = defineRegister({
  name: 'partners',
  label: { zh: '合作单位', en: 'Partners' },
  area: 'partnership',
  title: 'name',
  owner: 'industry-partnership',
  fields: {
    creditCode: text(
      { zh: '统一社会信用代码', en: 'Unified social credit code' },
      { maxLength: 18, pattern: '^[0-9A-Z]{18}$', help: { zh: 'GB 32100，18 位', en: 'GB 32100, 18 characters' } },
    ),
    name: text({ zh: '单位名称', en: 'Name' }, { required: true, maxLength: 200 }),
    kind: choice({ zh: '单位性质', en: 'Kind' }, employerKinds, { required: true, indexed: true }),
    size: choice({ zh: '规模', en: 'Size' }, employerSizes, {
      indexed: true,
      help: { zh: '企业填写', en: 'For enterprises' },
    }),
    industry: choice({ zh: '所属行业', en: 'Industry' }, industries, { indexed: true }),
    region: region({ zh: '所在地', en: 'Region' }, { indexed: true }),
    leadingEnterprise: yesNo({ zh: '龙头企业', en: 'Leading enterprise' }, { default: false }),
    integrationType: yesNo(
      { zh: '产教融合型企业', en: 'Recognised industry-education enterprise' },
      { default: false, secondary: true },
    ),
    since: date({ zh: '开始合作日期', en: 'Partner since' }),
    donated: money({ zh: '累计捐赠设备值', en: 'Equipment donated so far' }, { min: '0', secondary: true }),
    contact: text({ zh: '联系人', en: 'Contact' }, { maxLength: 60, secondary: true }),
    contactPhone: phone({ zh: '联系电话', en: 'Telephone' }, { secondary: true }),
  },
  unique: [['name']],
  access: openToMembers,
  check: (partner) =>
    ENTERPRISES.includes(partner.kind) && partner.size === null
      ? [{ field: 'size', message: { zh: '企业须填写规模', en: 'An enterprise needs its size' } }]
      : [],
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'size' },
    { count: 'all', by: 'industry' },
  ],
  order: 'name',
})
