import { FACULTIES, type Faculty } from './faculties.ts'
import type { DemoPart, DemoRow, Random } from './context.ts'

/**
 * Awards in competitions, as published for 2023: tables 8 (81 awards for innovation), 9 (students) and 10
 * (teachers). Names of competitions are public; events, projects and winners are made up.
 *
 * Keys: awards '<period>/<number>'.
 */

type Rank = 'grand' | 'gold' | 'silver' | 'bronze' | 'first' | 'second' | 'third' | 'merit' | 'mixed'

interface Competition {
  readonly name: string
  readonly audience: 'student' | 'teacher' | 'both'
  readonly kind: 'skills' | 'innovation' | 'teaching' | 'subject'
  readonly level: 'international' | 'national' | 'provincial'
  readonly organiser: string
  readonly on: string
  readonly ranks: readonly (readonly [rank: Rank, awards: number])[]
  /** One row for each rank instead of one for each award. */
  readonly together?: boolean
  readonly units?: readonly Faculty[]
}

const INTERNET_PLUS = '第九届中国国际“互联网+”大学生创新创业大赛'
const BUSINESS_SIMULATION = '2023年“学创杯”全国大学生创业综合模拟大赛'
const SKILLED_TRADES = '2023年度全国行业职业技能竞赛一类赛'
const NATIONAL_SKILLS = '2023年全国职业院校技能大赛'

/** All in the school year 2022–2023. */
const YEAR_2023: readonly Competition[] = [
  // Table 8: 7 national and 74 provincial.
  {
    name: '中国国际大学生创新大赛（2023）',
    audience: 'student',
    kind: 'innovation',
    level: 'national',
    organiser: '教育部',
    on: '2023-08-20',
    ranks: [['gold', 3]],
  },
  {
    name: BUSINESS_SIMULATION,
    audience: 'student',
    kind: 'innovation',
    level: 'national',
    organiser: '高等学校国家级实验教学示范中心联席会',
    on: '2023-07-28',
    ranks: [['grand', 2]],
    units: ['economics'],
  },
  {
    name: '第六届中华职业教育创新创业大赛',
    audience: 'student',
    kind: 'innovation',
    level: 'national',
    organiser: '中华职业教育社',
    on: '2023-06-18',
    ranks: [['second', 1]],
    units: ['automotive'],
  },
  {
    name: INTERNET_PLUS,
    audience: 'student',
    kind: 'innovation',
    level: 'national',
    organiser: '教育部',
    on: '2023-04-10',
    ranks: [['bronze', 1]],
  },
  {
    name: INTERNET_PLUS,
    audience: 'student',
    kind: 'innovation',
    level: 'provincial',
    organiser: '省级教育行政部门',
    on: '2023-08-05',
    ranks: [
      ['gold', 9],
      ['silver', 19],
      ['bronze', 14],
    ],
  },
  {
    name: BUSINESS_SIMULATION,
    audience: 'student',
    kind: 'innovation',
    level: 'provincial',
    organiser: '省级教育行政部门',
    on: '2023-06-04',
    ranks: [
      ['second', 3],
      ['third', 3],
    ],
    units: ['economics'],
  },
  {
    name: '第二届大学生乡村振兴创意大赛',
    audience: 'student',
    kind: 'innovation',
    level: 'provincial',
    organiser: '省级教育行政部门',
    on: '2023-05-26',
    ranks: [
      ['first', 1],
      ['second', 2],
      ['third', 2],
    ],
    units: ['design', 'economics'],
  },
  {
    name: '第十七届iCAN大学生创新创业大赛选拔赛',
    audience: 'student',
    kind: 'innovation',
    level: 'provincial',
    organiser: 'iCAN大赛组委会',
    on: '2023-08-12',
    ranks: [
      ['first', 6],
      ['second', 10],
      ['third', 5],
    ],
  },
  // Table 9: students.
  {
    name: '2023年金砖国家职业技能大赛',
    audience: 'student',
    kind: 'skills',
    level: 'international',
    organiser: '金砖国家工商理事会',
    on: '2023-08-25',
    ranks: [
      ['first', 2],
      ['second', 1],
      ['third', 2],
    ],
    units: ['electronic', 'design'],
  },
  {
    name: NATIONAL_SKILLS,
    audience: 'student',
    kind: 'skills',
    level: 'national',
    organiser: '教育部',
    on: '2023-08-28',
    ranks: [
      ['first', 3],
      ['second', 3],
      ['third', 3],
    ],
  },
  {
    name: SKILLED_TRADES,
    audience: 'student',
    kind: 'skills',
    level: 'national',
    organiser: '人力资源社会保障部',
    on: '2023-03-19',
    ranks: [
      ['second', 4],
      ['third', 5],
    ],
  },
  {
    name: '2023年省级职业院校技能大赛',
    audience: 'student',
    kind: 'skills',
    level: 'provincial',
    organiser: '省级教育行政部门',
    on: '2023-05-12',
    ranks: [
      ['first', 15],
      ['second', 27],
      ['third', 40],
    ],
  },
  {
    name: '其他学科类比赛',
    audience: 'student',
    kind: 'subject',
    level: 'provincial',
    organiser: '各部门、行业协会',
    on: '2023-07-15',
    ranks: [['mixed', 550]],
    together: true,
  },
  // Table 10: teachers.
  {
    name: '2023年全国职业院校技能大赛教学能力比赛',
    audience: 'teacher',
    kind: 'teaching',
    level: 'national',
    organiser: '教育部',
    on: '2023-08-30',
    ranks: [['second', 1]],
    units: ['mechanical'],
  },
  {
    name: NATIONAL_SKILLS,
    audience: 'teacher',
    kind: 'skills',
    level: 'national',
    organiser: '教育部',
    on: '2023-08-28',
    ranks: [['second', 2]],
  },
  {
    name: NATIONAL_SKILLS,
    audience: 'both',
    kind: 'skills',
    level: 'national',
    organiser: '教育部',
    on: '2023-08-28',
    ranks: [['third', 1]],
  },
  {
    name: '中华人民共和国第二届职业技能大赛',
    audience: 'teacher',
    kind: 'skills',
    level: 'national',
    organiser: '人力资源和社会保障部',
    on: '2023-08-26',
    ranks: [['merit', 6]],
  },
  {
    name: SKILLED_TRADES,
    audience: 'teacher',
    kind: 'skills',
    level: 'national',
    organiser: '人力资源社会保障部',
    on: '2023-03-19',
    ranks: [
      ['first', 1],
      ['second', 2],
      ['third', 4],
    ],
  },
  // Table 10 repeats the provincial row of table 9; the text gives ten awards for teaching.
  {
    name: '2023年省级职业院校教学能力比赛',
    audience: 'teacher',
    kind: 'teaching',
    level: 'provincial',
    organiser: '省级教育行政部门',
    on: '2023-06-20',
    ranks: [
      ['first', 2],
      ['second', 4],
      ['third', 4],
    ],
  },
  {
    name: '其他学科类比赛',
    audience: 'teacher',
    kind: 'subject',
    level: 'provincial',
    organiser: '各部门、行业协会',
    on: '2023-07-15',
    ranks: [['mixed', 150]],
    together: true,
  },
]

/** The school year before, in fewer rows: nothing is published about it. */
const YEAR_2022: readonly Competition[] = [
  {
    name: '2022年金砖国家职业技能大赛',
    audience: 'student',
    kind: 'skills',
    level: 'international',
    organiser: '金砖国家工商理事会',
    on: '2022-08-20',
    ranks: [
      ['second', 1],
      ['third', 2],
    ],
    together: true,
  },
  {
    name: '2022年全国职业院校技能大赛',
    audience: 'student',
    kind: 'skills',
    level: 'national',
    organiser: '教育部',
    on: '2022-08-18',
    ranks: [
      ['first', 2],
      ['second', 2],
      ['third', 3],
    ],
    together: true,
  },
  {
    name: '2022年全国职业院校技能大赛',
    audience: 'teacher',
    kind: 'skills',
    level: 'national',
    organiser: '教育部',
    on: '2022-08-18',
    ranks: [
      ['second', 1],
      ['third', 4],
    ],
    together: true,
  },
  {
    name: '2022年省级职业院校技能大赛',
    audience: 'student',
    kind: 'skills',
    level: 'provincial',
    organiser: '省级教育行政部门',
    on: '2022-05-15',
    ranks: [
      ['first', 12],
      ['second', 24],
      ['third', 36],
    ],
    together: true,
  },
  {
    name: '第八届中国国际“互联网+”大学生创新创业大赛',
    audience: 'student',
    kind: 'innovation',
    level: 'national',
    organiser: '教育部',
    on: '2022-04-12',
    ranks: [
      ['silver', 1],
      ['bronze', 2],
    ],
    together: true,
  },
  {
    name: '第八届中国国际“互联网+”大学生创新创业大赛',
    audience: 'student',
    kind: 'innovation',
    level: 'provincial',
    organiser: '省级教育行政部门',
    on: '2022-08-02',
    ranks: [
      ['gold', 6],
      ['silver', 14],
      ['bronze', 18],
    ],
    together: true,
  },
]

/** Reported by faculties and not yet approved: they must not count. */
const WAITING: readonly Competition[] = [
  {
    name: '2023年省级大学生数学建模竞赛',
    audience: 'student',
    kind: 'subject',
    level: 'provincial',
    organiser: '省级教育行政部门',
    on: '2023-07-02',
    ranks: [
      ['first', 1],
      ['second', 2],
    ],
    units: ['ai'],
  },
  {
    name: '2023年省级物流技能竞赛',
    audience: 'teacher',
    kind: 'skills',
    level: 'provincial',
    organiser: '省级教育行政部门',
    on: '2023-06-28',
    ranks: [
      ['second', 1],
      ['third', 1],
    ],
    units: ['economics'],
  },
]

const EVENTS = { skills: '赛项', innovation: '创新项目', teaching: '参赛作品', subject: '项目' } as const

export const awardsDemo: DemoPart = (demo) => {
  const random = demo.random('awards')
  const rows = (period: string, competitions: readonly Competition[], states: readonly string[] = []): DemoRow[] => {
    const made: DemoRow[] = []
    for (const competition of competitions)
      for (const [rank, awards] of competition.ranks)
        for (let i = 0; i < (competition.together ? 1 : awards); i++) {
          const number = made.length + 1
          const state = states[number - 1]
          made.push({
            $key: `${period}/${String(number).padStart(3, '0')}`,
            ...(state === undefined ? {} : { $state: state }),
            competition: competition.name,
            event: competition.together
              ? null
              : `${EVENTS[competition.kind]}（演示）${String(number).padStart(3, '0')}`,
            audience: competition.audience,
            kind: competition.kind,
            level: competition.level,
            rank,
            number: competition.together ? awards : 1,
            team: competition.together ? null : teamOf(random, competition),
            organiser: competition.organiser,
            unit: demo.id(
              'units',
              competition.together ? 'academic-affairs' : random.pick(competition.units ?? FACULTIES),
            ),
            winners: competition.together ? null : demo.personName(random),
            awardedOn: competition.on,
          })
        }
    return made
  }
  return [
    {
      register: 'awards',
      rows: [
        ...rows('2022', YEAR_2022),
        ...rows('2023', YEAR_2023),
        ...rows('waiting', WAITING, ['submitted', 'submitted', 'draft', 'submitted', 'draft']),
      ],
    },
  ]
}

const teamOf = (random: Random, competition: Competition) =>
  competition.kind === 'skills' ? random.pick(['single', 'team'] as const) : 'team'
