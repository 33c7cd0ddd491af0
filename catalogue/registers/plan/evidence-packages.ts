import { date, defineRegister, integer, reference, text } from '../../../src/language/index.ts'

/** A package of a plan's evidence, as it was at one moment: made in the background on the page “Evidence”. */
export const evidencePackages = defineRegister({
  name: 'evidence-packages',
  label: { zh: '佐证包', en: 'Evidence packages' },
  area: 'plan',
  owner: 'quality',
  help: {
    zh: '在建设计划的“佐证”页面生成和下载；内容为生成时的材料。',
    en: 'Made and fetched on the page “Evidence” of a plan; it holds what there was when it was made.',
  },
  title: 'name',
  fields: {
    number: text({ zh: '编号', en: 'Number' }, { required: true, maxLength: 60, secondary: true }),
    name: text({ zh: '名称', en: 'Name' }, { required: true, maxLength: 200 }),
    plan: reference({ zh: '建设计划', en: 'Plan' }, 'plans', { required: true }),
    askedOn: date({ zh: '生成日期', en: 'Asked on' }, { required: true }),
    run: text({ zh: '后台任务', en: 'Background run' }, { maxLength: 40, secondary: true }),
    files: integer({ zh: '文件数', en: 'Files' }, { min: 0 }),
    problems: integer({ zh: '缺失或不符的文件', en: 'Files missing or changed' }, { min: 0 }),
    bytes: text({ zh: '大小（字节）', en: 'Size in bytes' }, { maxLength: 20, secondary: true }),
    digest: text({ zh: 'SHA-256', en: 'SHA-256' }, { maxLength: 64, secondary: true }),
  },
  unique: [['number']],
  // The job takes these steps.
  lifecycle: {
    waiting: { finish: { to: 'ready', by: [] }, cancel: { to: 'cancelled', by: [] } },
    ready: {},
    cancelled: {},
  },
  counts: ['ready'],
  // It holds all of a plan's files: for those who may see all of them.
  access: {
    'system-administrator': { read: 'college', write: 'college' },
    'quality-office': { read: 'college', write: 'college' },
    'college-leader': { read: 'college' },
    auditor: { read: 'college' },
  },
  order: '-askedOn',
})
