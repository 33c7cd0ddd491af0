import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, files, integer, reference, text, unit } from '../../../src/language/fields.ts'
import { openToMembers } from '../../access.ts'
import { countries } from '../../codes/countries.ts'
import { jointEducationKinds } from '../../codes/national/joint-education-kinds.ts'
import { reviewed } from '../../lifecycles.ts'

/** Programmes run at home with a foreign school, one record per major. */
export const jointProgrammes = defineRegister({
  name: 'joint-programmes',
  label: { zh: '中外合作办学', en: 'Joint programmes' },
  area: 'international',
  title: 'name',
  unit: 'unit',
  owner: 'international',
  fields: {
    name: text({ zh: '机构/项目名称', en: 'Name' }, { required: true, maxLength: 200 }),
    kind: choice({ zh: '合作办学类别', en: 'Kind' }, jointEducationKinds, { required: true }),
    partnerSchool: text({ zh: '外方院校', en: 'Foreign school' }, { required: true, maxLength: 200 }),
    country: choice({ zh: '合作国家', en: 'Country' }, countries, { required: true, indexed: true }),
    major: reference({ zh: '开设专业', en: 'Major' }, 'majors', { required: true, indexed: true }),
    unit: unit({ zh: '承办学院', en: 'Faculty' }, { required: true, indexed: true }),
    approvalNumber: text({ zh: '批准书编号', en: 'Approval number' }, { maxLength: 60 }),
    approvedOn: date({ zh: '批准日期', en: 'Approved on' }, { required: true }),
    validUntil: date({ zh: '有效期至', en: 'Valid until' }, { indexed: true }),
    firstIntake: integer({ zh: '招生开始年份', en: 'First intake' }, { min: 1985, max: 2100 }),
    lastIntake: integer({ zh: '招生截止年份', en: 'Last intake' }, { min: 1985, max: 2100 }),
    intakes: integer(
      { zh: '开办期数', en: 'Intakes so far' },
      { required: true, min: 0, max: 99, default: 0, secondary: true },
    ),
    placesPerIntake: integer({ zh: '每期招生人数', en: 'Places per intake' }, { min: 0, secondary: true }),
    students: integer(
      { zh: '在校生数', en: 'Students now' },
      { required: true, min: 0, default: 0, secondary: true, unit: { zh: '人', en: 'students' } },
    ),
    foreignCourses: integer({ zh: '引进课程门数', en: 'Foreign courses' }, { min: 0, secondary: true }),
    approval: files({ zh: '批准文件', en: 'Approval' }, { maxFiles: 5, secondary: true }),
  },
  unique: [['name', 'major']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: openToMembers,
  check: (programme) => [
    ...(programme.validUntil && programme.validUntil < programme.approvedOn
      ? [{ field: 'validUntil', message: { zh: '有效期早于批准日期', en: 'The approval ends before it begins' } }]
      : []),
    ...(programme.firstIntake && programme.lastIntake && programme.lastIntake < programme.firstIntake
      ? [
          {
            field: 'lastIntake',
            message: { zh: '招生截止年份早于开始年份', en: 'The last intake lies before the first' },
          },
        ]
      : []),
  ],
  order: 'name',
})
