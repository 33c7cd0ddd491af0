import { defineCodes } from '../../../src/language/codes.ts'

export const accessChannels = defineCodes({
  name: 'access-channels',
  label: { zh: '访问方式', en: 'Way of access' },
  officialName: 'FWFSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    website: { zh: '网站', en: 'Website' },
    client: { zh: '客户端', en: 'Client program' },
    'mini-program': { zh: '小程序', en: 'Mini program' },
    'official-account': { zh: '公众号', en: 'Official account' },
    html5: { zh: 'H5', en: 'HTML5 page' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    website: '1',
    client: '2',
    'mini-program': '3',
    'official-account': '4',
    html5: '5',
    other: '9',
  },
})
