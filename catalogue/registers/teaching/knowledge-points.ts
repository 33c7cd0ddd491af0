import {
  choice,
  defineRegister,
  integer,
  longText,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/**
 * What a course teaches, cut into points: items, materials and activities of lessons name them, mastery is counted by
 * them. A point that is no longer taught is taken out of use; what named it keeps it.
 */
export const knowledgePoints = defineRegister({
  name: 'knowledge-points',
  label: { zh: '知识点', en: 'Knowledge points' },
  area: 'teaching',
  owner: 'academic-affairs',
  help: {
    zh: '一门课程的知识和技能要点。题目、材料和课堂活动注明知识点后，才能按知识点统计掌握情况。',
    en: 'What a course teaches, point by point. Mastery is counted by the points that items, materials and activities name.',
  },
  title: 'name',
  unit: 'unit',
  person: 'author',
  fields: {
    course: reference({ zh: '课程', en: 'Course' }, 'courses', { required: true, indexed: true }),
    code: text(
      { zh: '知识点编号', en: 'Code' },
      { required: true, maxLength: 20, help: { zh: '同一课程内不重复，如 2.1', en: 'Once in a course, such as 2.1' } },
    ),
    name: text({ zh: '知识点名称', en: 'Name' }, { required: true, maxLength: 60 }),
    place: integer({ zh: '顺序', en: 'Order' }, { required: true, min: 1, max: 9999 }),
    level: choice(
      { zh: '要求', en: 'To be' },
      {
        known: { zh: '了解', en: 'Known' },
        understood: { zh: '理解', en: 'Understood' },
        applied: { zh: '掌握', en: 'Applied' },
        performed: { zh: '熟练操作', en: 'Performed' },
      },
      { required: true, default: 'understood' },
    ),
    objective: longText(
      { zh: '达到的目标', en: 'Objective' },
      { maxLength: 500, help: { zh: '学生学完能做什么', en: 'What a student can do afterwards' } },
    ),
    prerequisites: text(
      { zh: '先修知识点', en: 'Prerequisites' },
      {
        maxLength: 200,
        secondary: true,
        pattern: '[^,，\\s]+([,，][^,，\\s]+)*',
        help: {
          zh: '同一课程中应先掌握的知识点编号，用逗号隔开',
          en: 'Codes of points of the course to be mastered first, separated by commas',
        },
      },
    ),
    unit: unit({ zh: '开课单位', en: 'Taught by unit' }, { required: true, indexed: true }),
    author: person(
      { zh: '维护人', en: 'Kept by' },
      {
        secondary: true,
        help: { zh: '教师可以修改自己维护的知识点', en: 'A teacher may change the points they keep' },
      },
    ),
  },
  unique: [['course', 'code']],
  access: {
    ...openToMembers,
    teacher: { read: 'college', write: 'own' },
  },
  order: 'place',
  statistics: [
    { count: 'all', by: 'course' },
    { count: 'all', by: 'level' },
  ],
  check: ({ code, prerequisites }) =>
    (prerequisites ?? '').split(/[,，]/).includes(code)
      ? [{ field: 'prerequisites', message: { zh: '知识点不能是自己的先修', en: 'A point cannot come before itself' } }]
      : [],
})
