import { choice, defineRegister, integer, month, region, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { collegeDisciplines } from '../../codes/national/college-disciplines.ts'
import { collegeKinds } from '../../codes/national/college-kinds.ts'
import { highLevelCollegeKinds } from '../../codes/national/high-level-college-kinds.ts'
import { highLevelCollegeLevels } from '../../codes/national/high-level-college-levels.ts'
import { sponsorKinds } from '../../codes/national/sponsor-kinds.ts'
import { sponsorLevels } from '../../codes/national/sponsor-levels.ts'

const persons = { zh: '人', en: 'persons' }
const mbps = { zh: 'Mbps', en: 'Mbps' }

/** What the college is: one record, kept up to date. Its totals are those that the college reports for the term. */
export const collegeProfiles = defineRegister({
  name: 'college-profiles',
  label: { zh: '学校基本情况', en: 'College profile' },
  area: 'college',
  owner: 'college-office',
  help: {
    zh: '每所学校一条记录，信息变化时更新。人数等总数按上报学期的实际情况填写。',
    en: 'One record, changed when the college changes. Totals are those of the term that is reported.',
  },
  title: 'name',
  fields: {
    code: text({ zh: '学校代码', en: 'College code' }, { required: true, maxLength: 10, pattern: '[0-9]{10}' }),
    name: text({ zh: '学校名称', en: 'Name' }, { required: true, maxLength: 60 }),
    creditCode: text(
      { zh: '统一社会信用代码', en: 'Unified social credit code' },
      {
        required: true,
        maxLength: 18,
        pattern: '[0-9A-HJ-NPQRTUWXY]{18}',
        help: { zh: '18 位数字和大写字母', en: '18 digits and capital letters' },
      },
    ),
    region: region({ zh: '所在区县', en: 'County' }, { required: true, level: 'county' }),
    foundedIn: month({ zh: '建校年月', en: 'Founded in' }),
    sponsorName: text({ zh: '举办者名称', en: 'Sponsor' }, { required: true, maxLength: 60 }),
    sponsorKind: choice({ zh: '举办者性质', en: 'Kind of sponsor' }, sponsorKinds, { required: true }),
    sponsorLevel: choice({ zh: '举办者级别', en: 'Level of sponsor' }, sponsorLevels, { required: true }),
    discipline: choice({ zh: '学校性质', en: 'Main discipline' }, collegeDisciplines, { required: true }),
    kind: choice({ zh: '办学类型', en: 'Kind of college' }, collegeKinds, { required: true }),
    highLevelKind: choice({ zh: '高水平学校性质', en: 'High-level college' }, highLevelCollegeKinds, {
      required: true,
    }),
    highLevelLevel: choice(
      { zh: '高水平学校（专业群）级别', en: 'Level of the high-level college' },
      highLevelCollegeLevels,
      { required: true },
    ),
    highLevelApprovedBy: text(
      { zh: '高水平学校（专业群）立项部门', en: 'High-level college approved by' },
      { maxLength: 60 },
    ),
    highLevelApprovedIn: month({ zh: '高水平学校（专业群）批准年月', en: 'High-level college approved in' }),
    majorGroups: integer(
      { zh: '专业群数量', en: 'Groups of majors' },
      { required: true, min: 0, max: 99_999, unit: { zh: '个', en: 'groups' } },
    ),
    staff: integer({ zh: '现有教职工总数', en: 'Staff' }, { required: true, min: 0, max: 99_999_999, unit: persons }),
    professionalPosts: integer(
      { zh: '专技岗人数', en: 'In professional posts' },
      { required: true, min: 0, max: 99_999_999, unit: persons },
    ),
    managementPosts: integer(
      { zh: '管理岗人数', en: 'In management posts' },
      { required: true, min: 0, max: 99_999_999, unit: persons },
    ),
    workerPosts: integer(
      { zh: '工勤岗人数', en: "In workers' posts" },
      { required: true, min: 0, max: 99_999_999, unit: persons },
    ),
    students: integer({ zh: '现有学生数', en: 'Students' }, { required: true, min: 0, max: 99_999_999, unit: persons }),
    featuredSystems: integer(
      { zh: '特色信息化系统数', en: 'Featured information systems' },
      { required: true, min: 0, max: 99_999_999, unit: { zh: '个', en: 'systems' } },
    ),
    exitBandwidth: integer(
      { zh: '校园出口带宽', en: 'Bandwidth to the internet' },
      { required: true, min: 0, unit: mbps },
    ),
    backboneBandwidth: integer(
      { zh: '校园主干网带宽', en: 'Bandwidth of the backbone' },
      { required: true, min: 0, unit: mbps },
    ),
    wiredPorts: integer({ zh: '有线网络接入数', en: 'Wired network ports' }, { required: true, min: 0 }),
    wirelessPoints: integer({ zh: '无线网络接入数', en: 'Wireless access points' }, { required: true, min: 0 }),
    multimediaRooms: integer(
      { zh: '多媒体教室数', en: 'Multimedia classrooms' },
      { required: true, min: 0, max: 99_999, unit: { zh: '间', en: 'rooms' } },
    ),
  },
  unique: [['code']],
  access: openToMembers,
  // Somebody may hold two posts, so that the parts may add up to more than the whole.
  check: (profile) =>
    (['professionalPosts', 'managementPosts', 'workerPosts'] as const).flatMap((field) =>
      profile[field] > profile.staff
        ? [{ field, message: { zh: '不能多于教职工总数', en: 'There cannot be more of them than staff' } }]
        : [],
    ),
})
