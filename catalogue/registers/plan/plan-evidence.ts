import {
  choice,
  date,
  defineRegister,
  files,
  longText,
  period,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import type { Label } from '../../../src/language/label.ts'
import { awardLevels } from '../../codes/award-levels.ts'
import { reviewed } from '../../lifecycles.ts'
import { planAccess } from './access.ts'

/** What each kind of proof consists of. */
const PARTS = {
  file: ['files'],
  link: ['link'],
  record: ['register', 'record'],
  indicator: ['indicator', 'period'],
} as const
const WANTED: Readonly<Record<keyof typeof PARTS, Label>> = {
  file: { zh: '请上传文件', en: 'Upload the file' },
  link: { zh: '请填写链接', en: 'Give the link' },
  record: { zh: '请填写数据表和记录编号', en: 'Name the register and the record' },
  indicator: { zh: '请填写指标代码和期间', en: 'Name the indicator and the period' },
}
const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)

/** Filed while the work happens: what shows that a task did what it says. */
export const planEvidence = defineRegister({
  name: 'plan-evidence',
  label: { zh: '佐证材料', en: 'Evidence of plans' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '佐证可以是文件、链接、业务记录或指标值，注明证明的是进度、节点、目标还是成果，并按级别和等级登记。',
    en: 'A file, a link, a record or the value of an indicator; it says what it proves, and its level and rank.',
  },
  title: 'name',
  unit: 'unit',
  person: 'collectedBy',
  fields: {
    number: text(
      { zh: '材料编号', en: 'Number' },
      {
        required: true,
        maxLength: 80,
        help: { zh: '如任务编号加顺序号', en: 'Such as the task’s number and a serial' },
      },
    ),
    name: text({ zh: '材料名称', en: 'Name' }, { required: true, maxLength: 200 }),
    task: reference({ zh: '任务', en: 'Task' }, 'plan-tasks', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    proves: choice(
      { zh: '证明什么', en: 'What it proves' },
      {
        progress: { zh: '任务完成', en: 'Completion' },
        milestone: { zh: '年度节点', en: 'Milestone' },
        target: { zh: '目标值', en: 'Target' },
        result: { zh: '成果', en: 'Result' },
        process: { zh: '过程', en: 'Process' },
      },
      { required: true, default: 'process', indexed: true },
    ),
    milestone: reference({ zh: '年度节点', en: 'Milestone' }, 'plan-milestones'),
    target: reference({ zh: '绩效目标', en: 'Target' }, 'plan-targets'),
    result: text({ zh: '成果编号', en: 'Result number' }, { maxLength: 60, indexed: true }),
    kind: choice(
      { zh: '形式', en: 'Kind' },
      {
        file: { zh: '文件', en: 'File' },
        link: { zh: '链接', en: 'Link' },
        record: { zh: '业务记录', en: 'Record' },
        indicator: { zh: '指标值', en: 'Value of an indicator' },
      },
      { required: true, default: 'file', indexed: true },
    ),
    files: files({ zh: '文件', en: 'Files' }, { maxFiles: 20 }),
    link: text({ zh: '链接', en: 'Link' }, { maxLength: 500, pattern: 'https?://[^\\s]+' }),
    register: text(
      { zh: '数据表', en: 'Register' },
      { maxLength: 60, secondary: true, help: { zh: '如 awards', en: 'Such as awards' } },
    ),
    record: text(
      { zh: '记录编号', en: 'Id of the record' },
      { maxLength: 40, secondary: true, help: { zh: '记录页面地址的最后一段', en: 'The end of the record’s address' } },
    ),
    indicator: text(
      { zh: '指标代码', en: 'Indicator code' },
      { maxLength: 80, secondary: true, pattern: '[a-z][a-z0-9]*\\.[a-z0-9.-]+' },
    ),
    period: period({ zh: '期间', en: 'Period' }, { secondary: true }),
    level: choice({ zh: '级别', en: 'Level' }, awardLevels, { indexed: true }),
    rank: choice(
      { zh: '等级', en: 'Rank' },
      {
        grand: { zh: '特等', en: 'Grand' },
        first: { zh: '一等', en: 'First' },
        second: { zh: '二等', en: 'Second' },
        third: { zh: '三等', en: 'Third' },
        none: { zh: '不分等级', en: 'Not ranked' },
      },
      { secondary: true },
    ),
    collectedOn: date({ zh: '收集日期', en: 'Collected on' }, { required: true, indexed: true }),
    collectedBy: person({ zh: '收集人', en: 'Collected by' }),
    note: longText({ zh: '说明', en: 'Note' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: planAccess,
  order: '-collectedOn',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'level' },
    { count: 'all', by: 'unit' },
  ],
  check: (proof) => {
    const own: readonly string[] = PARTS[proof.kind]
    const subject: Readonly<Record<string, unknown>> = {
      milestone: proof.milestone,
      target: proof.target,
      result: proof.result,
    }
    return [
      ...own
        .filter((part) => isEmpty(proof[part as keyof typeof proof]))
        .map((field) => ({ field, message: WANTED[proof.kind] })),
      ...(proof.proves in subject && subject[proof.proves] === null
        ? [{ field: proof.proves, message: { zh: '请填写它证明的对象', en: 'Say which one it proves' } }]
        : []),
      ...(proof.proves === 'result' && proof.level === null
        ? [{ field: 'level', message: { zh: '成果的佐证须注明级别', en: 'Proof of a result names its level' } }]
        : []),
    ]
  },
})
