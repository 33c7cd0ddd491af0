import { COLLEGE } from './college.ts'
import type { DemoPart, DemoRow } from './context.ts'
import { FULL_TIME_STUDENTS, networkRows } from './facilities.ts'
import { SYSTEMS } from './information-systems.ts'
import { majorsDemo } from './majors.ts'
import { staffDemo } from './staff.ts'
import { CLASSROOMS } from './timetable.ts'

const KINDS_OF_POSTS: Readonly<Record<string, 'professionalPosts' | 'managementPosts' | 'workerPosts'>> = {
  'full-time-teacher': 'professionalPosts',
  counsellor: 'professionalPosts',
  support: 'professionalPosts',
  administrator: 'managementPosts',
  worker: 'workerPosts',
}

/** The one record that describes the college: college-profiles 'college'. Its totals are counted from the other records. */
export const profileDemo: DemoPart = (demo) => {
  const rowsOf = (part: DemoPart, register: string): readonly DemoRow[] =>
    part(demo).find((found) => found.register === register)!.rows
  const posts = rowsOf(staffDemo, 'staff')
    .filter((member) => member['leftOn'] === null)
    .map((member) => KINDS_OF_POSTS[String(member['kind'])])
  const inPosts = (kind: string) => posts.filter((post) => post === kind).length
  const bandwidths = (kind: string) =>
    networkRows()
      .filter((link) => link['kind'] === kind)
      .map((link) => Number(link['bandwidth']))
  return [
    {
      register: 'college-profiles',
      rows: [
        {
          $key: 'college',
          // Codes of no real college: the serial numbers are zeros.
          code: '4150000000',
          name: COLLEGE.zh,
          creditCode: '12500000000000000A',
          region: '500107',
          foundedIn: '2001-03',
          sponsorName: '示例市教育委员会（演示）',
          sponsorKind: 'education-department',
          sponsorLevel: 'provincial-government',
          discipline: 'science-and-engineering',
          kind: 'higher-vocational',
          highLevelKind: 'major-group',
          highLevelLevel: 'national',
          highLevelApprovedBy: '教育部、财政部',
          highLevelApprovedIn: '2019-12',
          majorGroups: rowsOf(majorsDemo, 'major-groups').length,
          staff: posts.length,
          professionalPosts: inPosts('professionalPosts'),
          managementPosts: inPosts('managementPosts'),
          workerPosts: inPosts('workerPosts'),
          students: FULL_TIME_STUDENTS,
          featuredSystems: SYSTEMS.filter((system) => system.featured).length,
          exitBandwidth: bandwidths('exit').reduce((sum, one) => sum + one, 0),
          backboneBandwidth: Math.max(...bandwidths('backbone')),
          wiredPorts: 12600,
          wirelessPoints: 4200,
          multimediaRooms: CLASSROOMS.filter((room) => room.kind === 'multimedia-room').length,
        },
      ],
    },
  ]
}
