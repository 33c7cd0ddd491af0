import { defineCodes } from '../../src/language/codes.ts'

/** What a person was when sent abroad or elected: later changes of post must not change the year's figure. */
export const sentAs = defineCodes({
  name: 'sent-as',
  label: { zh: '时任身份', en: 'Post at the time' },
  values: {
    'full-time-teacher': { zh: '专任教师', en: 'Full-time teacher' },
    administrator: { zh: '管理人员', en: 'Administrator' },
    'other-staff': { zh: '其他教职工', en: 'Other staff' },
  },
})
