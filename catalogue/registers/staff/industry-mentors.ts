import { choice, date, defineRegister, phone, reference, text, unit } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { titleLevels } from '../../codes/qualifications.ts'
import { reviewed } from '../../lifecycles.ts'

/**
 * Practitioners engaged to teach part-time. Who taught in a year, how long and for what pay stands in
 * mentor-teaching: a person may be engaged without having taught.
 */
export const industryMentors = defineRegister({
  name: 'industry-mentors',
  label: { zh: '行业导师（兼职教师）', en: 'Industry mentors' },
  area: 'staff',
  owner: 'personnel',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '聘任编号', en: 'Number' }, { required: true, maxLength: 20 }),
    name: text({ zh: '姓名', en: 'Name' }, { required: true, maxLength: 60 }),
    unit: unit({ zh: '聘任单位', en: 'Engaged by' }, { required: true, indexed: true }),
    employer: reference({ zh: '所在企业', en: 'Employer' }, 'partners', { required: true, indexed: true }),
    post: text({ zh: '在企业职务', en: 'Post there' }, { maxLength: 60 }),
    kind: choice(
      { zh: '人员类型', en: 'Kind' },
      {
        manager: { zh: '管理人员', en: 'Manager' },
        engineer: { zh: '专业技术人员', en: 'Engineer or specialist' },
        'skilled-worker': { zh: '高技能人才', en: 'Highly skilled worker' },
      },
      { required: true },
    ),
    titleLevel: choice({ zh: '职称级别', en: 'Level of title' }, titleLevels),
    honour: choice(
      { zh: '荣誉', en: 'Honour' },
      {
        'national-craftsman': { zh: '大国工匠', en: 'National craftsman' },
        'national-model-worker': { zh: '全国劳动模范', en: 'National model worker' },
        'provincial-model-worker': { zh: '省部级劳动模范', en: 'Provincial model worker' },
      },
      { indexed: true },
    ),
    major: text({ zh: '专长领域', en: 'Field' }, { maxLength: 80 }),
    phone: phone(
      { zh: '联系电话', en: 'Phone' },
      { secondary: true, readableBy: ['system-administrator', 'reviewer'] },
    ),
    engagedOn: date({ zh: '聘期开始', en: 'Engaged on' }, { required: true, indexed: true }),
    until: date({ zh: '聘期结束', en: 'Until' }, { required: true, indexed: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  order: 'number',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'honour' },
  ],
  check: (mentor) =>
    mentor.until < mentor.engagedOn
      ? [{ field: 'until', message: { zh: '聘期结束早于开始', en: 'The engagement ends before it begins' } }]
      : [],
})
