import { defineStandardTable } from '../../../../src/language/standard.ts'
import { classroomCameras } from '../../../registers/facilities/classroom-cameras.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const classroomCamerasTable = defineStandardTable(national, classroomCameras, {
  name: 'ODS_JSSPLSJ',
  number: 34,
  code: 'ZYGJX1102',
  label: { zh: '教室视频流', en: 'Cameras in classrooms' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['SPSBID']],
  columns: [
    key,
    college(),
    ['ZYGJX110201', 'JSH', '教室号', 'C80', 'M', 'classroom.number'],
    ['ZYGJX110202', 'SPSBID', '视频设备ID', 'C64', 'M', 'device'],
    ['ZYGJX110203', 'SPSBDWMC', '视频设备点位名称', 'C60', 'M', 'point'],
    ['ZYGJX110204', 'SPLDZ', '视频流地址', 'C300', 'M', 'address'],
    collectedAt(),
  ],
})
