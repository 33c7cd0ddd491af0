import { defineStandardTable } from '../../../../src/language/standard.ts'
import { certificateLevels } from '../../../codes/national/certificate-levels.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { certificates } from '../../../registers/students/certificates.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const certificatesTable = defineStandardTable(national, certificates, {
  name: 'ODS_XSJNZSSJ',
  number: 41,
  code: 'ZYGXS0102',
  label: { zh: '学生技能证书', en: 'Skill certificates of students' },
  every: 'term',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  where: { kind: ['vocational-qualification', 'skill-level', 'one-plus-x'] },
  unique: [['ZSH']],
  refers: { FZJGBM: 'ODS_GZXZSSJ.FZJGBM' },
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'student.number'],
    ['ZYGJX020101', 'XSXM', '学生姓名', 'C36', 'O', 'student.name'],
    ['ZYGXS010402', 'FZJGBM', '发证机构编码', 'C60', 'M', 'issuerCode'],
    [
      'ZYGXS010406',
      'ZSDJ',
      '证书等级',
      'C1',
      'O',
      {
        from: 'level',
        to: { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', elementary: '6', intermediate: '7', advanced: '8', none: '9' },
      },
      certificateLevels,
    ],
    ['ZYGXS010201', 'ZSH', '证书号', 'C50', 'M', 'number'],
    ['ZYGXS010202', 'ZSMC', '证书名称', 'C100', 'M', 'name'],
    ['ZYGXS010203', 'FZRQ', '发证日期', 'C8', 'O', 'issuedOn', 'GB/T 7408'],
    ['ZYGXS010204', 'SFZCDZZS', '是否支持电子证书', 'C1', 'M', 'electronic', yesOrNo],
    ['ZYGXS010205', 'XZDYCS', '下载/打印次数', 'N5', 'M', 'copies'],
    collectedAt(),
  ],
})
