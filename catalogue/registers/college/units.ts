import { choice } from '../../../src/language/fields.ts'
import { defineRegister } from '../../../src/language/register.ts'
import { unitFields } from '../../../src/language/foundation.ts'
import { openToMembers } from '../../access.ts'
import { offices } from '../../codes/offices.ts'

export const units = defineRegister({
  name: 'units',
  label: { zh: '单位', en: 'Units' },
  area: 'college',
  owner: 'college-office',
  title: 'name',
  // A duty is chosen, not typed: registers and indicators name it.
  fields: { ...unitFields, office: choice({ zh: '职能', en: 'Duty' }, offices) },
  unique: [['code']],
  access: { ...openToMembers, guest: { read: 'college' } },
  order: 'order',
  check: (unit) =>
    unit.from && unit.to && unit.from > unit.to
      ? [{ field: 'to', message: { zh: '撤销日期早于成立日期', en: 'The unit ends before it begins' } }]
      : [],
})
