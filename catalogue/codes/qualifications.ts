import { defineCodes } from '../../src/language/codes.ts'

export const titleLevels = defineCodes({
  name: 'title-levels',
  label: { zh: '专业技术职务级别', en: 'Level of professional title' },
  source: 'GB/T 12407',
  values: {
    full: { zh: '正高级', en: 'Full senior' },
    associate: { zh: '副高级', en: 'Associate senior' },
    intermediate: { zh: '中级', en: 'Intermediate' },
    junior: { zh: '初级', en: 'Junior' },
    none: { zh: '未评', en: 'None' },
  },
  official: { full: '1', associate: '2', intermediate: '3', junior: '4', none: '9' },
})

export const titleSeries = defineCodes({
  name: 'title-series',
  label: { zh: '职称系列', en: 'Series of title' },
  values: {
    teaching: { zh: '高等学校教师', en: 'College teaching' },
    research: { zh: '科学研究', en: 'Research' },
    engineering: { zh: '工程技术', en: 'Engineering' },
    economics: { zh: '经济/会计', en: 'Economics and accounting' },
    library: { zh: '图书资料/档案', en: 'Library and archives' },
    laboratory: { zh: '实验技术', en: 'Laboratory' },
    other: { zh: '其他', en: 'Other' },
  },
})

export const degrees = defineCodes({
  name: 'degrees',
  label: { zh: '学位', en: 'Degree' },
  source: 'GB/T 6864',
  values: {
    doctor: { zh: '博士', en: 'Doctor' },
    master: { zh: '硕士', en: 'Master' },
    bachelor: { zh: '学士', en: 'Bachelor' },
    none: { zh: '无', en: 'None' },
  },
  official: { doctor: '2', master: '3', bachelor: '4' },
})

export const educationLevels = defineCodes({
  name: 'education-levels',
  label: { zh: '学历', en: 'Level of education' },
  source: 'GB/T 4658',
  values: {
    doctoral: { zh: '博士研究生', en: 'Doctoral studies' },
    master: { zh: '硕士研究生', en: 'Master studies' },
    undergraduate: { zh: '大学本科', en: 'Undergraduate' },
    diploma: { zh: '大学专科', en: 'Diploma' },
    lower: { zh: '专科以下', en: 'Below diploma' },
  },
  official: { doctoral: '11', master: '14', undergraduate: '20', diploma: '30', lower: '60' },
})
