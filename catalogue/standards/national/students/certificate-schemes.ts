import { defineStandardTable } from '../../../../src/language/standard.ts'
import { assessmentPlaces } from '../../../codes/national/assessment-places.ts'
import { certificateKinds } from '../../../codes/national/certificate-kinds.ts'
import { certificateLevels } from '../../../codes/national/certificate-levels.ts'
import { certificateSchemes } from '../../../registers/teaching/certificate-schemes.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const certificateSchemesTable = defineStandardTable(national, certificateSchemes, {
  name: 'ODS_GZXZSSJ',
  number: 43,
  code: 'ZYGXS0104',
  label: { zh: '1+X证书', en: 'Certificates of vocational skills' },
  every: 'term',
  covers: { zh: '全量数据', en: 'All records' },
  unique: [['ZSH']],
  refers: { ZYH: 'ODS_ZYSZSJ.ZYH' },
  columns: [
    key,
    college(),
    ['ZYGXS010401', 'ZSH', '证书号', 'C32', 'M', 'number'],
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'O', 'major.code'],
    ['ZYGXS010402', 'FZJGBM', '发证机构编码', 'C60', 'M', 'issuerCode'],
    ['ZYGXS010403', 'FZJGMC', '发证机构名称', 'C150', 'M', 'issuer'],
    ['ZYGXS010404', 'ZSMC', '证书名称', 'C80', 'M', 'name'],
    [
      'ZYGXS010405',
      'ZSLX',
      '证书类型',
      'C1',
      'M',
      { from: 'kind', to: { 'vocational-qualification': '1', 'skill-level': '2', 'one-plus-x': '2' } },
      certificateKinds,
    ],
    ['ZYGXS010406', 'ZSDJ', '证书等级', 'C1', 'M', 'topLevel', certificateLevels],
    [
      'ZYGXS010407',
      'JDDD',
      '鉴定地点',
      'C1',
      'M',
      { from: 'assessedHere', to: { true: '1', false: '2' } },
      assessmentPlaces,
    ],
    collectedAt(),
  ],
})
