import { apportion } from './apportion.ts'
import type { DemoPart, DemoRow } from './context.ts'

/**
 * Satisfaction surveys. Satisfaction = (very satisfied × 100 + satisfied × 80 + fair × 60) ÷ answers; the numbers
 * at each step are made up so that the published figures come out exactly.
 *
 * Keys: satisfaction-surveys '<period>/<survey>' · satisfaction-results '<period>/<group>/<dimension>/<grade>'.
 */

type Dimension = 'overall' | 'classroom' | 'outside-class' | 'ideology' | 'general' | 'professional' | 'logistics'

interface SurveyFacts {
  readonly period: '2022' | '2023'
  /** Students who were asked and who answered, by year of entry. */
  readonly grades: readonly { readonly grade: number; readonly asked: number; readonly answered: number }[]
  readonly students: Readonly<Record<Dimension, string>>
  readonly others: readonly {
    readonly group: 'fresh-graduate' | 'recent-graduate' | 'staff' | 'employer' | 'parent'
    readonly answered: number
    readonly satisfaction: string
  }[]
}

const SURVEYS: readonly SurveyFacts[] = [
  {
    period: '2022',
    grades: [
      { grade: 2020, asked: 1010, answered: 1002 },
      { grade: 2021, asked: 1040, answered: 1180 },
    ],
    students: {
      overall: '91.35',
      classroom: '90.80',
      'outside-class': '89.90',
      ideology: '96.10',
      general: '93.70',
      professional: '94.20',
      logistics: '87.50',
    },
    others: [
      { group: 'fresh-graduate', answered: 2000, satisfaction: '97.40' },
      { group: 'recent-graduate', answered: 1500, satisfaction: '98.60' },
      { group: 'staff', answered: 820, satisfaction: '95.90' },
      { group: 'employer', answered: 300, satisfaction: '99.60' },
      { group: 'parent', answered: 1500, satisfaction: '95.10' },
    ],
  },
  {
    period: '2023',
    grades: [
      { grade: 2021, asked: 1070, answered: 1077 },
      { grade: 2022, asked: 1057, answered: 1289 },
    ],
    students: {
      overall: '92.26',
      classroom: '91.76',
      'outside-class': '90.77',
      ideology: '97.07',
      general: '94.63',
      professional: '94.97',
      logistics: '88.90',
    },
    others: [
      // Together 98.54; only the first is published.
      { group: 'fresh-graduate', answered: 2000, satisfaction: '98.02' },
      { group: 'recent-graduate', answered: 1500, satisfaction: '99.23' },
      // Nothing is published about staff and parents.
      { group: 'staff', answered: 860, satisfaction: '96.79' },
      { group: 'employer', answered: 326, satisfaction: '100.00' },
      { group: 'parent', answered: 1640, satisfaction: '96.10' },
    ],
  },
]

const DIMENSIONS: Readonly<Record<Dimension, string>> = {
  overall: '总体满意度',
  classroom: '课堂育人',
  'outside-class': '课外育人',
  ideology: '思想政治课教学',
  general: '公共基础课教学',
  professional: '专业课教学',
  logistics: '后勤服务',
}
const GROUPS = {
  'fresh-graduate': '应届毕业生',
  'recent-graduate': '毕业三年内毕业生',
  staff: '教职工',
  employer: '用人单位',
  parent: '家长',
} as const

/** Answers at the four steps whose satisfaction is nearest to `wanted` (per cent, two decimals). */
function stepsFor(
  answers: number,
  wanted: string,
): readonly [very: number, satisfied: number, fair: number, not: number] {
  // Points lost, in twenties: satisfied 1, fair 2, not satisfied 5.
  const hundredths = Number(wanted.replace('.', ''))
  const lost = Math.round(((10_000 - hundredths) * answers) / 2000)
  const not = Math.floor(lost / 40)
  const fair = Math.floor((lost - 5 * not) / 6)
  const satisfied = lost - 5 * not - 2 * fair
  return [answers - satisfied - fair - not, satisfied, fair, not]
}

export const qualityDemo: DemoPart = (demo) => {
  const surveys: DemoRow[] = []
  const results: DemoRow[] = []
  for (const { period, grades, students, others } of SURVEYS) {
    const survey = (key: string, name: string, facts: { method: string; asked: number; answered: number }) => {
      surveys.push({
        $key: `${period}/${key}`,
        period,
        name: `${period}年度${name}满意度调查`,
        openedOn: `${period}-05-08`,
        closedOn: `${period}-06-09`,
        ...facts,
      })
      return demo.id('satisfaction-surveys', `${period}/${key}`)
    }
    const surveyOf = new Map(
      grades.map(({ grade, asked, answered }) => [
        grade,
        survey(`student-${grade}`, `${grade}级在校生`, { method: 'web', asked, answered }),
      ]),
    )
    for (const [dimension, wanted] of Object.entries(students) as [Dimension, string][]) {
      const steps = stepsFor(
        grades.reduce((sum, g) => sum + g.answered, 0),
        wanted,
      )
      for (const [i, part] of split(
        steps,
        grades.map((g) => g.answered),
      ).entries()) {
        const { grade, answered } = grades[i]!
        results.push({
          $key: `${period}/student/${dimension}/${grade}`,
          period,
          survey: surveyOf.get(grade)!,
          name: `${DIMENSIONS[dimension]}（${grade}级）`,
          group: 'student',
          dimension,
          grade,
          answered,
          ...part,
        })
      }
    }
    for (const { group, answered, satisfaction } of others) {
      const [verySatisfied, satisfied, fair, dissatisfied] = stepsFor(answered, satisfaction)
      results.push({
        $key: `${period}/${group}/overall/`,
        period,
        survey: survey(group, GROUPS[group], {
          method: group === 'employer' ? 'phone' : 'web',
          asked: answered + 120,
          answered,
        }),
        name: `${GROUPS[group]}总体满意度`,
        group,
        dimension: 'overall',
        grade: null,
        answered,
        verySatisfied,
        satisfied,
        fair,
        dissatisfied,
      })
    }
  }
  // Waiting for review: they must not count.
  const library = demo.id('satisfaction-surveys', '2023/student-2022')
  for (const [name, state] of [
    ['图书馆服务（2022级）', 'submitted'],
    ['宿舍服务（2022级）', 'submitted'],
    ['食堂服务（2022级）', 'draft'],
  ] as const)
    results.push({
      $key: `2023/waiting/${name}`,
      $state: state,
      period: '2023',
      survey: library,
      name,
      group: 'student',
      dimension: 'logistics',
      grade: 2022,
      answered: 1289,
      verySatisfied: 800,
      satisfied: 380,
      fair: 99,
      dissatisfied: 10,
    })
  return [
    { register: 'satisfaction-surveys', rows: surveys },
    { register: 'satisfaction-results', rows: results },
  ]
}

/** Divides the answers at each step between two grades in proportion to their answers. */
function split(steps: readonly [number, number, number, number], answered: readonly number[]) {
  const [, satisfied, fair, dissatisfied] = steps.map((step) => apportion(step, answered))
  return answered.map((answers, i) => ({
    verySatisfied: answers - satisfied![i]! - fair![i]! - dissatisfied![i]!,
    satisfied: satisfied![i]!,
    fair: fair![i]!,
    dissatisfied: dissatisfied![i]!,
  }))
}
