import { defineStandardTable } from '../../../../src/language/standard.ts'
import { courseNatures } from '../../../codes/national/course-natures.ts'
import { courseRequirements } from '../../../codes/national/course-requirements.ts'
import { courseResources } from '../../../codes/national/course-resources.ts'
import { courseTypes } from '../../../codes/national/course-types.ts'
import { generalCourseCategories } from '../../../codes/national/general-course-categories.ts'
import { qualityCourseLevels } from '../../../codes/national/quality-course-levels.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { courses } from '../../../registers/teaching/courses.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const coursesTable = defineStandardTable(national, courses, {
  name: 'ODS_KCJBSJ',
  number: 5,
  code: 'ZYGJX0101',
  label: { zh: '课程基本', en: 'Courses' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['KCH']],
  order: [
    ['SJJXKSS', 'JXJHGDKSS'],
    ['XNFZSXKSS', 'SJJXKSS'],
  ],
  columns: [
    key,
    college(),
    ['JCTB010404', 'KCMC', '课程名称', 'C60', 'M', 'name'],
    ['ZYGJX010101', 'KCH', '课程号', 'C50', 'M', 'code'],
    [
      'ZYGJX010102',
      'KCLXM',
      '课程类型码',
      'C2',
      'M',
      { from: 'form', to: { theory: '1', mixed: '2', practice: '3' } },
      courseTypes,
    ],
    ['ZYGJX010103', 'KCSXM', '课程属性码', 'C2', 'M', 'requirement', courseRequirements],
    [
      'ZYGJX010104',
      'KCXZM',
      '课程性质码',
      'C2',
      'M',
      { from: 'kind', to: { general: '1', foundation: '2', core: '3', extension: '4', practice: '9' } },
      courseNatures,
    ],
    ['ZYGJX010105', 'GGKLBM', '公共课类别码', 'C2', 'O', 'generalCategory', generalCourseCategories],
    ['ZYGJX010106', 'JPKCJBM', '精品课程级别码', 'C2', 'O', 'qualityLevel', qualityCourseLevels],
    ['ZYGJX010107', 'JXJHGDKSS', '教学计划规定课时数', 'N5', 'M', 'hours'],
    ['ZYGJX010108', 'SJJXKSS', '实践教学课时数', 'N5', 'M', 'practiceHours'],
    ['ZYGJX010109', 'XNFZSXKSS', '虚拟仿真实训课时数', 'N5', 'M', 'simulationHours'],
    ['ZYGJX010110', 'SFKZRTKC', '是否课证融通课程', 'C1', 'M', 'certified', yesOrNo],
    ['ZYGJX010111', 'XGJSMC', '相关竞赛名称', 'T128', 'O', 'contests'],
    ['ZYGJX010112', 'SFXQHZKFKC', '是否校企合作开发课程', 'C1', 'M', 'withEnterprise', yesOrNo],
    ['ZYGJX010113', 'SFYXSKC', '是否有线上课程', 'C1', 'M', 'taughtOnline', yesOrNo],
    ['ZYGJX010114', 'XSKCWZ', '线上课程网址', 'T500', 'O', 'onlineAddress'],
    ['ZYGJX010115', 'SFKCSZSFKC', '是否课程思政示范课程', 'C1', 'M', 'ideologicalModel', yesOrNo],
    ['ZYGJX010116', 'KTJXSJZYXYKCZYM', '课堂教学设计主要选用课程资源码', 'C10', 'O', 'resources', courseResources],
    collectedAt(),
  ],
})
