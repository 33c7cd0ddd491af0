import { awardsDemo } from './awards.ts'
import { campusDaysDemo } from './campus-days.ts'
import { classroomDemo } from './classroom.ts'
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
import { knowledgePointsDemo } from './knowledge-points.ts'
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
  knowledgePointsDemo,
  teachingResourcesDemo,
  facilitiesDemo,
  financeDemo,
  researchDemo,
  partnershipDemo,
  lessonsDemo,
  classroomDemo,
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

/** The people of the demo accounts that have one: account to key of the person. */
export const demoAccountPeople: Readonly<Record<string, string>> = {
  teacher: 'T0200',
  student: DEMO_STUDENTS[1]!,
  expert: DEMO_EXPERT[0],
}
