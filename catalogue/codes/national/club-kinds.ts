import { defineCodes } from '../../../src/language/codes.ts'

export const clubKinds = defineCodes({
  name: 'club-kinds',
  label: { zh: '社团类型', en: 'Kind of student club' },
  officialName: 'STLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    academic: { zh: '学术科技类', en: 'Academic and technical' },
    political: { zh: '思想政治类', en: 'Ideological and political' },
    volunteer: { zh: '志愿公益类', en: 'Volunteering' },
    innovation: { zh: '创新创业类', en: 'Innovation and start-ups' },
    sports: { zh: '体育竞技类', en: 'Sports' },
    arts: { zh: '文化艺术类', en: 'Culture and arts' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    academic: '1',
    political: '2',
    volunteer: '3',
    innovation: '4',
    sports: '5',
    arts: '6',
    other: '9',
  },
})
