import { defineCodes } from '../../../src/language/codes.ts'

export const courseResources = defineCodes({
  name: 'course-resources',
  label: { zh: '主要选用课程资源', en: 'Main course resources' },
  officialName: 'ZYXYKCZYDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    media: { zh: '媒体素材', en: 'Media' },
    questions: { zh: '试题', en: 'Questions' },
    papers: { zh: '试卷', en: 'Examination papers' },
    courseware: { zh: '课件', en: 'Courseware' },
    cases: { zh: '案例', en: 'Cases' },
    literature: { zh: '文献资料', en: 'Literature' },
    'online-course': { zh: '网络课程', en: 'Online course' },
    'teaching-software': { zh: '教学工具软件（包括教学APP）', en: 'Teaching software and apps' },
  },
  official: {
    media: '1',
    questions: '2',
    papers: '3',
    courseware: '4',
    cases: '5',
    literature: '6',
    'online-course': '7',
    'teaching-software': '8',
  },
})
