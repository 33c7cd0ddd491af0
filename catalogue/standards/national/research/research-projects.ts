import { defineStandardTable } from '../../../../src/language/standard.ts'
import { researchProjectCategories } from '../../../codes/national/research-project-categories.ts'
import { researchProjects } from '../../../registers/research/research-projects.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

/** JXRQ must be filled: a project that still runs has the day on which it is to end. */
export const researchProjectsTable = defineStandardTable(national, researchProjects, {
  name: 'ODS_KYXMJBSJ',
  number: 77,
  code: 'ZYGKY0101',
  label: { zh: '科研项目基本', en: 'Research projects' },
  every: 'month',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['KYXMBH']],
  order: [
    ['SBRQ', 'LXRQ'],
    ['LXRQ', 'JXRQ'],
  ],
  columns: [
    key,
    college(),
    ['ZYGKY010101', 'KYXMBH', '科研项目编号', 'C32', 'M', 'number'],
    ['ZYGKY010102', 'KYXMMC', '科研项目名称', 'C400', 'M', 'name'],
    ['ZYGKY010103', 'KYXMLBM', '科研项目类别码', 'C2', 'M', 'category', researchProjectCategories],
    ['ZYGKY010104', 'KYXMZT', '科研项目主题', 'C300', 'O', 'theme'],
    ['ZYGKY010105', 'KYXMNRJJ', '科研项目内容简介', 'T2000', 'O', 'summary'],
    ['ZYGKY010106', 'KTRQ', '开题日期', 'C8', 'O', 'openedOn', 'GB/T 7408'],
    ['ZYGKY010107', 'SBRQ', '申报日期', 'C8', 'O', 'appliedOn', 'GB/T 7408'],
    ['ZYGKY010108', 'LXRQ', '立项日期', 'C8', 'O', 'approvedOn', 'GB/T 7408'],
    ['ZYGKY010109', 'JXRQ', '结项日期', 'C8', 'M', { first: ['closedOn', 'plannedEndOn'] }, 'GB/T 7408'],
    ['ZYGKY010110', 'KYXMFZR', '科研项目负责人', 'C36', 'O', 'leader.name'],
    ['ZYGKY010111', 'XMLXJF', '项目立项经费', 'M20', 'O', 'grant'],
    ['ZYGKY010112', 'CYXSS', '参与学生数', 'N5', 'M', 'students'],
    ['ZYGKY010113', 'CYJSS', '参与教师数', 'N5', 'M', 'teachers'],
    collectedAt(),
  ],
})
