import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, files, integer, longText, money, person, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { researchProjectCategories } from '../../codes/national/research-project-categories.ts'
import { researchActivities } from '../../codes/research-activities.ts'
import { reviewed } from '../../lifecycles.ts'

/** Projects granted by an authority or a fund (纵向项目), and the college's own. */
export const researchProjects = defineRegister({
  name: 'research-projects',
  label: { zh: '纵向科研项目', en: 'Research projects' },
  area: 'research',
  title: 'name',
  unit: 'unit',
  person: 'leader',
  owner: 'research',
  fields: {
    number: text({ zh: '项目编号', en: 'Project number' }, { required: true, maxLength: 32 }),
    name: text({ zh: '项目名称', en: 'Name' }, { required: true, maxLength: 200 }),
    level: choice(
      { zh: '项目级别', en: 'Level' },
      {
        national: { zh: '国家级', en: 'National' },
        provincial: { zh: '省部级', en: 'Provincial or ministerial' },
        municipal: { zh: '厅局级', en: 'Departmental' },
        college: { zh: '校级', en: 'College' },
      },
      { required: true, indexed: true },
    ),
    weight: choice(
      { zh: '项目类别', en: 'Weight' },
      {
        major: { zh: '重大', en: 'Major' },
        key: { zh: '重点', en: 'Key' },
        general: { zh: '一般', en: 'General' },
        youth: { zh: '青年', en: 'Young researchers' },
      },
      { secondary: true },
    ),
    field: choice(
      { zh: '学科门类', en: 'Field' },
      {
        natural: { zh: '自然科学', en: 'Natural science and engineering' },
        social: { zh: '人文社会科学', en: 'Humanities and social science' },
        teaching: { zh: '教育教学改革', en: 'Teaching reform' },
      },
      { required: true, indexed: true },
    ),
    category: choice({ zh: '科研项目类别', en: 'Category' }, researchProjectCategories, {
      required: true,
      default: 'teaching-and-research',
      secondary: true,
    }),
    activity: choice({ zh: '科研活动类型', en: 'Activity' }, researchActivities, { required: true, secondary: true }),
    theme: text({ zh: '项目主题', en: 'Theme' }, { maxLength: 300, secondary: true }),
    funder: text({ zh: '立项部门', en: 'Funder' }, { required: true, maxLength: 100 }),
    appliedOn: date({ zh: '申报日期', en: 'Applied on' }, { secondary: true }),
    approvedOn: date({ zh: '立项日期', en: 'Approved on' }, { required: true, indexed: true }),
    openedOn: date({ zh: '开题日期', en: 'Opened on' }, { secondary: true }),
    plannedEndOn: date({ zh: '计划结题日期', en: 'Planned end' }, { required: true, secondary: true }),
    closedOn: date({ zh: '结题日期', en: 'Closed on' }, { secondary: true }),
    unit: unit({ zh: '承担部门', en: 'Unit' }, { required: true, indexed: true }),
    leader: person({ zh: '项目负责人', en: 'Leader' }, { required: true }),
    role: choice(
      { zh: '承担方式', en: 'Role' },
      { lead: { zh: '主持', en: 'Lead' }, partner: { zh: '参与', en: 'Partner' } },
      { required: true, default: 'lead' },
    ),
    grant: money({ zh: '立项经费', en: 'Grant' }, { min: '0' }),
    ownFunds: money({ zh: '学校配套经费', en: "College's own funds" }, { min: '0', secondary: true }),
    teachers: integer(
      { zh: '参与教师数', en: 'Teachers taking part' },
      { required: true, min: 1, max: 99_999, secondary: true },
    ),
    students: integer(
      { zh: '参与学生数', en: 'Students taking part' },
      { required: true, min: 0, max: 99_999, default: 0, secondary: true },
    ),
    approval: files({ zh: '立项文件', en: 'Approval' }, { maxFiles: 5, secondary: true }),
    summary: longText({ zh: '内容简介', en: 'Summary' }, { maxLength: 2000, secondary: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  check: (project) => [
    ...(project.closedOn && project.closedOn < project.approvedOn
      ? [
          {
            field: 'closedOn',
            message: { zh: '结题日期早于立项日期', en: 'The project closed before it was approved' },
          },
        ]
      : []),
    ...(project.plannedEndOn && project.plannedEndOn < project.approvedOn
      ? [
          {
            field: 'plannedEndOn',
            message: { zh: '计划结题日期早于立项日期', en: 'The planned end lies before the approval' },
          },
        ]
      : []),
  ],
  statistics: [
    { count: 'all', by: 'level' },
    { count: 'all', by: 'unit' },
    { sum: 'grant', by: 'level' },
  ],
  order: '-approvedOn',
})
