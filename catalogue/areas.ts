import type { Label } from '../src/language/label.ts'

/** The rooms of the catalogue, in the order of the menu. A register's `area` is its folder. */
export const areas = {
  college: { zh: '学校与人员', en: 'College and people' },
  students: { zh: '学生', en: 'Students' },
  employment: { zh: '就业', en: 'Employment' },
  staff: { zh: '教师', en: 'Staff' },
  teaching: { zh: '教学', en: 'Teaching' },
  practice: { zh: '实习实训', en: 'Practice' },
  party: { zh: '党建思政', en: 'Party and ideology' },
  research: { zh: '科研与服务', en: 'Research and service' },
  partnership: { zh: '产教融合', en: 'Industry partnership' },
  international: { zh: '国际交流', en: 'International' },
  facilities: { zh: '条件与资产', en: 'Facilities' },
  library: { zh: '图书馆', en: 'Library' },
  services: { zh: '后勤与服务', en: 'Campus services' },
  network: { zh: '信息化', en: 'Network and data' },
  finance: { zh: '经费', en: 'Finance' },
  plan: { zh: '建设任务', en: 'Plans' },
  scoring: { zh: '考核评分', en: 'Scoring' },
  qualifications: { zh: '资历框架', en: 'Qualifications' },
  'credit-bank': { zh: '学分银行', en: 'Credit bank' },
  quality: { zh: '质量', en: 'Quality' },
} as const satisfies Record<string, Label>
