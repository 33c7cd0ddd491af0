import { choice, date, defineRegister, longText, text } from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { inOrder } from '../../checks.ts'
import { furtherTrainingPlaces } from '../../codes/national/further-training-places.ts'
import { purposesAbroad } from '../../codes/national/purposes-abroad.ts'
import { ofTeacher } from './whose-record.ts'

/** What the standard wants to know of a training abroad. */
const ABROAD = ['leftOn', 'purpose', 'sentBy', 'approvedBy', 'approvedOn', 'dueBackOn'] as const

/** Further training of staff: a row for each person who took part; those of one training have the same number. */
export const staffTrainings = defineRegister({
  name: 'staff-trainings',
  label: { zh: '教师学习进修', en: 'Staff trainings' },
  area: 'staff',
  owner: 'personnel',
  title: 'name',
  unit: 'unit',
  person: 'person',
  fields: {
    ...ofTeacher,
    number: text({ zh: '进修培训编号', en: 'Number' }, { required: true, maxLength: 32 }),
    name: text({ zh: '进修培训名称', en: 'Name' }, { required: true, maxLength: 200 }),
    place: choice({ zh: '进修学习地点', en: 'Place' }, furtherTrainingPlaces, { required: true, indexed: true }),
    topic: text({ zh: '进修培训主题', en: 'Topic' }, { maxLength: 200, secondary: true }),
    content: longText({ zh: '进修培训内容简介', en: 'Content' }, { maxLength: 2000, secondary: true }),
    speaker: text({ zh: '进修培训主讲人姓名', en: 'Speaker' }, { maxLength: 36, secondary: true }),
    startsOn: date({ zh: '开始日期', en: 'Starts on' }, { required: true, indexed: true }),
    endsOn: date({ zh: '截止日期', en: 'Ends on' }, { required: true }),
    leftOn: date({ zh: '出国（境）日期', en: 'Left the country on' }, { secondary: true }),
    dueBackOn: date({ zh: '应回国日期', en: 'Due back on' }, { secondary: true }),
    purpose: choice({ zh: '出国（境）目的', en: 'Purpose abroad' }, purposesAbroad, { secondary: true }),
    sentBy: text({ zh: '派出单位', en: 'Sent by' }, { maxLength: 60, secondary: true }),
    approvedBy: text({ zh: '审批单位', en: 'Approved by' }, { maxLength: 60, secondary: true }),
    approvedOn: date({ zh: '审批日期', en: 'Approved on' }, { secondary: true }),
  },
  unique: [['teacher', 'number']],
  access: aboutPersons,
  order: '-startsOn',
  statistics: [
    { count: 'all', by: 'place' },
    { count: 'all', by: 'unit' },
  ],
  check: (training) => [
    ...inOrder(training.startsOn, training.endsOn, 'endsOn'),
    ...inOrder(training.leftOn, training.dueBackOn, 'dueBackOn'),
    ...(training.place === 'abroad'
      ? ABROAD.filter((field) => training[field] === null).map((field) => ({
          field,
          message: { zh: '国外进修培训须填写', en: 'Needed for a training abroad' },
        }))
      : []),
  ],
})
