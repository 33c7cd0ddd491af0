import { choice, date, decimal, defineRegister, text } from '../../../src/language/index.ts'
import { openToMembers } from '../../access.ts'

/** The land the college uses. */
export const landParcels = defineRegister({
  name: 'land-parcels',
  label: { zh: '校园用地', en: 'Land' },
  area: 'facilities',
  owner: 'logistics',
  title: 'name',
  fields: {
    name: text({ zh: '地块名称', en: 'Name' }, { required: true, maxLength: 60 }),
    address: text({ zh: '地址', en: 'Address' }, { maxLength: 120 }),
    area: decimal(
      { zh: '占地面积', en: 'Area' },
      { required: true, decimals: 2, min: '0', unit: { zh: '㎡', en: 'm²' } },
    ),
    ownership: choice(
      { zh: '产权', en: 'Ownership' },
      {
        owned: { zh: '学校产权', en: 'Owned' },
        used: { zh: '非学校产权独立使用', en: 'Used alone, not owned' },
        shared: { zh: '非学校产权共同使用', en: 'Shared, not owned' },
      },
      { required: true },
    ),
    certificate: text({ zh: '不动产权证号', en: 'Title certificate' }, { maxLength: 60, secondary: true }),
    from: date({ zh: '取得日期', en: 'From' }, { required: true }),
    until: date({ zh: '退出日期', en: 'Until' }),
  },
  unique: [['name']],
  access: openToMembers,
  statistics: [{ sum: 'area', by: 'ownership' }],
})
