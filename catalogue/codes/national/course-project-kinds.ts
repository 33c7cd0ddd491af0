import { defineCodes } from '../../../src/language/codes.ts'

export const courseProjectKinds = defineCodes({
  name: 'course-project-kinds',
  label: { zh: '课程建设类别', en: 'Kind of course project' },
  officialName: 'KCJSLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'quality-course': { zh: '精品课程', en: 'Quality course' },
    'shared-resource-course': { zh: '精品资源共享课', en: 'Shared quality course' },
    'open-video-course': { zh: '精品视频公开课', en: 'Open quality video course' },
    'open-online-course': { zh: '精品在线开放课程', en: 'Open quality online course' },
    'online-quality-course': { zh: '在线精品课程', en: 'Online quality course' },
    'ideology-model-course': { zh: '课程思政示范课程', en: 'Model course of ideological education' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'quality-course': '1',
    'shared-resource-course': '2',
    'open-video-course': '3',
    'open-online-course': '4',
    'online-quality-course': '5',
    'ideology-model-course': '6',
    other: '9',
  },
})
