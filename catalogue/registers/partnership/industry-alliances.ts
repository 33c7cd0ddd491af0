import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, integer, reference, text, unit } from '../../../src/language/fields.ts'
import { openToMembers } from '../../access.ts'
import { industries } from '../../codes/industries.ts'
import { reviewed } from '../../lifecycles.ts'

/** City consortia and industry communities that join schools and enterprises. */
export const industryAlliances = defineRegister({
  name: 'industry-alliances',
  label: { zh: '产教联合体与共同体', en: 'Industry-education alliances' },
  area: 'partnership',
  title: 'name',
  unit: 'unit',
  owner: 'industry-partnership',
  fields: {
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 100 }),
    kind: choice(
      { zh: '类别', en: 'Kind' },
      {
        'city-consortium': { zh: '市域产教联合体', en: 'City consortium' },
        'industry-community': { zh: '行业产教融合共同体', en: 'Industry community' },
        'education-group': { zh: '职业教育集团（联盟）', en: 'Vocational education group' },
      },
      { required: true, indexed: true },
    ),
    role: choice(
      { zh: '学校角色', en: 'Role of the college' },
      {
        lead: { zh: '牵头（含共同牵头）', en: 'Leads, alone or with others' },
        deputy: { zh: '副理事长单位', en: 'Deputy' },
        member: { zh: '成员', en: 'Member' },
      },
      { required: true, indexed: true },
    ),
    industry: choice({ zh: '所属行业', en: 'Industry' }, industries, { indexed: true }),
    leadEnterprise: reference({ zh: '牵头企业', en: 'Leading enterprise' }, 'partners'),
    unit: unit({ zh: '负责部门', en: 'Unit' }, { required: true, indexed: true }),
    foundedOn: date({ zh: '成立日期', en: 'Founded on' }, { required: true, indexed: true }),
    endedOn: date({ zh: '终止日期', en: 'Ended on' }, { indexed: true }),
    schools: integer({ zh: '成员院校数', en: 'Member schools' }, { min: 0 }),
    enterprises: integer({ zh: '成员企业数', en: 'Member enterprises' }, { min: 0 }),
  },
  unique: [['name']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  check: (alliance) =>
    alliance.endedOn && alliance.endedOn < alliance.foundedOn
      ? [{ field: 'endedOn', message: { zh: '终止日期早于成立日期', en: 'It ended before it was founded' } }]
      : [],
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'role' },
  ],
  order: '-foundedOn',
})
