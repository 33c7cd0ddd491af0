import { defineCodes } from '../../src/language/codes.ts'

/** What a claim is for. Fees paid to persons are proven by a signed list, everything else by invoices. */
export const claimKinds = defineCodes({
  name: 'claim-kinds',
  label: { zh: '报账类别', en: 'Kind of claim' },
  values: {
    purchase: { zh: '设备与软件采购', en: 'Equipment and software' },
    service: { zh: '委托服务', en: 'Services' },
    travel: { zh: '差旅', en: 'Travel' },
    meeting: { zh: '会议与培训', en: 'Meetings and training' },
    print: { zh: '印刷与资料', en: 'Printing and materials' },
    labour: { zh: '专家咨询与劳务', en: 'Fees to persons' },
    other: { zh: '其他', en: 'Other' },
  },
})
