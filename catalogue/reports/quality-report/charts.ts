import type { ChartTemplate } from '../../../src/language/report.ts'
import { fullTimeTeacher } from '../../indicators/staff/in-post.ts'

const ofThePeriod = { period: { within: '@period' } } as const

/** Where a window of time matters, a chart shows indicators: their period rule is then the chart's. */
export const charts: readonly ChartTemplate[] = [
  {
    name: 'source-provinces',
    caption: { zh: '在校生生源地分布', en: 'Where students come from' },
    kind: 'bar',
    data: {
      register: 'students',
      by: 'origin',
      where: { enteredOn: { atMost: '@end' }, leftOn: { emptyOr: { over: '@end' } } },
      top: 10,
    },
  },
  {
    name: 'teacher-titles',
    caption: { zh: '专任教师职称结构', en: 'Titles of full-time teachers' },
    kind: 'pie',
    data: { register: 'staff', by: 'titleLevel', where: fullTimeTeacher },
  },
  {
    name: 'teacher-degrees',
    caption: { zh: '专任教师学位结构', en: 'Degrees of full-time teachers' },
    kind: 'pie',
    data: { register: 'staff', by: 'highestDegree', where: fullTimeTeacher },
  },
  {
    name: 'majors-by-category',
    caption: { zh: '专业大类分布', en: 'Majors by category' },
    kind: 'bar',
    data: {
      register: 'majors',
      by: 'category',
      where: { openedOn: { atMost: '@end' }, stoppedOn: { emptyOr: { over: '@end' } } },
    },
  },
  {
    name: 'destinations',
    caption: { zh: '毕业生去向分布', en: 'Destinations of graduates' },
    kind: 'pie',
    data: {
      indicators: [
        'q0.destination-agreement',
        'q1.further-study',
        'q0.destination-contract',
        'q0.destination-other-employment',
        'q0.destination-conscription',
        'q0.destination-freelance',
        'q0.destination-startup',
        'q0.destination-waiting',
      ],
    },
  },
  {
    name: 'employer-kinds',
    caption: { zh: '毕业生就业单位性质分布', en: 'Kinds of employers' },
    kind: 'pie',
    data: { register: 'graduates', by: 'employerKind', where: { ...ofThePeriod, employerKind: { not: null } } },
  },
  {
    name: 'graduate-industries',
    caption: { zh: '毕业生就业行业分布', en: 'Industries in which graduates work' },
    kind: 'bar',
    data: { register: 'graduates', by: 'industry', where: { ...ofThePeriod, industry: { not: null } }, top: 10 },
  },
  {
    name: 'graduate-provinces',
    caption: { zh: '毕业生就业地区分布', en: 'Provinces in which graduates work' },
    kind: 'bar',
    data: { register: 'graduates', by: 'province', where: { ...ofThePeriod, province: { not: null } }, top: 8 },
  },
  {
    name: 'destination-rate-trend',
    caption: { zh: '毕业去向落实率变化', en: 'Graduates with a settled destination over the years' },
    kind: 'line',
    data: { trend: 'q0.destination-rate', periods: 5 },
  },
  {
    name: 'further-study-trend',
    caption: { zh: '毕业生升学率变化', en: 'Further study over the years' },
    kind: 'line',
    data: { trend: 'q0.further-study-rate', periods: 5 },
  },
  {
    name: 'awards-by-level',
    caption: { zh: '学生技能竞赛与创新创业大赛获奖', en: 'Awards of students by level' },
    kind: 'bar',
    data: {
      indicators: [
        'q0.student-skill-awards-international',
        'q0.student-skill-awards-national',
        'q0.student-skill-awards-provincial',
        'q0.innovation-awards-national',
        'q0.innovation-awards-provincial',
      ],
    },
  },
  {
    name: 'student-satisfaction',
    caption: { zh: '在校生满意度', en: 'Satisfaction of students' },
    kind: 'bar',
    data: {
      indicators: [
        'q2.students',
        'q2.students-classroom',
        'q2.students-outside-class',
        'q2.students-ideology',
        'q2.students-general',
        'q2.students-professional',
      ],
    },
  },
  {
    name: 'technical-service-money',
    caption: { zh: '历年横向技术服务到款额', en: 'Money received for technical services by year' },
    kind: 'bar',
    data: { register: 'technical-service-payments', by: 'year', sum: 'amount' },
  },
  {
    name: 'patents-by-kind',
    caption: { zh: '授权专利类型分布', en: 'Patents granted by kind' },
    kind: 'pie',
    data: { indicators: ['q4.invention-patents-granted', 'q0.utility-models-granted', 'q0.designs-granted'] },
  },
  {
    name: 'income',
    caption: { zh: '办学经费收入构成', en: 'Income' },
    kind: 'pie',
    data: { indicators: ['q0.appropriations', 'q0.own-income'] },
  },
]
