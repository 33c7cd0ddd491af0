import { momentOn, schoolDay, serial, someStudents, studentOf, teacherOf, whose } from './autumn.ts'
import { FACULTIES } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { placesOf } from './intake.ts'
import { MAJORS, teachersOf } from './partnership.ts'
import { dayBetween, daysAfter } from './shares.ts'

/**
 * Clubs, contests, social practice, aid and counselling in the autumn term of 2023.
 *
 * Keys: student-clubs 'SC01'…'SC36' · club-activities 'CA001'… · student-contests 'CT001'… · else '<student number>'
 * or a serial number.
 */

const CLUBS = [
  ['academic', '电子创新协会 机器人协会 数学建模协会 人工智能协会 英语协会 物流研究会'],
  ['political', '青年马克思主义研习社 党史学习社 时事研讨社'],
  ['volunteer', '青年志愿者协会 环保协会 爱心家教社 献血宣传社 乡村支教社'],
  ['innovation', '创新创业协会 电商实践社 文创工坊'],
  ['sports', '篮球协会 足球协会 羽毛球协会 乒乓球协会 武术协会 跑步协会 跆拳道社 健美操社'],
  ['arts', '合唱团 舞蹈社 书法社 摄影协会 话剧社 汉服社 动漫社 吉他社'],
  ['other', '心理互助社 读书会 棋牌社'],
] as const

const clubs = CLUBS.flatMap(([kind, names]) => names.split(' ').map((name) => ({ kind, name }))).map((club, i) => ({
  ...club,
  key: `SC${serial(i + 1, 2)}`,
  faculty: FACULTIES[i % FACULTIES.length]!,
}))

function clubRows(demo: DemoContext): DemoRow[] {
  const random = demo.random('student-clubs')
  const leaders = someStudents(clubs.length + 12, 5).slice(12)
  return clubs.map(({ key, name, kind, faculty }, i) => ({
    $key: key,
    number: `ST${serial(i + 1)}`,
    name,
    kind,
    unit: demo.id('units', i % 4 === 0 ? 'student-affairs' : faculty),
    leader: i % 9 === 8 ? null : demo.id('students', leaders[i]!.number),
    adviser: demo.id('staff', random.pick(teachersOf(faculty))),
    foundedOn: dayBetween(random, '2008-09-01', '2021-10-31'),
    dissolvedOn: i === clubs.length - 1 ? '2023-11-30' : null,
    about: `${name}由学生自愿组成，每学期开展活动。`,
  }))
}

const memberships = (demo: DemoContext): DemoRow[] => {
  const random = demo.random('club-memberships')
  return someStudents(600, 6).map((place, i) => ({
    $key: place.number,
    club: demo.id('student-clubs', clubs[i % clubs.length]!.key),
    ...whose(demo, place),
    joinedOn: dayBetween(random, `${place.grade}-09-10`, `${place.grade}-10-31`),
    leftOn: i % 25 === 24 ? '2023-12-20' : null,
    post: i % 20 === 7 ? random.pick(['部长', '副部长', '干事']) : null,
  }))
}

const ACTIVITIES = {
  'public-service': '校园环保志愿服务',
  'science-and-technology': '科技作品展示',
  theory: '理论学习分享会',
  'arts-and-sports': '趣味比赛',
  other: '迎新交流会',
} as const
type ActivityKind = keyof typeof ACTIVITIES
const KIND_OF_ACTIVITY: Readonly<Record<string, ActivityKind>> = {
  academic: 'science-and-technology',
  political: 'theory',
  volunteer: 'public-service',
  innovation: 'science-and-technology',
  sports: 'arts-and-sports',
  arts: 'arts-and-sports',
}

function activityRows(demo: DemoContext): { activities: DemoRow[]; participations: DemoRow[] } {
  const random = demo.random('club-activities')
  const participants = someStudents(600, 7)
  const participations: DemoRow[] = []
  const activities = Array.from({ length: 60 }, (_, i): DemoRow => {
    const club = clubs[(i * 5) % clubs.length]!
    const day = dayBetween(random, '2023-09-15', '2023-12-28')
    const kind = KIND_OF_ACTIVITY[club.kind] ?? 'other'
    const key = `CA${serial(i + 1, 3)}`
    const startsAt = momentOn(random, day, 14, 19)
    const hasPlaces = i % 3 !== 0
    participants.slice(i * 10, i * 10 + 10).forEach((place, n) => {
      const wins = kind === 'arts-and-sports' && n === 0
      participations.push({
        $key: `${key}/${place.number}`,
        activity: demo.id('club-activities', key),
        ...whose(demo, place),
        attendedAt: startsAt,
        awardLevel: wins ? 'college' : null,
        awardedOn: wins ? day : null,
        awardedBy: wins ? '校团委' : null,
      })
    })
    return {
      $key: key,
      number: `HD2023-${serial(i + 1)}`,
      name: `${club.name}${ACTIVITIES[kind]}（第${Math.floor(i / clubs.length) + 1}期）`,
      club: demo.id('student-clubs', club.key),
      kind,
      level: i % 4 === 0 ? 'department' : 'college',
      adviser: demo.id('staff', random.pick(teachersOf(club.faculty))),
      publishedAt: momentOn(random, daysAfter(day, -random.between(3, 9)), 8, 18),
      startsAt,
      endsAt: `${day}T21:00:00`,
      admission: random.pick(['registration', 'registration', 'selection']),
      participation: i % 5 === 0 ? 'group' : 'individual',
      places: hasPlaces ? 80 : 0,
      registered: random.between(20, 80),
    }
  })
  return { activities, participations }
}

const CONTESTS = [
  ['moral-and-political', '主题演讲比赛'],
  ['major', '职业技能竞赛选拔赛'],
  ['sports', '篮球联赛'],
  ['arts', '书画作品展评'],
  ['labour', '劳动技能比武'],
] as const

const contests = (demo: DemoContext): DemoRow[] => {
  const random = demo.random('student-contests')
  return Array.from({ length: 40 }, (_, i) => {
    const [kind, name] = CONTESTS[i % CONTESTS.length]!
    const startsOn = dayBetween(random, '2023-09-18', '2023-12-25')
    return {
      $key: `CT${serial(i + 1, 3)}`,
      number: `SS2023-${serial(i + 1)}`,
      name: `2023年秋季${name}（第${Math.floor(i / CONTESTS.length) + 1}场）`,
      kind,
      unit: demo.id('units', FACULTIES[i % FACULTIES.length]!),
      startsOn,
      endsOn: daysAfter(startsOn, random.between(0, 5)),
      teachers: random.between(3, 18),
      students: random.between(30, 320),
    }
  })
}

const PRACTICES = [
  ['major', '企业岗位认知实践', '示例制造企业（演示）'],
  ['community-service', '社区便民维修服务', '示例社区居民委员会（演示）'],
  ['survey-and-research', '乡村产业调查', '示例镇人民政府（演示）'],
  ['innovation', '创业门店运营', '示例创业园（演示）'],
  ['culture-and-sports', '非遗文化传承', '示例文化馆（演示）'],
] as const

const practices = (demo: DemoContext): DemoRow[] => {
  const random = demo.random('social-practices')
  return someStudents(300, 8).map((place, i) => {
    const [kind, project, organisation] = PRACTICES[i % PRACTICES.length]!
    const startsOn = dayBetween(random, '2023-09-05', '2024-01-05')
    return {
      $key: place.number,
      ...whose(demo, place),
      project,
      kind,
      organisation,
      place: '示例市示例区示例街道',
      startsOn,
      endsOn: daysAfter(startsOn, random.between(2, 10)),
      tutor: teacherOf(demo, place, random),
      content: `参加“${project}”，分组完成任务并每日记录。`,
      outcome: '提交实践报告一份',
      appraisal: random.pick(['优秀', '良好', '合格', null]),
    }
  })
}

const hardship = (demo: DemoContext): DemoRow[] => {
  const random = demo.random('hardship-recognitions')
  return someStudents(400, 9).map((place, i) => ({
    $key: place.number,
    ...studentOf(demo, place),
    recognisedOn: dayBetween(random, '2023-09-20', '2023-10-31'),
    grade: random.pick(['first', 'second', 'second', 'third', 'third']),
    recognition: i < 380 ? 'recognised' : i < 390 ? 'under-review' : i < 396 ? 'pending' : 'not-recognised',
  }))
}

const PROGRAMMES = [
  ['国家助学金', 'grant', '每生每年3300元', '中央财政', 'central'],
  ['国家励志奖学金', 'scholarship', '每生每年5000元', '中央财政', 'central'],
  ['生源地信用助学贷款', 'loan', '每生每年不超过12000元', '示例银行（演示）', 'financial-institution'],
  ['校内勤工助学', 'work-study', '每小时不低于15元', '学校', 'college-income'],
  ['临时困难补助', 'hardship-allowance', '每人一次500元至2000元', '学校', 'college-income'],
  ['企业助学金', 'grant', '每生每年2000元', '示例企业基金会（演示）', 'donation'],
] as const

const aid = (demo: DemoContext): DemoRow[] => {
  const random = demo.random('aid-applications')
  return someStudents(400, 10).map((place, i) => {
    const [programme, kind, standard, funder, fundingSource] = PROGRAMMES[i % PROGRAMMES.length]!
    const appliedOn = dayBetween(random, '2023-09-12', '2023-10-20')
    const isDecided = i < 388
    return {
      $key: place.number,
      ...studentOf(demo, place),
      programme,
      kind,
      standard,
      funder,
      fundingSource,
      appliedOn,
      decidedAt: isDecided ? momentOn(random, daysAfter(appliedOn, random.between(5, 40)), 9, 17) : null,
      decision: isDecided ? (i % 15 === 14 ? 'refused' : 'approved') : null,
    }
  })
}

const TOPICS = ['学业压力', '人际交往', '睡眠', '情绪管理', '职业规划', '家庭关系', '适应新环境'] as const

function counselling(demo: DemoContext): DemoRow[] {
  const random = demo.random('counselling-days')
  const days = Array.from({ length: 134 }, (_, i) => daysAfter('2023-09-04', i))
  return days
    .filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))
    .map((day) => {
      const sessions = random.between(1, 9)
      return {
        $key: day,
        day,
        sessions,
        appointments: sessions + random.between(0, 3),
        topics: random.shuffle(TOPICS).slice(0, random.between(1, 3)).join('，'),
      }
    })
}

const SCALES = [
  ['SCL-90', '症状自评量表'],
  ['SAS', '焦虑自评量表'],
  ['SDS', '抑郁自评量表'],
  ['UPI', '大学生人格问卷'],
] as const

function assessments(demo: DemoContext): DemoRow[] {
  const random = demo.random('psychological-assessments')
  return Array.from({ length: 400 }, (_, i) => {
    const [scaleNumber, scaleName] = i < 300 ? SCALES[3] : SCALES[i % 3]!
    return {
      $key: `PA${serial(i + 1)}`,
      number: `CP2023-${serial(i + 1)}`,
      major: demo.id(
        'majors',
        i < 300
          ? placesOf[2023][Math.floor((i * placesOf[2023].length) / 300)]!.major
          : random.pick(MAJORS[FACULTIES[i % FACULTIES.length]!]),
      ),
      assessedOn: i < 300 ? dayBetween(random, '2023-10-09', '2023-10-27') : schoolDay(random),
      scaleNumber,
      scaleName,
      minutes: random.between(6, 35),
      kind: i < 300 ? 'survey' : 'self-test',
      advice: i % 10 === 0 ? '保持规律作息，如有需要可预约咨询。' : null,
    }
  })
}

export const studentLifeDemo: DemoPart = (demo) => {
  const { activities, participations } = activityRows(demo)
  return [
    { register: 'student-clubs', rows: clubRows(demo) },
    { register: 'club-memberships', rows: memberships(demo) },
    { register: 'club-activities', rows: activities },
    { register: 'club-activity-participations', rows: participations },
    { register: 'student-contests', rows: contests(demo) },
    { register: 'social-practices', rows: practices(demo) },
    { register: 'hardship-recognitions', rows: hardship(demo) },
    { register: 'aid-applications', rows: aid(demo) },
    { register: 'counselling-days', rows: counselling(demo) },
    { register: 'psychological-assessments', rows: assessments(demo) },
  ]
}
