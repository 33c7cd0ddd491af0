import { defineCodes } from '../../../src/language/codes.ts'

export const studentAidKinds = defineCodes({
  name: 'student-aid-kinds',
  label: { zh: '奖助项目种类', en: 'Kind of student aid' },
  officialName: 'JZXMZLDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    scholarship: { zh: '奖学金', en: 'Scholarship' },
    grant: { zh: '助学金', en: 'Grant' },
    loan: { zh: '助学贷款', en: 'Student loan' },
    'work-study': { zh: '勤工助学', en: 'Work and study' },
    'hardship-allowance': { zh: '困难补助', en: 'Hardship allowance' },
    'fee-waiver': { zh: '减免学杂费', en: 'Fees waived' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    scholarship: '1',
    grant: '2',
    loan: '3',
    'work-study': '4',
    'hardship-allowance': '5',
    'fee-waiver': '6',
    other: '9',
  },
})
