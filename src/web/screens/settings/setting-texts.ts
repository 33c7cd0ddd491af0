import type { Label } from '../../../language/index.ts'

/** The settings that a college changes itself, in the order of the form. */
export const settingTexts = {
  name: { zh: '学校名称', en: 'Name of the college' },
  englishName: { zh: '学校英文名称', en: 'English name of the college' },
  currentPeriod: { zh: '当前统计期间', en: 'Current period' },
  address: { zh: '学校地址', en: 'Address' },
  contact: { zh: '平台联系人', en: 'Contact for this platform' },
  contactPhone: { zh: '联系电话', en: 'Contact telephone' },
  contactEmail: { zh: '联系邮箱', en: 'Contact e-mail' },
  separateApproval: {
    zh: '指标的审核与批准须由不同的人进行',
    en: 'Figures are reviewed and approved by different persons',
  },
} as const satisfies Record<string, Label>
