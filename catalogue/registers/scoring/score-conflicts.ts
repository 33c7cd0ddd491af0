import { choice, date, defineRegister, longText, person, unit } from '../../../src/language/index.ts'
import { inOrder } from '../../checks.ts'

/** Ties between an expert and a unit: whoever is tied to a unit does not score it. */
export const scoreConflicts = defineRegister({
  name: 'score-conflicts',
  label: { zh: '评分回避', en: 'Conflicts of interest' },
  area: 'scoring',
  owner: 'quality',
  help: {
    zh: '专家与单位有下列关系的，不得评该单位及其上下级单位。本人可以申报。',
    en: 'An expert with such a tie scores neither the unit nor those above and below it. Experts may declare their own.',
  },
  title: 'since',
  unit: 'unit',
  person: 'expert',
  fields: {
    expert: person({ zh: '专家', en: 'Expert' }, { required: true, indexed: true }),
    unit: unit({ zh: '单位', en: 'Unit' }, { required: true }),
    kind: choice(
      { zh: '关系', en: 'Tie' },
      {
        employed: { zh: '任职或曾任职', en: 'Works or worked there' },
        family: { zh: '亲属', en: 'Family' },
        project: { zh: '项目或成果合作', en: 'Joint projects or results' },
        paid: { zh: '顾问或报酬', en: 'Adviser, or paid by it' },
        other: { zh: '其他', en: 'Other' },
      },
      { required: true },
    ),
    since: date({ zh: '开始日期', en: 'Since' }, { required: true }),
    until: date({ zh: '结束日期', en: 'Until' }),
    note: longText({ zh: '说明', en: 'Note' }, { maxLength: 1000 }),
  },
  unique: [['expert', 'unit', 'kind']],
  access: {
    'system-administrator': { read: 'college', write: 'college' },
    'college-leader': { read: 'college' },
    'quality-office': { read: 'college', write: 'college' },
    'scoring-expert': { read: 'own', write: 'own' },
    auditor: { read: 'college' },
  },
  order: '-since',
  check: (tie) => inOrder(tie.since, tie.until, 'until'),
})
