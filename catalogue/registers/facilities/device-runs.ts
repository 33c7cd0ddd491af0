import { dateTime, defineRegister, reference } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** When the devices of smart classrooms ran, as their monitoring recorded it. */
export const deviceRuns = defineRegister({
  name: 'device-runs',
  label: { zh: '智慧教室设备运行', en: 'Runs of classroom devices' },
  area: 'facilities',
  owner: 'assets',
  title: 'startedAt',
  eventsAt: 'startedAt',
  fields: {
    device: reference({ zh: '设备', en: 'Device' }, 'equipment', { required: true, indexed: true }),
    classroom: reference({ zh: '教室', en: 'Classroom' }, 'classrooms', { indexed: true }),
    startedAt: dateTime({ zh: '开始运行时间', en: 'Started at' }, { required: true }),
    endedAt: dateTime({ zh: '结束运行时间', en: 'Ended at' }, { required: true }),
    recordedAt: dateTime({ zh: '系统记录时间', en: 'Recorded at' }, { required: true, secondary: true }),
  },
  unique: [['device', 'startedAt']],
  access: openToMembers,
  order: '-startedAt',
  statistics: [{ count: 'all', by: 'device' }],
  check: (run) => [
    ...(run.endedAt < run.startedAt
      ? [{ field: 'endedAt', message: { zh: '结束早于开始', en: 'It ended before it started' } }]
      : []),
    ...(run.recordedAt < run.startedAt
      ? [{ field: 'recordedAt', message: { zh: '系统记录早于开始运行', en: 'It was recorded before it started' } }]
      : []),
  ],
})
