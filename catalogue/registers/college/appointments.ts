import { defineRegister } from '../../../src/language/register.ts'
import { appointmentFields } from '../../../src/language/foundation.ts'
import { aboutPersons } from '../../access.ts'

export const appointments = defineRegister({
  name: 'appointments',
  label: { zh: '任职', en: 'Appointments' },
  area: 'college',
  owner: 'personnel',
  title: 'post',
  unit: 'unit',
  person: 'person',
  fields: appointmentFields,
  unique: [['person', 'unit', 'post', 'from']],
  access: aboutPersons,
  check: (appointment) =>
    appointment.from && appointment.to && appointment.from > appointment.to
      ? [{ field: 'to', message: { zh: '离任日期早于任职日期', en: 'The appointment ends before it begins' } }]
      : [],
})
