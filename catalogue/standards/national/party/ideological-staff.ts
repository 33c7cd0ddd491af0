import { defineStandardTable } from '../../../../src/language/standard.ts'
import { ideologyStaffKinds } from '../../../codes/national/ideology-staff-kinds.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { ideologicalStaff } from '../../../registers/party/ideological-staff.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

// The standard prints ZYGDZ0301, which is another table’s; its columns say ZYGDZ0302.
export const ideologicalStaffTable = defineStandardTable(national, ideologicalStaff, {
  name: 'ODS_SZJZGSJ',
  number: 71,
  code: 'ZYGDZ0302',
  label: { zh: '思政教职工', en: 'Ideological staff' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['JGH']],
  columns: [
    key,
    college(),
    ['ZYGJG010101', 'JGH', '教工号', 'C20', 'M', 'teacher.number'],
    ['ZYGJG010102', 'JSXM', '教师姓名', 'C36', 'O', 'teacher.name'],
    ['ZYGDZ030201', 'RYLXM', '人员类型码', 'C60', 'M', 'kinds', ideologyStaffKinds],
    ['ZYGDZ030202', 'JL', '教龄', 'N20,1', 'O', 'teachingYears'],
    ['ZYGDZ030203', 'ZKSXZYMC', '专科所学专业名称', 'C60', 'O', 'juniorCollegeMajor'],
    ['ZYGDZ030204', 'BKSXZYMC', '本科所学专业名称', 'C60', 'O', 'bachelorMajor'],
    ['ZYGDZ030205', 'SSSXZYMC', '硕士所学专业名称', 'C60', 'O', 'masterMajor'],
    ['ZYGDZ030206', 'BSSXZYMC', '博士所学专业名称', 'C60', 'O', 'doctorMajor'],
    ['ZYGDZ030207', 'BZRFDYNXSZKNX', '班主任辅导员年限/思政课年限', 'N20,1', 'M', 'years'],
    ['ZYGDZ030208', 'SFXLJKKJS', '是否心理健康课教师', 'C1', 'M', 'teachesPsychology', yesOrNo],
    ['ZYGDZ030209', 'SFXLZXS', '是否心理咨询师', 'C1', 'M', 'psychologist', yesOrNo],
    ['ZYGDZ030210', 'SFCYXLZXSZGZS', '是否持有“心理咨询师”资格证书', 'C1', 'M', 'certified', yesOrNo],
    ['ZYGDZ030211', 'XLZXSZGZSBH', '“心理咨询师”资格证书编号', 'C60', 'O', 'certificateNumber'],
    collectedAt(),
  ],
})
