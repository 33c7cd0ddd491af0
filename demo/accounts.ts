/** A demo account: which role, at which unit. */
interface DemoAccount {
  readonly name: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly role: string
  /** Key of the unit. */
  readonly unit: string
}

/** One account for each role, so that a stranger can look at everything from every side. */
export const demoAccountList: readonly DemoAccount[] = [
  { name: 'quality', label: { zh: '质量管理办公室', en: 'Quality office' }, role: 'quality-office', unit: 'college' },
  { name: 'leader', label: { zh: '校领导', en: 'College leader' }, role: 'college-leader', unit: 'college' },
  {
    name: 'employment',
    label: { zh: '就业中心填报员', en: 'Careers centre secretary' },
    role: 'unit-filler',
    unit: 'employment',
  },
  {
    name: 'automotive',
    label: { zh: '车辆工程学院填报员', en: 'Automotive faculty secretary' },
    role: 'unit-filler',
    unit: 'automotive',
  },
  {
    name: 'dean',
    label: { zh: '车辆工程学院院长', en: 'Dean, automotive faculty' },
    role: 'unit-head',
    unit: 'automotive',
  },
  {
    name: 'reviewer',
    label: { zh: '就业中心审核员', en: 'Careers centre reviewer' },
    role: 'reviewer',
    unit: 'employment',
  },
  {
    name: 'finance',
    label: { zh: '财务处审核员', en: 'Finance office reviewer' },
    role: 'reviewer',
    unit: 'finance',
  },
  {
    name: 'credits',
    label: { zh: '学分银行中心审核员', en: 'Credit bank reviewer' },
    role: 'reviewer',
    unit: 'continuing-education',
  },
  { name: 'teacher', label: { zh: '教师', en: 'Teacher' }, role: 'teacher', unit: 'automotive' },
  {
    name: 'student',
    label: { zh: '学生', en: 'Student' },
    role: 'student',
    unit: 'automotive',
  },
  {
    name: 'expert',
    label: { zh: '校外评审专家', en: 'Outside expert' },
    role: 'scoring-expert',
    unit: 'college',
  },
  { name: 'auditor', label: { zh: '审计员', en: 'Auditor' }, role: 'auditor', unit: 'college' },
  { name: 'guest', label: { zh: '访客', en: 'Guest' }, role: 'guest', unit: 'college' },
  {
    name: 'admin',
    label: { zh: '系统管理员', en: 'System administrator' },
    role: 'system-administrator',
    unit: 'college',
  },
]
