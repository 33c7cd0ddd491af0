import {
  choice,
  date,
  defineCodes,
  defineRegister,
  integer,
  person,
  sex,
  text,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { aboutPersons } from '../../access.ts'
import { degrees, educationLevels, titleLevels, titleSeries } from '../../codes/qualifications.ts'

const kinds = defineCodes({
  name: 'staff-kinds',
  label: { zh: '岗位类别', en: 'Kind of post' },
  values: {
    'full-time-teacher': { zh: '专任教师', en: 'Full-time teacher' },
    administrator: { zh: '管理人员', en: 'Administrator' },
    counsellor: { zh: '专职辅导员', en: 'Full-time counsellor' },
    support: { zh: '教辅人员', en: 'Teaching support' },
    worker: { zh: '工勤技能人员', en: 'Skilled worker' },
  },
})

const teaching = defineCodes({
  name: 'kinds-of-teaching',
  label: { zh: '任教课程类别', en: 'Kind of courses taught' },
  values: {
    professional: { zh: '专业课', en: 'Professional courses' },
    'ideological-political': { zh: '思想政治理论课', en: 'Ideological and political theory' },
    'physical-education': { zh: '体育', en: 'Physical education' },
    art: { zh: '公共艺术（美育）', en: 'Art' },
    general: { zh: '其他公共基础课', en: 'Other general courses' },
  },
})

const doubleQualified = defineCodes({
  name: 'double-qualified-levels',
  label: { zh: '双师型教师认定级别', en: 'Level of double qualification' },
  source: '教师厅〔2022〕2号',
  values: {
    junior: { zh: '初级双师型', en: 'Junior' },
    intermediate: { zh: '中级双师型', en: 'Intermediate' },
    senior: { zh: '高级双师型', en: 'Senior' },
  },
})

/** Everyone in post, and everyone who was: nobody is deleted on leaving, `leftOn` ends them. */
export const staff = defineRegister({
  name: 'staff',
  label: { zh: '教职工', en: 'Staff' },
  help: {
    zh: '教职工基本情况，离校人员填写离校日期，不删除。职称、学位填写当前最高者。',
    en: 'Everyone employed. Give those who leave a leaving date instead of deleting them. Title and degree: the highest held now.',
  },
  area: 'staff',
  owner: 'personnel',
  title: 'name',
  unit: 'unit',
  person: 'person',
  fields: {
    number: text({ zh: '工号', en: 'Staff number' }, { required: true, maxLength: 20 }),
    person: person(
      { zh: '人员', en: 'Person' },
      { help: { zh: '启用本平台前已离校者可为空', en: 'Empty for those who left before this platform was in use' } },
    ),
    name: text({ zh: '姓名', en: 'Name' }, { required: true, maxLength: 60 }),
    unit: unit({ zh: '所属单位', en: 'Unit' }, { required: true, indexed: true }),
    sex: choice({ zh: '性别', en: 'Sex' }, sex, { required: true }),
    bornOn: date({ zh: '出生日期', en: 'Born on' }, { secondary: true }),
    kind: choice({ zh: '岗位类别', en: 'Kind of post' }, kinds, { required: true, indexed: true }),
    onEstablishment: yesNo({ zh: '在编', en: 'On the establishment' }, { required: true }),
    titleLevel: choice({ zh: '职称级别', en: 'Level of title' }, titleLevels, { required: true, indexed: true }),
    titleSeries: choice({ zh: '职称系列', en: 'Series of title' }, titleSeries, { secondary: true }),
    titleOn: date({ zh: '现职称取得日期', en: 'Title held since' }, { secondary: true }),
    highestEducation: choice({ zh: '最高学历', en: 'Highest education' }, educationLevels),
    highestDegree: choice({ zh: '最高学位', en: 'Highest degree' }, degrees, { required: true, indexed: true }),
    doubleQualified: choice({ zh: '双师型认定级别', en: 'Double-qualified level' }, doubleQualified),
    doubleQualifiedOn: date({ zh: '双师型认定日期', en: 'Double-qualified since' }, { indexed: true }),
    teaches: choice({ zh: '任教课程类别', en: 'Teaches' }, teaching, { indexed: true }),
    counsellor: yesNo({ zh: '是否辅导员', en: 'Counsellor' }, { default: false }),
    classAdviser: yesNo({ zh: '是否班主任', en: 'Class adviser' }, { default: false }),
    industryYears: integer(
      { zh: '行业企业工作年限', en: 'Years in industry' },
      { min: 0, max: 60, unit: { zh: '年', en: 'years' }, secondary: true },
    ),
    employedOn: date({ zh: '来校日期', en: 'Employed on' }, { required: true, indexed: true }),
    leftOn: date({ zh: '离校日期', en: 'Left on' }, { indexed: true }),
  },
  unique: [['number']],
  access: aboutPersons,
  order: 'number',
  statistics: [
    { count: 'all', by: 'kind' },
    { count: 'all', by: 'titleLevel' },
    { count: 'all', by: 'highestDegree' },
    { count: 'all', by: 'doubleQualified' },
    { count: 'all', by: 'unit' },
  ],
  check: (member) => [
    ...(member.leftOn && member.leftOn < member.employedOn
      ? [{ field: 'leftOn', message: { zh: '离校日期早于来校日期', en: 'Left before being employed' } }]
      : []),
    ...(member.bornOn && member.bornOn >= member.employedOn
      ? [{ field: 'bornOn', message: { zh: '出生日期不早于来校日期', en: 'Born on or after the day of employment' } }]
      : []),
    ...((member.doubleQualified === null) !== (member.doubleQualifiedOn === null)
      ? [
          {
            field: 'doubleQualifiedOn',
            message: {
              zh: '双师型认定级别与认定日期须同时填写',
              en: 'Give both the level and the date of double qualification, or neither',
            },
          },
        ]
      : []),
    ...(member.kind === 'full-time-teacher' && member.teaches === null
      ? [
          {
            field: 'teaches',
            message: { zh: '专任教师须填写任教课程类别', en: 'Say what a full-time teacher teaches' },
          },
        ]
      : []),
    ...(member.kind === 'counsellor' && member.counsellor !== true
      ? [
          {
            field: 'counsellor',
            message: { zh: '专职辅导员须标记为辅导员', en: 'A full-time counsellor is a counsellor' },
          },
        ]
      : []),
    ...(member.highestDegree === 'doctor' && member.highestEducation && member.highestEducation === 'lower'
      ? [{ field: 'highestEducation', message: { zh: '博士学位与学历不符', en: 'Education does not fit a doctorate' } }]
      : []),
  ],
})
