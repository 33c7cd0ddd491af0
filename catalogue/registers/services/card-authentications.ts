import { choice, date, defineRegister, integer } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { cardIdentificationWays } from '../../codes/national/card-identification-ways.ts'
import { cardPlaceKinds } from '../../codes/national/card-place-kinds.ts'

/** How often people were identified at the gates, canteens and doors of the campus, by day. */
export const cardAuthentications = defineRegister({
  name: 'card-authentications',
  label: { zh: '一卡通认证', en: 'Campus card checks' },
  area: 'services',
  owner: 'information',
  title: 'day',
  eventsAt: 'day',
  fields: {
    day: date({ zh: '认证日期', en: 'Day' }, { required: true }),
    place: choice({ zh: '场所类型', en: 'Place' }, cardPlaceKinds, { required: true }),
    way: choice({ zh: '认证类型', en: 'Identified by' }, cardIdentificationWays, { required: true }),
    times: integer(
      { zh: '认证人次', en: 'Times' },
      { required: true, min: 0, max: 99_999_999, unit: { zh: '人次', en: 'times' } },
    ),
  },
  unique: [['day', 'place', 'way']],
  access: byUnit,
  order: '-day',
  statistics: [
    { sum: 'times', by: 'place' },
    { sum: 'times', by: 'way' },
  ],
})
