import type { Label } from '../../../language/index.ts'

/** What the college's settings are called. */
export const settingTexts = {
  name: { zh: '学校名称', en: 'Name of the college' },
  englishName: { zh: '学校英文名称', en: 'English name of the college' },
  code: { zh: '学校代码', en: 'Code of the college' },
  lang: { zh: '默认语言', en: 'Language at first' },
  address: { zh: '学校地址', en: 'Address' },
  sessionHours: { zh: '登录保持时间（小时）', en: 'Hours a sign-in lasts' },
  currentPeriod: { zh: '当前统计期间', en: 'Current period' },
  contact: { zh: '系统联系人', en: 'Contact for this platform' },
  contactPhone: { zh: '联系电话', en: 'Contact telephone' },
  contactEmail: { zh: '联系邮箱', en: 'Contact e-mail' },
  passwordDays: { zh: '密码有效期（天）', en: 'Days a password lasts' },
  mailFrom: { zh: '发件邮箱', en: 'Sender of mail' },
} as const satisfies Record<string, Label>
