import { choice, decimal, defineRegister, integer, reference, text, unit } from '../../../src/language/index.ts'
import { planAccess } from './access.ts'

/** What a task is to achieve by a year, on an indicator of the catalogue or on a measure of its own. */
export const planTargets = defineRegister({
  name: 'plan-targets',
  label: { zh: '绩效目标', en: 'Targets' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '目标达成与任务进度分开：进度由任务填报得出，达成由指标值得出。',
    en: 'Apart from progress: progress is what owners report, achievement is what the measure says.',
  },
  title: 'name',
  unit: 'unit',
  fields: {
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    name: text({ zh: '指标名称', en: 'Measure' }, { required: true, maxLength: 120 }),
    indicator: text(
      { zh: '平台指标代码', en: 'Indicator code' },
      {
        maxLength: 80,
        pattern: '[a-z][a-z0-9]*\\.[a-z0-9.-]+',
        help: {
          zh: '平台已有的指标，如 q1.graduates：取该年度已批准的值；自设指标不填',
          en: 'An indicator of the platform, such as q1.graduates, whose approved value of that year counts; empty for a measure of one’s own',
        },
      },
    ),
    aspect: choice(
      { zh: '绩效类别', en: 'Aspect' },
      {
        quantity: { zh: '数量', en: 'Quantity' },
        quality: { zh: '质量', en: 'Quality' },
        benefit: { zh: '效益', en: 'Benefit' },
        satisfaction: { zh: '满意度', en: 'Satisfaction' },
        landmarks: { zh: '标志性成果', en: 'Landmark results' },
      },
      {
        indexed: true,
        help: {
          zh: '写入任务书的绩效指标填写，绩效评分取它的值；任务自己的目标不填',
          en: 'For targets of the plan’s contract, from which its performance is scored; empty for a task’s own',
        },
      },
    ),
    measuredIn: text({ zh: '计量单位', en: 'Measured in' }, { maxLength: 20 }),
    direction: choice(
      { zh: '方向', en: 'Direction' },
      { up: { zh: '越高越好', en: 'Higher is better' }, down: { zh: '越低越好', en: 'Lower is better' } },
      { required: true, default: 'up' },
    ),
    year: integer({ zh: '年度', en: 'Year' }, { required: true, min: 2000, max: 2100, indexed: true }),
    base: decimal({ zh: '基期值', en: 'Base value' }, { decimals: 4 }),
    target: decimal({ zh: '目标值', en: 'Target' }, { required: true, decimals: 4 }),
    actual: decimal(
      { zh: '实际值', en: 'Actual' },
      {
        decimals: 4,
        help: { zh: '自设指标填写；平台指标自动取值', en: 'For one’s own measures; indicators bring their value' },
      },
    ),
  },
  unique: [['task', 'name', 'year']],
  access: planAccess,
  order: '-year',
  statistics: [{ count: 'all', by: 'year' }],
  check: (target) => [
    ...(target.indicator !== null && target.actual !== null
      ? [
          {
            field: 'actual',
            message: {
              zh: '平台指标的实际值由平台取得，不填写',
              en: 'The platform brings the value of its indicators: leave it empty',
            },
          },
        ]
      : []),
    ...(target.indicator === null && target.measuredIn === null
      ? [
          {
            field: 'measuredIn',
            message: { zh: '自设指标须填写计量单位', en: 'A measure of one’s own needs its unit' },
          },
        ]
      : []),
    ...(target.base !== null && sameNumber(target.base, target.target)
      ? [
          {
            field: 'target',
            message: {
              zh: '目标值与基期值相同，无法计算达成度',
              en: 'The target is the base value: nothing to achieve',
            },
          },
        ]
      : []),
  ],
})

const sameNumber = (a: string, b: string) => plain(a) === plain(b)
/** "12.50" and "12.5" are one number. */
const plain = (number: string) => (number.includes('.') ? number.replace(/\.?0+$/, '') : number).replace(/^-0$/, '0')
