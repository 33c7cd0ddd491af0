import {
  choice,
  date,
  defineRegister,
  files,
  longText,
  reference,
  text,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { awardLevels } from '../../codes/award-levels.ts'
import { reviewed } from '../../lifecycles.ts'
import { planAccess } from './access.ts'

/** Landmark results of these levels need a case text. */
const CASE_LEVELS = ['international', 'national', 'provincial']
/** Characters, without blanks. */
const CASE_LENGTH = 1000

const charactersOf = (text: string | null) => [...(text ?? '').replaceAll(/\s/g, '')].length

/** What a task claims to have brought about. Claims of one result share its key, and count once, at the highest level. */
export const planResults = defineRegister({
  name: 'plan-results',
  label: { zh: '建设成果', en: 'Results of plans' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '同一成果被多个任务申报时填写同一个成果编号，按最高级别只计一次。',
    en: 'Tasks that claim the same result give the same result number: it counts once, at its highest level.',
  },
  title: 'name',
  unit: 'unit',
  fields: {
    result: text({ zh: '成果编号', en: 'Result number' }, { required: true, maxLength: 60, indexed: true }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    name: text({ zh: '成果名称', en: 'Name' }, { required: true, maxLength: 200 }),
    kind: choice(
      { zh: '成果类别', en: 'Kind' },
      {
        award: { zh: '竞赛与奖励', en: 'Award' },
        project: { zh: '立项', en: 'Project' },
        base: { zh: '基地与平台', en: 'Base or platform' },
        course: { zh: '课程与资源', en: 'Course or resource' },
        textbook: { zh: '教材', en: 'Textbook' },
        team: { zh: '人才与团队', en: 'Person or team' },
        standard: { zh: '标准', en: 'Standard' },
        case: { zh: '典型案例', en: 'Case' },
        other: { zh: '其他', en: 'Other' },
      },
      { required: true, indexed: true },
    ),
    level: choice({ zh: '级别', en: 'Level' }, awardLevels, { required: true, indexed: true }),
    rank: choice(
      { zh: '等级', en: 'Rank' },
      {
        grand: { zh: '特等', en: 'Grand' },
        first: { zh: '一等', en: 'First' },
        second: { zh: '二等', en: 'Second' },
        third: { zh: '三等', en: 'Third' },
        none: { zh: '不分等级', en: 'Not ranked' },
      },
      { required: true, default: 'none' },
    ),
    grantedBy: text({ zh: '授予单位', en: 'Granted by' }, { maxLength: 120 }),
    grantedOn: date({ zh: '取得日期', en: 'Granted on' }, { required: true, indexed: true }),
    landmark: yesNo({ zh: '标志性成果', en: 'Landmark' }, { required: true, default: false }),
    caseText: longText(
      { zh: '案例文字', en: 'Case text' },
      {
        maxLength: 20000,
        secondary: true,
        help: {
          zh: '省级及以上标志性成果须有不少于 1000 字的案例',
          en: 'A landmark of provincial level or above needs a case of at least 1,000 characters',
        },
      },
    ),
    files: files({ zh: '佐证文件', en: 'Proof' }, { maxFiles: 20, secondary: true }),
  },
  unique: [['task', 'result']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: planAccess,
  order: '-grantedOn',
  statistics: [
    { count: 'all', by: 'level' },
    { count: 'all', by: 'kind' },
  ],
  check: (result) => {
    const length = charactersOf(result.caseText)
    return result.landmark && CASE_LEVELS.includes(result.level) && length < CASE_LENGTH
      ? [
          {
            field: 'caseText',
            message: {
              zh: `省级及以上标志性成果的案例不少于 ${CASE_LENGTH} 字，现有 ${length} 字`,
              en: `The case of a landmark of provincial level or above has at least ${CASE_LENGTH} characters; this one has ${length}`,
            },
          },
        ]
      : []
  },
})
