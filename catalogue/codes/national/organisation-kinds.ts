import { defineCodes } from '../../../src/language/codes.ts'

/** Kinds of organisation by the standard. Destinations of graduates are counted by `employerKinds`. */
export const organisationKinds = defineCodes({
  name: 'organisation-kinds',
  label: { zh: '单位性质', en: 'Kind of organisation' },
  officialName: 'DWXZDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    government: { zh: '机关', en: 'Government' },
    'public-institution': { zh: '事业单位', en: 'Public institution' },
    'state-owned': { zh: '国有企业', en: 'State-owned enterprise' },
    private: { zh: '民营（私营）企业', en: 'Private enterprise' },
    military: { zh: '部队', en: 'Armed forces' },
    'social-organisation': { zh: '社会组织机构', en: 'Social organisation' },
    'international-organisation': { zh: '国际组织机构', en: 'International organisation' },
    'defence-industry': { zh: '国防科工机构', en: 'Defence science and industry' },
    financial: { zh: '财政金融机构', en: 'Public finance or financial institution' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    government: '10',
    'public-institution': '20',
    'state-owned': '31',
    private: '33',
    military: '40',
    'social-organisation': '50',
    'international-organisation': '60',
    'defence-industry': '70',
    financial: '80',
    other: '99',
  },
})
