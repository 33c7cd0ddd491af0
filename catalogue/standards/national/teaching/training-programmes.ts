import { defineStandardTable } from '../../../../src/language/standard.ts'
import { trainingProgrammes } from '../../../registers/teaching/training-programmes.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const trainingProgrammesTable = defineStandardTable(national, trainingProgrammes, {
  name: 'ODS_PYFASJ',
  number: 29,
  code: 'ZYGJX0901',
  label: { zh: '培养方案', en: 'Training programmes' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['JHNJ', 'ZYH']],
  order: [
    ['BXXF', 'ZXFYQ'],
    ['BXXS', 'ZXSYQ'],
    ['XXXF', 'ZXFYQ'],
    ['XXXS', 'ZXSYQ'],
  ],
  columns: [
    key,
    college(),
    ['ZYGJX090101', 'JHNJ', '计划年级', 'C4', 'M', 'grade'],
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'M', 'major.code'],
    ['ZYGJX090102', 'ZXFYQ', '总学分要求', 'N20,1', 'M', 'credits'],
    ['ZYGJX090103', 'ZXSYQ', '总学时要求', 'N5', 'M', 'hours'],
    ['JCTB010314', 'JLNY', '建立年月', 'C6', 'M', 'madeIn', 'GB/T 7408'],
    ['ZYGJX090104', 'PYMB', '培养目标', 'T2000', 'M', 'aims'],
    ['ZYGJX090105', 'YQDZSMC', '应取得证书名称', 'T2000', 'O', 'certificates'],
    ['ZYGJX090106', 'BXXF', '必修学分', 'N20,1', 'O', 'requiredCredits'],
    ['ZYGJX090107', 'BXXS', '必修学时', 'N5', 'O', 'requiredHours'],
    ['ZYGJX090108', 'XXXF', '限选学分', 'N20,1', 'O', 'limitedCredits'],
    ['ZYGJX090109', 'XXXS', '限选学时', 'N5', 'O', 'limitedHours'],
    collectedAt(),
  ],
})
