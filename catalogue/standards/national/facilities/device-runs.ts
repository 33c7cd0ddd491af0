import { defineStandardTable } from '../../../../src/language/standard.ts'
import { deviceRuns } from '../../../registers/facilities/device-runs.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const deviceRunsTable = defineStandardTable(national, deviceRuns, {
  name: 'ODS_ZHJSSBYXSJ',
  number: 73,
  code: 'ZYGZC0102',
  label: { zh: '智慧教室设备运行', en: 'Runs of classroom devices' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['SBBM', 'KSYXSJ']],
  order: [
    ['KSYXSJ', 'JSYXSJ'],
    ['KSYXSJ', 'XTJLSJ'],
  ],
  columns: [
    key,
    college(),
    ['ZYGZC010201', 'SBBM', '设备编码', 'C64', 'M', 'device.number'],
    ['ZYGZC010202', 'SBMC', '设备名称', 'C60', 'M', 'device.name'],
    ['ZYGJX120101', 'JSH', '教室号', 'C80', 'O', 'classroom.number'],
    ['ZYGZC010203', 'KSYXSJ', '开始运行时间', 'C15', 'M', 'startedAt', 'GB/T 7408'],
    ['ZYGZC010204', 'JSYXSJ', '结束运行时间', 'C15', 'M', 'endedAt', 'GB/T 7408'],
    ['ZYGZC010205', 'XTJLSJ', '系统记录时间', 'C15', 'M', 'recordedAt', 'GB/T 7408'],
    collectedAt(),
  ],
})
