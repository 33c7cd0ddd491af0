import { defineStandardTable } from '../../../../src/language/standard.ts'
import { cardIdentificationWays } from '../../../codes/national/card-identification-ways.ts'
import { cardPlaceKinds } from '../../../codes/national/card-place-kinds.ts'
import { cardAuthentications } from '../../../registers/services/card-authentications.ts'
import { collectedAt, college, key } from '../columns.ts'
import { national } from '../standard.ts'

export const cardAuthenticationsTable = defineStandardTable(national, cardAuthentications, {
  name: 'ODS_YKTRZSJ',
  number: 85,
  code: 'ZYGFW0102',
  label: { zh: '一卡通认证', en: 'Campus card checks' },
  every: 'day',
  covers: { zh: '本学年秋季学期', en: 'The autumn term of this school year' },
  unique: [['RZRQ', 'CSLXM', 'RZLXM']],
  columns: [
    key,
    college(),
    ['ZYGFW010201', 'CSLXM', '场所类型码', 'C2', 'M', 'place', cardPlaceKinds],
    ['ZYGFW010202', 'RZLXM', '认证类型码', 'C2', 'M', 'way', cardIdentificationWays],
    ['ZYGFW010203', 'RZRQ', '认证日期', 'C8', 'M', 'day', 'GB/T 7408'],
    ['ZYGFW010204', 'RZRC', '认证人次', 'N8', 'M', 'times'],
    collectedAt(),
  ],
})
