import {
  choice,
  date,
  defineRegister,
  longText,
  money,
  person,
  reference,
  text,
  unit,
  yesNo,
} from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'
import { campusKinds } from '../../codes/national/campus-kinds.ts'
import { collegeAssetClasses } from '../../codes/national/college-asset-classes.ts'
import { countriesByLetters } from '../../codes/national/countries-and-areas.ts'
import { currencies } from '../../codes/national/currencies.ts'
import { fundingAccounts } from '../../codes/national/funding-accounts.ts'
import { propertyRights } from '../../codes/national/property-rights.ts'
import { useStates } from '../../codes/national/use-states.ts'

/** Instruments and equipment, one row per asset. What an enterprise lends stays the enterprise's property. */
export const equipment = defineRegister({
  name: 'equipment',
  label: { zh: '仪器设备', en: 'Equipment' },
  area: 'facilities',
  owner: 'assets',
  title: 'name',
  unit: 'unit',
  fields: {
    number: text({ zh: '资产编号', en: 'Asset number' }, { required: true, maxLength: 30 }),
    name: text({ zh: '设备名称', en: 'Name' }, { required: true, maxLength: 100 }),
    englishName: text({ zh: '英文名称', en: 'English name' }, { maxLength: 180, secondary: true }),
    model: text({ zh: '型号规格', en: 'Model' }, { required: true, maxLength: 100, secondary: true }),
    class: choice({ zh: '资产分类', en: 'Class of asset' }, collegeAssetClasses, {
      required: true,
      default: 'general-equipment',
    }),
    unit: unit({ zh: '使用单位', en: 'Used by' }, { required: true, indexed: true }),
    site: reference({ zh: '存放场所', en: 'Site' }, 'teaching-sites', { indexed: true }),
    room: text(
      { zh: '房间号', en: 'Room number' },
      { maxLength: 60, secondary: true, help: { zh: '不在教学场所的填写。', en: 'For what stands in no site.' } },
    ),
    roomName: text({ zh: '房间名称', en: 'Name of the room' }, { maxLength: 150, secondary: true }),
    campus: choice({ zh: '学校单位层次', en: 'Main college or branch' }, campusKinds, {
      required: true,
      default: 'main',
      secondary: true,
    }),
    property: choice({ zh: '产权', en: 'Property' }, propertyRights, { secondary: true }),
    status: choice({ zh: '使用状况', en: 'Status' }, useStates, { required: true, default: 'in-use', indexed: true }),
    keeper: person({ zh: '保管人', en: 'Keeper' }, { required: true }),
    use: choice(
      { zh: '使用方向', en: 'Use' },
      {
        'teaching-research': { zh: '教学科研', en: 'Teaching and research' },
        administration: { zh: '行政办公', en: 'Administration' },
        services: { zh: '后勤保障', en: 'Services' },
      },
      { required: true, indexed: true },
    ),
    source: choice(
      { zh: '设备来源', en: 'Source' },
      {
        bought: { zh: '购置', en: 'Bought' },
        donated: { zh: '企业捐赠', en: 'Donated' },
        'enterprise-provided': { zh: '企业提供（产权属企业）', en: 'Provided by an enterprise, which owns it' },
        transferred: { zh: '调拨', en: 'Transferred' },
      },
      { required: true, indexed: true },
    ),
    provider: text({ zh: '供货、捐赠或提供单位', en: 'Provider' }, { maxLength: 60 }),
    donor: reference({ zh: '捐赠企业', en: 'Donor' }, 'partners', {
      secondary: true,
      help: { zh: '企业捐赠的填写。', en: 'For what an enterprise gave.' },
    }),
    value: money({ zh: '原值', en: 'Value' }, { required: true, min: '0' }),
    currency: choice({ zh: '价格币种', en: 'Currency of the price' }, currencies, { secondary: true }),
    fundedBy: choice({ zh: '经费科目', en: 'Funded by' }, fundingAccounts, { required: true, secondary: true }),
    voucher: text(
      { zh: '单据号', en: 'Voucher' },
      {
        required: true,
        maxLength: 150,
        secondary: true,
        help: { zh: '采购凭证或合同号', en: 'Of purchase or contract' },
      },
    ),
    financeAccount: text({ zh: '财务账号', en: 'Account' }, { maxLength: 20, secondary: true }),
    accountant: text({ zh: '财务管理人', en: 'Accountant' }, { maxLength: 36, secondary: true }),
    maker: text({ zh: '生产厂家', en: 'Maker' }, { required: true, maxLength: 180, secondary: true }),
    madeIn: choice({ zh: '生产国别/地区', en: 'Made in' }, countriesByLetters, {
      required: true,
      default: 'china',
      secondary: true,
    }),
    madeOn: date({ zh: '出厂日期', en: 'Made on' }, { required: true, secondary: true }),
    serialNumber: text({ zh: '出厂号', en: 'Serial number' }, { required: true, maxLength: 30, secondary: true }),
    guaranteedUntil: date({ zh: '保修截止日期', en: 'Guaranteed until' }, { required: true, secondary: true }),
    precious: yesNo(
      { zh: '精密贵重仪器', en: 'Precision or precious instrument' },
      { required: true, default: false, secondary: true },
    ),
    specification: longText(
      { zh: '技术指标', en: 'Specification' },
      { required: true, maxLength: 2000, secondary: true },
    ),
    configuration: longText(
      { zh: '仪器配置', en: 'Configuration' },
      { required: true, maxLength: 999, secondary: true },
    ),
    picture: longText(
      { zh: '图片地址', en: 'Address of the picture' },
      { required: true, maxLength: 2000, secondary: true },
    ),
    note: longText({ zh: '仪器说明', en: 'Note' }, { maxLength: 2000, secondary: true }),
    acquiredOn: date({ zh: '取得日期', en: 'Acquired on' }, { required: true, indexed: true }),
    writtenOffOn: date({ zh: '报废或归还日期', en: 'Written off or returned on' }, { indexed: true }),
  },
  unique: [['number']],
  access: openToMembers,
  order: 'number',
  statistics: [
    { sum: 'value', by: 'unit' },
    { sum: 'value', by: 'source' },
    { count: 'all', by: 'use' },
  ],
  check: (item) => [
    ...(item.writtenOffOn && item.writtenOffOn < item.acquiredOn
      ? [{ field: 'writtenOffOn', message: { zh: '报废日期早于取得日期', en: 'Written off before it was acquired' } }]
      : []),
    ...((item.source === 'donated' || item.source === 'enterprise-provided') && !item.provider
      ? [{ field: 'provider', message: { zh: '捐赠或企业提供的设备须填写单位', en: 'Say who gave or lent it' } }]
      : []),
    ...(item.source === 'donated' && !item.donor
      ? [{ field: 'donor', message: { zh: '捐赠的设备须选择捐赠企业', en: 'Choose the enterprise that gave it' } }]
      : []),
    ...(item.madeOn > item.acquiredOn
      ? [{ field: 'madeOn', message: { zh: '出厂日期晚于取得日期', en: 'It was made after it was acquired' } }]
      : []),
    ...(!item.site && !item.room
      ? [{ field: 'room', message: { zh: '填写存放场所或房间号', en: 'Give the site or the room number' } }]
      : []),
  ],
})
