import { choice, date, decimal, defineRegister, longText } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/**
 * How much each dimension of the evaluation of teaching counts, from which day. Dimensions without a row have the weight
 * of the declared model; rows are added, not changed, so that every score can name the weights of its day.
 */
export const teachingWeights = defineRegister({
  name: 'teaching-weights',
  label: { zh: '课堂评价权重', en: 'Weights of teaching' },
  area: 'quality',
  owner: 'quality',
  help: {
    zh: '一条是一个维度自某日起的权重。改变权重时新增一条，不修改旧的；没有填写的维度用模型自带的权重。',
    en: 'One record is the weight of one dimension from a day on. Add a record to change it; dimensions without one keep the weight of the model.',
  },
  title: 'from',
  fields: {
    dimension: choice(
      { zh: '维度', en: 'Dimension' },
      {
        preparation: { zh: '课前准备', en: 'Preparation' },
        breadth: { zh: '参与面', en: 'Breadth of participation' },
        wait: { zh: '等待时间', en: 'Wait time' },
        feedback: { zh: '反馈及时', en: 'Timely feedback' },
        mastery: { zh: '知识点掌握', en: 'Mastery' },
        practice: { zh: '实训操作', en: 'Practice' },
        improvement: { zh: '进步', en: 'Improvement' },
      },
      { required: true },
    ),
    from: date({ zh: '自', en: 'From' }, { required: true }),
    weight: decimal(
      { zh: '权重', en: 'Weight' },
      {
        decimals: 1,
        required: true,
        min: '0',
        max: '100',
        help: { zh: '只看各维度之间的比例，不必加到 100', en: 'Only proportions count: they need not add up to 100' },
      },
    ),
    reason: longText({ zh: '依据', en: 'Reason' }, { required: true, maxLength: 500 }),
  },
  unique: [['dimension', 'from']],
  access: {
    ...openToMembers,
    'unit-head': { read: 'college' },
    'unit-filler': { read: 'college' },
    reviewer: { read: 'college' },
  },
  order: '-from',
})
