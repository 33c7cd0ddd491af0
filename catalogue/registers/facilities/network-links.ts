import { choice, date, defineRegister, integer, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** Links of the campus network: exits to the internet and the backbone. */
export const networkLinks = defineRegister({
  name: 'network-links',
  label: { zh: '网络链路', en: 'Network links' },
  area: 'facilities',
  owner: 'information',
  title: 'name',
  fields: {
    name: text({ zh: '链路名称', en: 'Name' }, { required: true, maxLength: 60 }),
    kind: choice(
      { zh: '链路类别', en: 'Kind' },
      { exit: { zh: '互联网出口', en: 'Internet exit' }, backbone: { zh: '校园网主干', en: 'Campus backbone' } },
      { required: true, indexed: true },
    ),
    carrier: text({ zh: '运营方', en: 'Carrier' }, { maxLength: 60 }),
    bandwidth: integer({ zh: '带宽', en: 'Bandwidth' }, { required: true, min: 1, unit: { zh: 'Mbps', en: 'Mbps' } }),
    from: date({ zh: '启用日期', en: 'In use from' }, { required: true }),
    until: date({ zh: '停用日期', en: 'In use until' }),
  },
  unique: [['name', 'from']],
  access: openToMembers,
  statistics: [{ sum: 'bandwidth', by: 'kind' }],
  check: (link) =>
    link.until && link.until < link.from
      ? [{ field: 'until', message: { zh: '停用日期早于启用日期', en: 'Ends before it begins' } }]
      : [],
})
