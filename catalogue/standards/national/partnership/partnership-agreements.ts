import { defineStandardTable } from '../../../../src/language/standard.ts'
import { partnershipAgreements } from '../../../registers/partnership/partnership-agreements.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const partnershipAgreementsTable = defineStandardTable(national, partnershipAgreements, {
  name: 'ODS_CXHZSJ',
  number: 93,
  code: 'ZYGXQ0101',
  label: { zh: '产学合作', en: 'Cooperation with enterprises' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  where: { 'partner.kind': ['state-owned', 'foreign-invested', 'other-enterprise'], major: { not: null } },
  refers: { ZYH: 'ODS_ZYSZSJ.ZYH' },
  columns: [
    key,
    college(),
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'M', 'major.code'],
    ['ZYGXQ010101', 'HZQYTYSHXYDM', '合作企业统一社会信用代码', 'C18', 'M', 'partner.creditCode', 'credit-code'],
    ['ZYGXQ010102', 'HZQYMC', '合作企业名称', 'C200', 'M', 'partner.name'],
    ['ZYGXQ010103', 'HZKSNY', '合作开始年月', 'C6', 'M', 'signedOn', 'GB/T 7408'],
    ['ZYGXQ010104', 'DDPYRS', '订单培养人数', 'N8', 'O', 'orderStudents'],
    ['ZYGXQ010105', 'GTKFKCMS', '共同开发课程门数', 'N8', 'M', 'courses'],
    ['ZYGXQ010106', 'GTKFJCS', '共同开发教材数', 'N8', 'O', 'textbooks'],
    ['ZYGXQ010107', 'ZCXXJZJSS', '支持学校兼职教师数', 'N8', 'O', 'partTimeTeachers'],
    ['ZYGXQ010108', 'JSDGSXXSS', '接受顶岗实习学生数', 'N8', 'O', 'interns'],
    ['ZYGXQ010109', 'JSBYSJYS', '接受毕业生就业数', 'N8', 'O', 'graduates'],
    ['ZYGXQ010110', 'XXWQYJSFWNSR', '学校为企业技术服务年收入', 'M20', 'O', 'serviceIncome'],
    collectedAt(),
  ],
})
