import { defineRegister } from '../../../src/language/register.ts'
import {
  choice,
  date,
  files,
  integer,
  money,
  person,
  reference,
  text,
  unit,
  yesNo,
} from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** Training that leads to no degree: for workers, teachers, farmers, veterans and others. */
export const trainingProjects = defineRegister({
  name: 'training-projects',
  label: { zh: '非学历培训项目', en: 'Training projects' },
  area: 'research',
  title: 'name',
  unit: 'unit',
  person: 'leader',
  owner: 'continuing-education',
  fields: {
    number: text({ zh: '项目编号', en: 'Number' }, { required: true, maxLength: 32 }),
    name: text({ zh: '项目名称', en: 'Name' }, { required: true, maxLength: 200 }),
    audience: choice(
      { zh: '培训对象', en: 'Audience' },
      {
        employees: { zh: '企业职工', en: 'Employees' },
        teachers: { zh: '教师', en: 'Teachers' },
        officials: { zh: '党政干部', en: 'Officials' },
        farmers: { zh: '职业农民', en: 'Farmers' },
        veterans: { zh: '退役军人', en: 'Veterans' },
        students: { zh: '学生', en: 'Students' },
        residents: { zh: '社区居民', en: 'Residents' },
        others: { zh: '其他', en: 'Others' },
      },
      { required: true, indexed: true },
    ),
    kind: choice(
      { zh: '培训类别', en: 'Kind' },
      {
        skills: { zh: '职业技能培训', en: 'Skills' },
        'new-staff': { zh: '新员工入职培训', en: 'New staff' },
        'national-teachers': { zh: '国培计划', en: 'National teacher training' },
        management: { zh: '管理能力培训', en: 'Management' },
        assessment: { zh: '技能等级考前培训', en: 'Before skill assessment' },
        community: { zh: '社区教育', en: 'Community education' },
      },
      { required: true, indexed: true },
    ),
    commissioner: reference({ zh: '委托单位', en: 'Commissioned by' }, 'partners', { indexed: true }),
    unit: unit({ zh: '承办部门', en: 'Unit' }, { required: true, indexed: true }),
    leader: person({ zh: '项目负责人', en: 'Leader' }),
    startOn: date({ zh: '开始日期', en: 'Starts on' }, { required: true }),
    endOn: date({ zh: '结束日期', en: 'Ends on' }, { required: true, indexed: true }),
    classes: integer({ zh: '班次', en: 'Classes' }, { required: true, min: 1 }),
    persons: integer({ zh: '培训人数', en: 'Persons' }, { required: true, min: 1 }),
    personTimes: integer(
      { zh: '培训人次', en: 'Attendances' },
      { required: true, min: 1, help: { zh: '一人参加两期计 2 人次', en: 'One person in two courses counts twice' } },
    ),
    hours: integer({ zh: '培训学时', en: 'Hours' }, { required: true, min: 1, unit: { zh: '学时', en: 'hours' } }),
    publicBenefit: yesNo(
      { zh: '公益项目', en: 'For the public benefit' },
      { required: true, default: false, indexed: true },
    ),
    mode: choice(
      { zh: '培训方式', en: 'Mode' },
      {
        onsite: { zh: '线下', en: 'On site' },
        online: { zh: '线上', en: 'Online' },
        mixed: { zh: '线上线下结合', en: 'Mixed' },
      },
      { secondary: true },
    ),
    place: text({ zh: '培训地点', en: 'Place' }, { maxLength: 100, secondary: true }),
    agreedFee: money({ zh: '合同金额', en: 'Agreed fee' }, { min: '0' }),
    files: files({ zh: '方案与总结', en: 'Plan and report' }, { maxFiles: 10, secondary: true }),
    year: integer({ zh: '结束年份', en: 'Year' }, { derived: true, indexed: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  derive: (project) => ({ year: Number(project.endOn.slice(0, 4)) }),
  check: (project) => [
    ...(project.startOn > project.endOn
      ? [{ field: 'endOn', message: { zh: '结束日期早于开始日期', en: 'The training ends before it starts' } }]
      : []),
    ...(project.personTimes < project.persons
      ? [
          {
            field: 'personTimes',
            message: { zh: '培训人次少于培训人数', en: 'There are fewer attendances than persons' },
          },
        ]
      : []),
  ],
  statistics: [
    { count: 'all', by: 'audience' },
    { sum: 'personTimes', by: 'audience' },
    { sum: 'hours', by: 'unit' },
  ],
  order: '-endOn',
})
