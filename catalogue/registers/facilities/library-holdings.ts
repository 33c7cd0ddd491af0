import { choice, defineRegister, integer, period, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** What the library holds, counted once a year. */
export const libraryHoldings = defineRegister({
  name: 'library-holdings',
  label: { zh: '馆藏图书', en: 'Library holdings' },
  area: 'facilities',
  owner: 'library',
  title: 'place',
  fields: {
    period: period({ zh: '统计期间', en: 'Period' }, { required: true, indexed: true }),
    kind: choice(
      { zh: '文献类型', en: 'Kind' },
      {
        paper: { zh: '纸质图书', en: 'Printed books' },
        electronic: { zh: '电子图书', en: 'Electronic books' },
        journals: { zh: '期刊合订本', en: 'Bound journals' },
      },
      { required: true },
    ),
    place: text({ zh: '馆藏地', en: 'Place' }, { required: true, maxLength: 60 }),
    volumes: integer({ zh: '册数', en: 'Volumes' }, { required: true, min: 0, unit: { zh: '册', en: 'volumes' } }),
  },
  unique: [['period', 'kind', 'place']],
  access: openToMembers,
  order: '-period',
  statistics: [{ sum: 'volumes', by: 'kind' }],
})
