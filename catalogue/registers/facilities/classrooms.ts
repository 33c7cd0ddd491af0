import { choice, defineRegister, integer, longText, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { teachingPlaceKinds } from '../../codes/national/teaching-place-kinds.ts'

/** Every place that a timetable may name: classrooms, halls, and the practice rooms in which lessons are held. */
export const classrooms = defineRegister({
  name: 'classrooms',
  label: { zh: '教室', en: 'Classrooms' },
  area: 'facilities',
  owner: 'academic-affairs',
  help: {
    zh: '课表中可以安排的全部场所。在实训室、体育馆上课的，也在此各建一条。',
    en: 'Every place that the timetable may name, practice rooms and gymnasiums included.',
  },
  title: 'name',
  fields: {
    number: text({ zh: '教室号', en: 'Number' }, { required: true, maxLength: 80 }),
    name: text({ zh: '教室名称', en: 'Name' }, { required: true, maxLength: 100 }),
    seats: integer({ zh: '座位数', en: 'Seats' }, { required: true, min: 0, unit: { zh: '个', en: 'seats' } }),
    kind: choice({ zh: '教室类型', en: 'Kind' }, teachingPlaceKinds, { required: true, indexed: true }),
    building: reference({ zh: '所在校舍', en: 'Building' }, 'buildings'),
    floor: integer({ zh: '楼层', en: 'Floor' }, { min: -5, max: 100, secondary: true }),
    site: reference({ zh: '对应实训场所', en: 'Practice site' }, 'teaching-sites', {
      help: { zh: '教室就是实训室的填写', en: 'For a practice room in which lessons are held' },
    }),
    description: longText({ zh: '教室描述', en: 'Description' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number']],
  access: openToMembers,
  order: 'number',
  statistics: [
    { count: 'all', by: 'kind' },
    { sum: 'seats', by: 'kind' },
  ],
})
