import { defineStandardTable } from '../../../../src/language/standard.ts'
import { visitResults } from '../../../codes/national/visit-results.ts'
import { studyLevels } from '../../../codes/study-levels.ts'
import { employerVisits } from '../../../registers/employment/employer-visits.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const employerVisitsTable = defineStandardTable(national, employerVisits, {
  name: 'ODS_FQTGSJ',
  number: 95,
  // Printed as ZYGXQ0102, which another table has; its columns say ZYGXQ0201.
  code: 'ZYGXQ0201',
  label: { zh: '访企拓岗', en: 'Visits to employers' },
  every: 'term',
  covers: { zh: '本学年', en: 'This school year' },
  refers: {
    XQZYDM: 'ODS_ZYSZSJ.ZYH',
    JSSXSZYDM: 'ODS_ZYSZSJ.ZYH',
    JSXSJYZYDM: 'ODS_ZYSZSJ.ZYH',
    ZFQYDM: 'ODS_CXHZSJ.HZQYTYSHXYDM',
  },
  columns: [
    key,
    college(),
    ['ZYGXQ020101', 'ZFQYMC', '走访企业名称', 'C200', 'M', 'partner.name'],
    ['ZYGXQ020102', 'ZFQYDM', '走访企业统一社会信用代码', 'C18', 'M', 'partner.creditCode', 'credit-code'],
    ['ZYGJX030101', 'XQZYDM', '需求专业代码', 'C8', 'M', 'wantedMajor.code'],
    ['JCTB010408', 'XQZYMC', '需求专业名称', 'C60', 'M', 'wantedMajor.name'],
    ['ZYGXQ020103', 'XQZYCC', '需求专业层次', 'C60', 'M', 'wantedMajor.level', studyLevels],
    ['ZYGXQ020104', 'KTGGWS', '可提供岗位数', 'C60', 'M', 'posts'],
    ['ZYGXQ020105', 'PJXC', '平均薪酬（元）', 'C60', 'M', 'averagePay'],
    ['ZYGXQ020106', 'QTBFR', '牵头拜访人', 'C60', 'O', 'visitor.name'],
    ['ZYGXQ020107', 'ZW', '职务', 'C60', 'O', 'visitorPost'],
    ['ZYGXQ020108', 'BFSJ', '拜访时间', 'C8', 'M', 'visitedOn', 'GB/T 7408'],
    ['ZYGXQ020109', 'QYJDR', '企业接待人姓名', 'C36', 'O', 'host'],
    ['ZYGXQ020110', 'JDRZW', '接待人职务', 'C30', 'O', 'hostPost'],
    ['ZYGXQ020111', 'FTZYXS', '访谈成果主要形式', 'C60', 'M', 'outcome', visitResults],
    ['ZYGXQ020112', 'JSSXSZYDM', '接受实习生专业代码', 'C8', 'M', 'internMajor.code'],
    ['ZYGXQ020113', 'JSSXSZYMC', '接受实习生专业名称', 'C60', 'M', 'internMajor.name'],
    ['ZYGXQ020114', 'JSSXSZYCC', '接受实习生专业层次', 'C60', 'M', 'internMajor.level', studyLevels],
    ['ZYGXQ020115', 'JSSXSZYRS', '接受实习生人数', 'C60', 'M', 'interns'],
    ['ZYGXQ020116', 'JSSXSZYBC', '接受实习报酬（元）', 'M20', 'M', 'internPay'],
    ['ZYGXQ020117', 'JSXSJYZYDM', '接受学生就业专业代码', 'C8', 'M', 'hireMajor.code'],
    ['ZYGXQ020118', 'JSXSJYZYMC', '接受学生就业专业名称', 'C60', 'M', 'hireMajor.name'],
    ['ZYGXQ020119', 'JSXSJYZYCC', '接受学生就业专业层次', 'C10', 'M', 'hireMajor.level', studyLevels],
    ['ZYGXQ020120', 'JSXSJYRS', '接受学生就业人数', 'C10', 'M', 'hires'],
    ['ZYGXQ020121', 'JSXSJYQXX', '接受学生就业起薪线（元/月）', 'M20', 'M', 'startingPay'],
    ['ZYGXQ020122', 'QTDCYXHZ', '其他达成意向的合作', 'C200', 'O', 'otherCooperation'],
    collectedAt(),
  ],
})
