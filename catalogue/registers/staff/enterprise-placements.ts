import { choice, date, defineRegister, reference, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { inOrder } from '../../checks.ts'
import { industries } from '../../codes/industries.ts'
import { enterpriseExperienceKinds } from '../../codes/national/enterprise-experience-kinds.ts'
import { organisationKinds } from '../../codes/national/organisation-kinds.ts'
import { ofTeacher } from './whose-record.ts'

/** Teachers who practise in an enterprise, or hold a post there beside their own. */
export const enterprisePlacements = defineRegister({
  name: 'enterprise-placements',
  label: { zh: '教师企业实践与兼职', en: 'Enterprise placements' },
  area: 'staff',
  owner: 'personnel',
  title: 'enterprise',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofTeacher,
    kind: choice({ zh: '企业锻炼类型', en: 'Kind' }, enterpriseExperienceKinds, { required: true, indexed: true }),
    creditCode: text(
      { zh: '企业统一社会信用代码', en: 'Credit code of the enterprise' },
      { required: true, maxLength: 18, pattern: '[0-9A-Z]{18}' },
    ),
    enterprise: text({ zh: '企业名称', en: 'Enterprise' }, { required: true, maxLength: 200 }),
    partner: reference({ zh: '对应合作单位', en: 'Partner' }, 'partners'),
    organisationKind: choice({ zh: '企业性质', en: 'Kind of organisation' }, organisationKinds),
    industry: choice({ zh: '企业所属行业', en: 'Industry' }, industries, { indexed: true }),
    post: text({ zh: '企业实践/兼职岗位', en: 'Post' }, { required: true, maxLength: 60 }),
    startsOn: date({ zh: '开始日期', en: 'Starts on' }, { required: true, indexed: true }),
    endsOn: date({ zh: '终止日期', en: 'Ends on' }, { required: true }),
  },
  unique: [['teacher', 'creditCode', 'startsOn']],
  access: aboutPersons,
  order: '-startsOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'unit' },
    { count: 'all', by: 'industry' },
  ],
  check: (placement) => inOrder(placement.startsOn, placement.endsOn, 'endsOn'),
})
