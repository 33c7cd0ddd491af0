import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, files, person, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { countries } from '../../codes/countries.ts'
import { sentAs } from '../../codes/sent-as.ts'
import { reviewed } from '../../lifecycles.ts'

/** Posts that teachers hold in foreign and international organisations. */
export const overseasPosts = defineRegister({
  name: 'overseas-posts',
  label: { zh: '国外组织任职', en: 'Posts in foreign organisations' },
  area: 'international',
  title: 'post',
  unit: 'unit',
  person: 'person',
  owner: 'international',
  fields: {
    person: person({ zh: '任职人员', en: 'Person' }, { required: true, indexed: true }),
    heldAs: choice({ zh: '时任身份', en: 'Held as' }, sentAs, { required: true, indexed: true }),
    unit: unit({ zh: '所在部门', en: 'Unit' }, { required: true, indexed: true }),
    organisation: text({ zh: '组织名称', en: 'Organisation' }, { required: true, maxLength: 200 }),
    country: choice({ zh: '组织所在国家', en: 'Country' }, countries, { required: true, indexed: true }),
    post: text({ zh: '职务', en: 'Post' }, { required: true, maxLength: 100 }),
    startOn: date({ zh: '任职日期', en: 'From' }, { required: true, indexed: true }),
    endOn: date({ zh: '卸任日期', en: 'To' }, { indexed: true }),
    proof: files({ zh: '聘书', en: 'Letter of appointment' }, { maxFiles: 5, secondary: true }),
  },
  unique: [['person', 'organisation', 'post', 'startOn']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  check: (held) =>
    held.endOn && held.endOn < held.startOn
      ? [{ field: 'endOn', message: { zh: '卸任日期早于任职日期', en: 'The post ends before it begins' } }]
      : [],
  statistics: [
    { count: 'all', by: 'country' },
    { count: 'all', by: 'unit' },
  ],
  order: '-startOn',
})
