import { choices, date, defineRegister, integer, reference, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { inOrder } from '../../checks.ts'
import { partyActivityChannels } from '../../codes/national/party-activity-channels.ts'
import { partyTrainingTopics } from '../../codes/national/party-training-topics.ts'

const heads = { required: true, min: 0, max: 99999, unit: { zh: '人', en: 'people' } } as const

/** Study and training of party members and officials. */
export const partyTrainings = defineRegister({
  name: 'party-trainings',
  label: { zh: '党员干部学习', en: 'Party trainings' },
  area: 'party',
  owner: 'party-building',
  title: 'startsOn',
  fields: {
    organisation: reference({ zh: '党组织', en: 'Organisation' }, 'party-organisations', { required: true }),
    name: text(
      { zh: '活动名称', en: 'Name' },
      { maxLength: 150, help: { zh: '同一天有几次学习的须填写', en: 'Needed where there are several on one day' } },
    ),
    topics: choices({ zh: '学习培训内容', en: 'Topics' }, partyTrainingTopics, { required: true }),
    channels: choices({ zh: '主要途径和载体', en: 'Channels' }, partyActivityChannels, { required: true }),
    startsOn: date({ zh: '活动开始日期', en: 'Starts on' }, { required: true, indexed: true }),
    endsOn: date({ zh: '活动结束日期', en: 'Ends on' }, { required: true }),
    students: integer({ zh: '参与学生数', en: 'Students' }, heads),
    teachers: integer({ zh: '参与教师数', en: 'Teachers' }, heads),
  },
  unique: [['organisation', 'startsOn', 'name']],
  access: openToMembers,
  order: '-startsOn',
  check: (training) => inOrder(training.startsOn, training.endsOn, 'endsOn'),
})
