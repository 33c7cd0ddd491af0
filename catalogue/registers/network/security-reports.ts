import { date, decimal, defineRegister, integer } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'

const mbps = { zh: 'Mbps', en: 'Mbps' }

/** The network and the attacks on it, a row for each day. Rates are the highest of the day. */
export const securityReports = defineRegister({
  name: 'security-reports',
  label: { zh: '网络安全日报', en: 'Network security by day' },
  area: 'network',
  owner: 'information',
  title: 'day',
  eventsAt: 'day',
  fields: {
    day: date({ zh: '记录日期', en: 'Day' }, { required: true }),
    sessions: integer(
      { zh: '网络使用记录数', en: 'Sessions' },
      { required: true, min: 0, unit: { zh: '次', en: 'times' } },
    ),
    traffic: integer({ zh: '网络使用流量', en: 'Traffic' }, { required: true, min: 0, unit: { zh: 'MB', en: 'MB' } }),
    attacks: integer(
      { zh: '网络攻击识别次数', en: 'Attacks recognised' },
      { required: true, min: 0, max: 99_999_999, unit: { zh: '次', en: 'times' } },
    ),
    uploadRate: decimal(
      { zh: '上行速率峰值', en: 'Highest upload rate' },
      { required: true, decimals: 2, min: '0', max: '9999999.99', unit: mbps },
    ),
    downloadRate: decimal(
      { zh: '下行速率峰值', en: 'Highest download rate' },
      { required: true, decimals: 2, min: '0', max: '9999999.99', unit: mbps },
    ),
  },
  unique: [['day']],
  access: byUnit,
  order: '-day',
})
