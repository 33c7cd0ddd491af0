import { defineRegister } from '../../../src/language/register.ts'
import { choice, choices, date, files, integer, person, reference, text, unit } from '../../../src/language/fields.ts'
import { openToMembers } from '../../access.ts'
import { countries } from '../../codes/countries.ts'
import { reviewed } from '../../lifecycles.ts'

/** Standards, resources and equipment made here and taken up abroad. */
export const adoptedStandards = defineRegister({
  name: 'adopted-standards',
  label: { zh: '被国外采用的标准、资源和装备', en: 'Standards, resources and equipment used abroad' },
  area: 'international',
  title: 'name',
  unit: 'unit',
  person: 'leader',
  owner: 'international',
  fields: {
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 200 }),
    category: choice(
      { zh: '大类', en: 'Category' },
      {
        standard: { zh: '职业教育标准', en: 'Standard' },
        resource: { zh: '职业教育资源', en: 'Resource' },
        equipment: { zh: '职业教育装备', en: 'Equipment' },
      },
      { required: true, indexed: true },
    ),
    kind: choice(
      { zh: '类别', en: 'Kind' },
      {
        'major-standard': { zh: '专业标准', en: 'Standard of a major' },
        'training-standard': { zh: '培训标准', en: 'Training standard' },
        'course-standard': { zh: '课程标准', en: 'Course standard' },
        'training-resource': { zh: '培训资源', en: 'Training resource' },
        'digital-resource': { zh: '数字化资源', en: 'Digital resource' },
        'teaching-equipment': { zh: '教辅设备', en: 'Teaching equipment' },
      },
      { required: true, indexed: true },
    ),
    countries: choices({ zh: '被采用的国家', en: 'Countries' }, countries, { required: true }),
    adopter: text({ zh: '采用院校（机构）', en: 'Adopted by' }, { maxLength: 160 }),
    use: choice(
      { zh: '采用类型', en: 'Use' },
      { degree: { zh: '学历教育', en: 'For degrees' }, training: { zh: '培训', en: 'For training' } },
      { secondary: true },
    ),
    adoptedOn: date({ zh: '采用日期', en: 'Adopted on' }, { required: true, indexed: true }),
    major: reference({ zh: '对应专业', en: 'Major' }, 'majors', { secondary: true }),
    unit: unit({ zh: '开发部门', en: 'Unit' }, { required: true, indexed: true }),
    leader: person({ zh: '负责人', en: 'Leader' }),
    students: integer({ zh: '涉及外方学生数', en: 'Foreign students concerned' }, { min: 0, secondary: true }),
    proof: files({ zh: '采用证明', en: 'Proof' }, { maxFiles: 5, secondary: true }),
    order: integer({ zh: '序号', en: 'Order' }, { min: 1, secondary: true }),
  },
  unique: [['name', 'kind', 'adoptedOn']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  check: (item) => {
    const suffix = { standard: '-standard', resource: '-resource', equipment: '-equipment' }[item.category]
    return item.kind.endsWith(suffix)
      ? []
      : [{ field: 'kind', message: { zh: '类别不属于所选大类', en: 'The kind does not belong to the category' } }]
  },
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'countries' },
  ],
  order: 'order',
})
