import { defineCodes } from '../../../src/language/codes.ts'

export const serviceRequestKinds = defineCodes({
  name: 'service-request-kinds',
  label: { zh: '办事事务类型', en: 'Kind of service request' },
  officialName: 'BSSWLXDM',
  source: '职业院校数字基座高职数据标准 V3.0.2',
  values: {
    certificate: { zh: '开具证明', en: 'Certificate issued' },
    reimbursement: { zh: '报销发票', en: 'Invoice reimbursed' },
    repair: { zh: '后勤报修', en: 'Repair by logistics' },
    'venue-booking': { zh: '场地预约', en: 'Venue booked' },
    leave: { zh: '请销假', en: 'Leave and return from leave' },
    'seal-use': { zh: '用印申请', en: 'Use of the seal' },
    'procurement-and-contracts': { zh: '采购、合同协议等审批', en: 'Approval of purchases and contracts' },
    supplies: { zh: '物品领用', en: 'Supplies drawn' },
    other: { zh: '其他', en: 'Other' },
  },
  official: {
    certificate: '1',
    reimbursement: '2',
    repair: '3',
    'venue-booking': '4',
    leave: '5',
    'seal-use': '6',
    'procurement-and-contracts': '7',
    supplies: '8',
    other: '9',
  },
})
