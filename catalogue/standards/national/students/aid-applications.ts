import { defineStandardTable } from '../../../../src/language/standard.ts'
import { approvalResults } from '../../../codes/national/approval-results.ts'
import { studentAidFundingSources } from '../../../codes/national/student-aid-funding-sources.ts'
import { studentAidKinds } from '../../../codes/national/student-aid-kinds.ts'
import { aidApplications } from '../../../registers/students/aid-applications.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

/** An application is reported once it is decided: the standard knows no other state. */
export const aidApplicationsTable = defineStandardTable(national, aidApplications, {
  name: 'ODS_JZDSQSJ',
  number: 47,
  code: 'ZYGXS0202',
  label: { zh: '奖助贷申请', en: 'Applications for aid' },
  every: 'year',
  covers: { zh: '申请奖助贷的在校生', en: 'Students enrolled who applied for aid' },
  where: { decision: { not: null } },
  unique: [['XH', 'JZXMMC', 'SQRQ']],
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'M', 'student.name'],
    ['ZYGXS020201', 'JZXMMC', '奖助项目名称', 'C60', 'M', 'programme'],
    ['ZYGXS020202', 'JZXMZLM', '奖助项目种类码', 'C2', 'M', 'kind', studentAidKinds],
    ['ZYGXS020203', 'JZBZ', '奖助标准', 'T2000', 'M', 'standard'],
    ['ZYGXS020204', 'ZZDWGR', '资助单位/个人', 'C60', 'M', 'funder'],
    ['ZYGXS020205', 'ZJLYM', '资金来源码', 'C5', 'M', 'fundingSource', studentAidFundingSources],
    ['ZYGXS020206', 'SQRQ', '申请日期', 'C8', 'M', 'appliedOn', 'GB/T 7408'],
    ['ZYGXS020207', 'SPSJ', '审批时间', 'C15', 'M', 'decidedAt', 'GB/T 7408'],
    ['ZYGXS020208', 'SPZTM', '审批状态码', 'C1', 'M', 'decision', approvalResults],
    collectedAt(),
  ],
})
