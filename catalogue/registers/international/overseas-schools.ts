import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, files, text, unit } from '../../../src/language/fields.ts'
import { openToMembers } from '../../access.ts'
import { countries } from '../../codes/countries.ts'
import { reviewed } from '../../lifecycles.ts'

/** Schools that the college runs outside the country. */
export const overseasSchools = defineRegister({
  name: 'overseas-schools',
  label: { zh: '国（境）外办学机构', en: 'Schools abroad' },
  area: 'international',
  title: 'name',
  unit: 'unit',
  owner: 'international',
  fields: {
    name: text({ zh: '机构名称', en: 'Name' }, { required: true, maxLength: 200 }),
    country: choice({ zh: '所在国家', en: 'Country' }, countries, { required: true, indexed: true }),
    host: text({ zh: '合作院校', en: 'Host institution' }, { maxLength: 200 }),
    mode: choice(
      { zh: '办学方式', en: 'Mode' },
      { own: { zh: '独立举办', en: 'On its own' }, joint: { zh: '合作举办', en: 'With a partner' } },
      { required: true },
    ),
    unit: unit({ zh: '负责部门', en: 'Unit' }, { required: true }),
    openedOn: date({ zh: '开办日期', en: 'Opened on' }, { required: true, indexed: true }),
    closedOn: date({ zh: '停办日期', en: 'Closed on' }, { indexed: true }),
    agreement: files({ zh: '办学协议与批文', en: 'Agreement and approval' }, { maxFiles: 5, secondary: true }),
  },
  unique: [['name']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  check: (school) =>
    school.closedOn && school.closedOn < school.openedOn
      ? [{ field: 'closedOn', message: { zh: '停办日期早于开办日期', en: 'The school closed before it opened' } }]
      : [],
  order: '-openedOn',
})
