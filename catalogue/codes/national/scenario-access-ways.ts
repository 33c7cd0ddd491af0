import { defineCodes } from '../../../src/language/codes.ts'

export const scenarioAccessWays = defineCodes({
  name: 'scenario-access-ways',
  label: { zh: '场景击穿接入方式', en: 'Way of access to the scenario' },
  officialName: 'CJJCJRFSDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'without-password': { zh: '免密登录', en: 'Sign-in without password' },
    'single-sign-on': { zh: '单点认证', en: 'Single sign-on' },
    'public-network': { zh: '公网访问', en: 'Public network' },
  },
  official: {
    'without-password': '1',
    'single-sign-on': '2',
    'public-network': '3',
  },
})
