import { awardsDemo } from './awards.ts'
import { campusDaysDemo } from './campus-days.ts'
import { collegeDemo, DEMO_STUDENTS } from './college.ts'
import { createDemoContext, type DemoPart, type DemoRow } from './context.ts'
import { cooperationDemo } from './cooperation.ts'
import { coursesDemo } from './courses.ts'
import { creditBankDemo } from './credit-bank.ts'
import { employmentDemo } from './employment.ts'
import { facilitiesDemo } from './facilities.ts'
import { financeDemo } from './finance.ts'
import { frameworksDemo } from './frameworks.ts'
import { graduatesDemo } from './graduates.ts'
import { internationalDemo } from './international.ts'
import { lessonsDemo } from './lessons.ts'
import { libraryDemo } from './library.ts'
import { majorsDemo } from './majors.ts'
import { networkDemo } from './network.ts'
import { partnershipDemo } from './partnership.ts'
import { partyDemo } from './party.ts'
import { planEvidenceDemo } from './plan-evidence.ts'
import { planGoalsDemo } from './plan-goals.ts'
import { planChangesDemo } from './plan-changes.ts'
import { planMoneyDemo } from './plan-money.ts'
import { planResultsDemo } from './plan-results.ts'
import { planRunDemo } from './plan-run.ts'
import { planSpendingDemo } from './plan-spending.ts'
import { DEMO_EXPERT, planScoresDemo } from './plan-scores.ts'
import { planWorkDemo } from './plan-work.ts'
import { practiceDemo } from './practice.ts'
import { profileDemo } from './profile.ts'
import { programmesDemo } from './programmes.ts'
import { qualityDemo } from './quality.ts'
import { researchRecordsDemo } from './research-records.ts'
import { researchDemo } from './research.ts'
import { staffDevelopmentDemo } from './staff-development.ts'
import { staffDemo } from './staff.ts'
import { studentLifeDemo } from './student-life.ts'
import { studentRecordsDemo } from './student-records.ts'
import { studentsDemo } from './students.ts'
import { teachingResourcesDemo } from './teaching-resources.ts'
import { textbooksDemo } from './textbooks.ts'

/** Every generator of the demo college. */
const parts: readonly DemoPart[] = [
  collegeDemo,
  profileDemo,
  networkDemo,
  campusDaysDemo,
  majorsDemo,
  staffDemo,
  studentsDemo,
  graduatesDemo,
  awardsDemo,
  qualityDemo,
  coursesDemo,
  textbooksDemo,
  programmesDemo,
  teachingResourcesDemo,
  facilitiesDemo,
  financeDemo,
  researchDemo,
  partnershipDemo,
  lessonsDemo,
  partyDemo,
  practiceDemo,
  internationalDemo,
  staffDevelopmentDemo,
  cooperationDemo,
  employmentDemo,
  libraryDemo,
  researchRecordsDemo,
  studentLifeDemo,
  studentRecordsDemo,
  planWorkDemo,
  planGoalsDemo,
  planMoneyDemo,
  planSpendingDemo,
  planChangesDemo,
  planResultsDemo,
  planEvidenceDemo,
  planScoresDemo,
  planRunDemo,
  creditBankDemo,
  frameworksDemo,
]

/** The records of the demo college by register, with their ids: equal on every machine. */
export function demoRows(): Map<string, (DemoRow & { readonly $id: string })[]> {
  const demo = createDemoContext()
  const found = new Map<string, (DemoRow & { readonly $id: string })[]>()
  for (const part of parts)
    for (const { register, rows } of part(demo)) {
      const named = rows.map((row) => ({ ...row, $id: demo.id(register, row.$key) }))
      found.set(register, [...(found.get(register) ?? []), ...named])
    }
  return found
}

/** A role of a demo account: at which unit, for which staff number or student number. */
export interface DemoAccount {
  readonly name: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly role: string
  /** Key of the unit. */
  readonly unit: string
  /** Key of the person. */
  readonly person?: string
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
  { name: 'teacher', label: { zh: '教师', en: 'Teacher' }, role: 'teacher', unit: 'automotive', person: 'T0200' },
  {
    name: 'student',
    label: { zh: '学生', en: 'Student' },
    role: 'student',
    unit: 'automotive',
    person: DEMO_STUDENTS[1]!,
  },
  {
    name: 'expert',
    label: { zh: '校外评审专家', en: 'Outside expert' },
    role: 'scoring-expert',
    unit: 'college',
    person: DEMO_EXPERT[0],
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
