import { date, defineRegister, integer } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

const times = { zh: '次', en: 'times' }

/** How often the digital library was used, a row for each day. */
export const digitalLibraryVisits = defineRegister({
  name: 'digital-library-visits',
  label: { zh: '数字图书馆访问', en: 'Digital library visits' },
  area: 'library',
  owner: 'library',
  title: 'day',
  eventsAt: 'day',
  fields: {
    day: date({ zh: '访问日期', en: 'Day' }, { required: true }),
    journalVisits: integer(
      { zh: '电子期刊访问次数', en: 'Visits of journals' },
      { required: true, min: 0, unit: times },
    ),
    bookVisits: integer({ zh: '电子图书访问次数', en: 'Visits of books' }, { required: true, min: 0, unit: times }),
  },
  unique: [['day']],
  access: openToMembers,
  order: '-day',
  statistics: [],
})
