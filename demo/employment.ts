import { facultyOf, momentOn, schoolDay, serial, someStudents, whose } from './autumn.ts'
import { FACULTIES, officersOf } from './college.ts'
import type { DemoContext, DemoPart, DemoRow } from './context.ts'
import { MAJORS, partnersOf } from './partnership.ts'
import { yuan } from './shares.ts'

/**
 * What the graduating year wants to do, and visits to enterprises that may take them, in the autumn term of 2023.
 *
 * Keys: employment-intentions '<student number>' · employer-visits 'EV01'…
 */

const NOTES = {
  'further-study': '准备专升本考试',
  employment: '希望从事专业对口的技术岗位',
  other: '应征入伍',
} as const

function intentions(demo: DemoContext): DemoRow[] {
  const random = demo.random('employment-intentions')
  return someStudents(400, 12, [2021]).map((place) => {
    const intention = random.pick([
      'further-study',
      'further-study',
      'employment',
      'employment',
      'employment',
      'other',
    ] as const)
    const partner = random.pick(partnersOf(facultyOf(place)))
    return {
      $key: place.number,
      ...whose(demo, place),
      intention,
      note: NOTES[intention],
      region: random.pick(['500100', '500100', '500100', '510100', '440300', '330100']),
      industry:
        intention === 'further-study' ? 'education' : intention === 'other' ? 'administration' : partner.industry,
      employer: intention === 'employment' ? partner.name : null,
      enteredAt: momentOn(random, schoolDay(random), 8, 22),
    }
  })
}

function visits(demo: DemoContext): DemoRow[] {
  const random = demo.random('employer-visits')
  return Array.from({ length: 70 }, (_, i) => {
    const faculty = FACULTIES[i % FACULTIES.length]!
    const partners = partnersOf(faculty)
    const majors = MAJORS[faculty]
    const posts = random.between(3, 60)
    const hires = Math.floor(posts / 2)
    return {
      $key: `EV${serial(i + 1, 2)}`,
      partner: demo.id('partners', partners[Math.floor(i / FACULTIES.length) % partners.length]!.key),
      visitedOn: schoolDay(random),
      unit: demo.id('units', faculty),
      visitor: demo.id('people', officersOf(faculty).head),
      visitorPost: '院长',
      host: demo.personName(random),
      hostPost: '人力资源经理',
      outcome: random.pick(['agreement', 'intention', 'intention', 'other']),
      wantedMajor: demo.id('majors', majors[i % majors.length]!),
      posts,
      averagePay: yuan(random.between(45, 75) * 100),
      internMajor: demo.id('majors', majors[i % majors.length]!),
      interns: random.between(0, posts),
      internPay: yuan(random.between(22, 40) * 100),
      hireMajor: demo.id('majors', majors[(i + 1) % majors.length]!),
      hires,
      startingPay: yuan(random.between(40, 55) * 100),
      otherCooperation: i % 6 === 0 ? '共同开发课程' : null,
    }
  })
}

export const employmentDemo: DemoPart = (demo) => [
  { register: 'employment-intentions', rows: intentions(demo) },
  { register: 'employer-visits', rows: visits(demo) },
]
