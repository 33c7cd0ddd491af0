import { defineCodes } from '../../../src/language/codes.ts'

export const cardIdentificationWays = defineCodes({
  name: 'card-identification-ways',
  label: { zh: '一卡通认证类型', en: 'Way of identification' },
  officialName: 'YKTRZLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    card: { zh: '卡', en: 'Card' },
    face: { zh: '面部', en: 'Face' },
    fingerprint: { zh: '指纹', en: 'Fingerprint' },
    'qr-code': { zh: '二维码', en: 'QR code' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    card: '1',
    face: '2',
    fingerprint: '3',
    'qr-code': '4',
    other: '9',
  },
})
