import { defineRegister } from '../../../src/language/register.ts'
import { unitFields } from '../../../src/language/foundation.ts'
import { openToMembers } from '../../access.ts'

export const units = defineRegister({
  name: 'units',
  label: { zh: '单位', en: 'Units' },
  area: 'college',
  owner: 'college-office',
  title: 'name',
  fields: unitFields,
  unique: [['code']],
  access: { ...openToMembers, guest: { read: 'college' } },
  order: 'order',
  check: (unit) =>
    unit.from && unit.to && unit.from > unit.to
      ? [{ field: 'to', message: { zh: '撤销日期早于成立日期', en: 'The unit ends before it begins' } }]
      : [],
})
