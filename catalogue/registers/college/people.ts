import { defineRegister } from '../../../src/language/register.ts'
import { personFields } from '../../../src/language/foundation.ts'
import { aboutPersons } from '../../access.ts'

export const people = defineRegister({
  name: 'people',
  label: { zh: '人员', en: 'People' },
  area: 'college',
  owner: 'personnel',
  title: 'name',
  unit: 'unit',
  fields: personFields,
  unique: [['number']],
  access: aboutPersons,
  order: 'number',
  statistics: [{ count: 'all', by: 'kind' }],
})
