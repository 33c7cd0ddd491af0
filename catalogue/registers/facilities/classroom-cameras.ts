import { defineRegister, reference, text } from '../../../src/language/index.ts'
import { byUnit } from '../../access.ts'

/** Cameras in classrooms. Who may not look into classrooms does not read a stream's address. */
export const classroomCameras = defineRegister({
  name: 'classroom-cameras',
  label: { zh: '教室视频流', en: 'Classroom cameras' },
  area: 'facilities',
  owner: 'academic-affairs',
  title: 'point',
  fields: {
    classroom: reference({ zh: '教室', en: 'Classroom' }, 'classrooms', { required: true }),
    device: text({ zh: '视频设备ID', en: 'Device' }, { required: true, maxLength: 64 }),
    point: text({ zh: '视频设备点位名称', en: 'Point' }, { required: true, maxLength: 60 }),
    address: text(
      { zh: '视频流地址', en: 'Address of the stream' },
      {
        required: true,
        maxLength: 300,
        help: { zh: 'm3u8 格式的视频流', en: 'A stream in the format m3u8' },
        readableBy: ['system-administrator', 'quality-office', 'college-leader'],
      },
    ),
  },
  unique: [['device']],
  access: byUnit,
  order: 'point',
})
