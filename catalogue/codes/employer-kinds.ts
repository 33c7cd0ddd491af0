import { defineCodes } from '../../src/language/codes.ts'

export const employerKinds = defineCodes({
  name: 'employer-kinds',
  label: { zh: '单位性质', en: 'Kind of employer' },
  source: '高校毕业生就业统计口径；职业院校数字基座高职数据标准 DWXZDM',
  values: {
    government: { zh: '机关', en: 'Government' },
    'public-institution': { zh: '事业单位', en: 'Public institution' },
    'state-owned': { zh: '国有企业', en: 'State-owned enterprise' },
    'foreign-invested': { zh: '三资企业', en: 'Foreign-invested enterprise' },
    'other-enterprise': { zh: '其他企业', en: 'Other enterprise' },
    military: { zh: '部队', en: 'Armed forces' },
    'social-organisation': { zh: '社会组织', en: 'Social organisation' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    government: '10',
    'public-institution': '20',
    'state-owned': '31',
    'other-enterprise': '33',
    military: '40',
    'social-organisation': '50',
    other: '99',
  },
})
