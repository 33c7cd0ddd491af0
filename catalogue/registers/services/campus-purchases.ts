import { choice, date, defineRegister, integer, money } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'
import { spendingCategories } from '../../codes/national/spending-categories.ts'

/** What students spent on the campus: a row for each day and kind of place, never a person's. */
export const campusPurchases = defineRegister({
  name: 'campus-purchases',
  label: { zh: '学生校园消费', en: 'Students’ spending on campus' },
  area: 'services',
  owner: 'logistics',
  title: 'day',
  eventsAt: 'day',
  fields: {
    day: date({ zh: '消费日期', en: 'Day' }, { required: true }),
    category: choice({ zh: '消费类别', en: 'Category' }, spendingCategories, { required: true }),
    amount: money({ zh: '消费总额', en: 'Spent' }, { required: true, min: '0' }),
    purchases: integer(
      { zh: '消费人次', en: 'Purchases' },
      { required: true, min: 0, max: 99_999_999, unit: { zh: '人次', en: 'purchases' } },
    ),
  },
  unique: [['day', 'category']],
  access: byUnit,
  order: '-day',
  statistics: [
    { sum: 'amount', by: 'category' },
    { sum: 'purchases', by: 'category' },
  ],
  check: (sold) =>
    sold.purchases === 0 && /[1-9]/.test(sold.amount)
      ? [{ field: 'purchases', message: { zh: '有消费额须有消费人次', en: 'Nothing is spent without a purchase' } }]
      : [],
})
