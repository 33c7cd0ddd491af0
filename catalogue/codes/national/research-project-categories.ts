import { defineCodes } from '../../../src/language/codes.ts'

export const researchProjectCategories = defineCodes({
  name: 'research-project-categories',
  label: { zh: '科研项目类别', en: 'Category of research project' },
  officialName: 'KYXMLBDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    'with-enterprises': { zh: '校企合作项目', en: 'With enterprises' },
    'teaching-and-research': { zh: '教研和科研类别', en: 'Teaching and research' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    'with-enterprises': '1',
    'teaching-and-research': '2',
    other: '9',
  },
})
