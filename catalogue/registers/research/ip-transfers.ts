import { defineRegister } from '../../../src/language/register.ts'
import { choice, date, files, money, reference, text, unit } from '../../../src/language/fields.ts'
import { byUnit } from '../../access.ts'
import { reviewed } from '../../lifecycles.ts'

/** One record per property that changed hands: a contract over five patents is five records. */
export const ipTransfers = defineRegister({
  name: 'ip-transfers',
  label: { zh: '知识产权转让与许可', en: 'Transfers of intellectual property' },
  area: 'research',
  help: {
    zh: '一项知识产权登记一条；一份合同含多项的，按项拆分金额。',
    en: 'One record per property; the price of a contract over several is split.',
  },
  title: 'number',
  unit: 'unit',
  owner: 'research',
  fields: {
    number: text({ zh: '转让编号', en: 'Number' }, { required: true, maxLength: 40 }),
    property: reference({ zh: '知识产权', en: 'Property' }, 'intellectual-property', { required: true, indexed: true }),
    kind: choice(
      { zh: '方式', en: 'Kind' },
      {
        assignment: { zh: '转让', en: 'Assignment' },
        'exclusive-licence': { zh: '独占许可', en: 'Exclusive licence' },
        'ordinary-licence': { zh: '普通许可', en: 'Ordinary licence' },
        investment: { zh: '作价投资', en: 'Investment in kind' },
      },
      { required: true, indexed: true },
    ),
    transferee: reference({ zh: '受让方', en: 'Transferee' }, 'partners', { required: true, indexed: true }),
    unit: unit({ zh: '所属部门', en: 'Unit' }, { required: true, indexed: true }),
    contractNumber: text({ zh: '合同编号', en: 'Contract number' }, { maxLength: 40 }),
    signedOn: date({ zh: '签订日期', en: 'Signed on' }, { required: true, indexed: true }),
    recordedOn: date({ zh: '变更登记日期', en: 'Recorded on' }, { secondary: true }),
    price: money({ zh: '合同金额', en: 'Price' }, { required: true, min: '0' }),
    received: money({ zh: '到账金额', en: 'Received' }, { min: '0' }),
    receivedOn: date({ zh: '到账日期', en: 'Received on' }, { indexed: true }),
    contract: files({ zh: '合同文本', en: 'Contract' }, { maxFiles: 5, secondary: true }),
  },
  unique: [['number']],
  lifecycle: reviewed,
  counts: ['approved'],
  access: byUnit,
  check: (transfer) => [
    ...((transfer.received === null) === (transfer.receivedOn === null)
      ? []
      : [
          {
            field: 'receivedOn',
            message: { zh: '到账金额与到账日期须同时填写', en: 'Money received needs its day, and a day its money' },
          },
        ]),
    ...(transfer.recordedOn && transfer.recordedOn < transfer.signedOn
      ? [
          {
            field: 'recordedOn',
            message: { zh: '变更登记日期早于签订日期', en: 'It was recorded before it was signed' },
          },
        ]
      : []),
  ],
  statistics: [
    { count: 'all', by: 'kind' },
    { sum: 'received', by: 'unit' },
  ],
  order: '-signedOn',
})
