import { date, defineRegister, longText, reference } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** What a featured information system brought forth, as the system itself words it. */
export const featuredSystemOutputs = defineRegister({
  name: 'featured-system-outputs',
  label: { zh: '特色系统应用数据', en: 'Outputs of featured systems' },
  area: 'network',
  owner: 'college-office',
  title: 'producedOn',
  fields: {
    system: reference({ zh: '特色信息化系统', en: 'Featured system' }, 'information-systems', {
      required: true,
      indexed: true,
    }),
    producedOn: date({ zh: '产生日期', en: 'Produced on' }, { required: true, indexed: true }),
    content: longText(
      { zh: '内容', en: 'Content' },
      {
        required: true,
        maxLength: 2000,
        help: {
          zh: '应用产生的数据，写成 {项目:{指标:值,……}}',
          en: 'The data it produced, written {subject:{measure:value,…}}',
        },
      },
    ),
  },
  unique: [['system', 'producedOn']],
  access: openToMembers,
  order: '-producedOn',
})
