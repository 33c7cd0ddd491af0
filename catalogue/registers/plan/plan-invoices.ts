import {
  choice,
  date,
  defineRegister,
  files,
  money,
  person,
  reference,
  text,
  unit,
} from '../../../src/language/index.ts'
import { planClaimAccess } from './access.ts'

/** One invoice is one invoice, however its number is typed: full-width digits, blanks and small letters do not count. */
const plain = (number: string | null) =>
  (number ?? '')
    .normalize('NFKC')
    .replaceAll(/[^0-9A-Za-z]/g, '')
    .toUpperCase()

/** Invoices of claims. One that is used cannot be used again, under another file name or spelling neither. */
export const planInvoices = defineRegister({
  name: 'plan-invoices',
  label: { zh: '报账发票', en: 'Invoices of claims' },
  area: 'plan',
  owner: 'finance',
  help: {
    zh: '同一张发票只能报一次：号码相同（不论全角、空格）或文件内容相同都会被拒绝。报账撤销或冲销后，发票可以重新使用。',
    en: 'An invoice is claimed once: the same number, however it is typed, or the same file is refused. It is free again when its claim is cancelled or reversed.',
  },
  title: 'number',
  unit: 'unit',
  person: 'claimant',
  fields: {
    claim: reference({ zh: '报账', en: 'Claim' }, 'plan-claims', { required: true }),
    unit: unit({ zh: '责任单位', en: 'Unit' }, { required: true }),
    claimant: person({ zh: '报账人', en: 'Claimant' }, { secondary: true }),
    number: text({ zh: '发票号码', en: 'Number' }, { required: true, maxLength: 40 }),
    code: text(
      { zh: '发票代码', en: 'Code' },
      { maxLength: 40, help: { zh: '数电发票没有代码', en: 'Fully digital invoices have none' } },
    ),
    issuedOn: date({ zh: '开票日期', en: 'Issued on' }, { required: true }),
    amount: money({ zh: '价税合计', en: 'Amount with tax' }, { required: true, min: '0.01' }),
    seller: text({ zh: '销售方', en: 'Seller' }, { required: true, maxLength: 120 }),
    buyer: text({ zh: '购买方', en: 'Buyer' }, { maxLength: 120, secondary: true }),
    kind: choice(
      { zh: '发票类别', en: 'Kind' },
      {
        digital: { zh: '数电发票', en: 'Fully digital' },
        electronic: { zh: '电子发票', en: 'Electronic' },
        paper: { zh: '纸质发票', en: 'Paper' },
        other: { zh: '其他票据', en: 'Other receipt' },
      },
      { required: true, default: 'digital' },
    ),
    file: files(
      { zh: '发票文件', en: 'File' },
      { maxFiles: 1, help: { zh: 'OFD、PDF、XML 或照片', en: 'OFD, PDF, XML or a photograph' } },
    ),
    plainNumber: text(
      { zh: '用于查重的号码', en: 'Number as compared' },
      { maxLength: 40, derived: true, secondary: true, indexed: true },
    ),
    key: text(
      { zh: '发票代码和号码', en: 'Invoice code and number' },
      { maxLength: 80, derived: true, secondary: true },
    ),
  },
  unique: [['key']],
  importKey: ['number'],
  access: planClaimAccess,
  order: '-issuedOn',
  statistics: [{ sum: 'amount', by: 'kind' }],
  derive: (invoice) => ({
    plainNumber: plain(invoice.number),
    key: `${plain(invoice.code)}${plain(invoice.number)}`,
  }),
  check: (invoice) =>
    plain(invoice.number) === ''
      ? [
          {
            field: 'number',
            message: { zh: '发票号码没有数字或字母', en: 'The number has neither digits nor letters' },
          },
        ]
      : [],
})
