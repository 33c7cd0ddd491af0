import { choice, date, defineRegister, money, person, reference, text, unit } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

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
    model: text({ zh: '型号规格', en: 'Model' }, { maxLength: 100, secondary: true }),
    unit: unit({ zh: '使用单位', en: 'Used by' }, { required: true, indexed: true }),
    site: reference({ zh: '存放场所', en: 'Site' }, 'teaching-sites', { indexed: true }),
    keeper: person({ zh: '保管人', en: 'Keeper' }),
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
    provider: text({ zh: '供货、捐赠或提供单位', en: 'Provider' }, { maxLength: 120 }),
    value: money({ zh: '原值', en: 'Value' }, { required: true, min: '0' }),
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
  ],
})
