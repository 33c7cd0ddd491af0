import { defineCodes } from '../../../src/language/codes.ts'

export const nationalPlatformResourceKinds = defineCodes({
  name: 'national-platform-resource-kinds',
  label: { zh: '国家平台对接资源类型', en: 'Kind of resource on the national platform' },
  officialName: 'GJPTDJZYLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'major-resource-library': { zh: '专业教学资源库', en: 'Teaching resource library of a major' },
    'online-course': { zh: '在线精品课程', en: 'Quality online course' },
    'open-video-course': { zh: '视频公开课', en: 'Open video course' },
    'virtual-simulation': { zh: '虚拟仿真实训资源', en: 'Virtual simulation resource' },
    'digital-textbook': { zh: '数字教材', en: 'Digital textbook' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'major-resource-library': '1',
    'online-course': '2',
    'open-video-course': '3',
    'virtual-simulation': '4',
    'digital-textbook': '5',
    other: '9',
  },
})
