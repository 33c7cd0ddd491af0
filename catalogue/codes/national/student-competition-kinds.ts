import { defineCodes } from '../../../src/language/codes.ts'

export const studentCompetitionKinds = defineCodes({
  name: 'student-competition-kinds',
  label: { zh: '赛事活动类型', en: 'Kind of competition and activity' },
  officialName: 'SSHDLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'moral-and-political': { zh: '德育思政', en: 'Moral and political education' },
    major: { zh: '专业', en: 'Of the major' },
    sports: { zh: '体育', en: 'Sports' },
    arts: { zh: '美育', en: 'Aesthetic education' },
    labour: { zh: '劳动', en: 'Labour education' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'moral-and-political': '1',
    major: '2',
    sports: '3',
    arts: '4',
    labour: '5',
    other: '9',
  },
})
