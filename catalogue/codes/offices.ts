import { defineCodes } from '../../src/language/codes.ts'

/** The duties that registers and indicators name; each college says which of its units carries which. */
export const offices = defineCodes({
  name: 'offices',
  label: { zh: '职能', en: 'Duty' },
  values: {
    'college-office': { zh: '学校办公室', en: 'College office' },
    quality: { zh: '质量管理', en: 'Quality' },
    'academic-affairs': { zh: '教务', en: 'Academic affairs' },
    'student-affairs': { zh: '学生工作', en: 'Student affairs' },
    admissions: { zh: '招生', en: 'Admissions' },
    employment: { zh: '就业', en: 'Employment' },
    personnel: { zh: '人事', en: 'Personnel' },
    research: { zh: '科研', en: 'Research' },
    finance: { zh: '财务', en: 'Finance' },
    assets: { zh: '资产与实训', en: 'Assets and workshops' },
    international: { zh: '国际交流', en: 'International relations' },
    'continuing-education': { zh: '继续教育', en: 'Continuing education' },
    information: { zh: '信息化', en: 'Information technology' },
    'industry-partnership': { zh: '产教融合', en: 'Industry partnership' },
    'party-building': { zh: '党建', en: 'Party building' },
    'physical-education': { zh: '体育', en: 'Physical education' },
    library: { zh: '图书馆', en: 'Library' },
    logistics: { zh: '后勤', en: 'Logistics' },
  },
})
