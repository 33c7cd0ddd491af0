import { defineStandardTable } from '../../../../src/language/standard.ts'
import { employerSizes } from '../../../codes/employer-sizes.ts'
import { industries } from '../../../codes/industries.ts'
import { organisationKinds } from '../../../codes/national/organisation-kinds.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { graduates } from '../../../registers/students/graduates.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

/**
 * Those without an employer (army, freelance, own business, flexible work) must have its industry, kind and size all the
 * same: public administration, other, and the smallest. Offices and institutions have no size either.
 */
export const graduatesAtWorkTable = defineStandardTable(national, graduates, {
  name: 'ODS_BYQXJYSJ',
  number: 56,
  code: 'ZYGXS0503',
  label: { zh: '毕业去向【就业】', en: 'Graduates at work' },
  every: 'term',
  covers: { zh: '离校学生', en: 'Students who have left' },
  where: { destination: ['agreement', 'contract', 'other-employment', 'conscription', 'freelance', 'startup'] },
  unique: [['XH']],
  refers: { ZYH: 'ODS_ZYSZSJ.ZYH' },
  columns: [
    key,
    college(),
    ['JCXS010101', 'XH', '学号', 'C20', 'M', 'number'],
    ['ZYGJX020101', 'XM', '姓名', 'C36', 'O', 'name'],
    ['ZYGJX030101', 'ZYH', '专业号', 'C64', 'M', 'major.code'],
    ['JCTB010408', 'ZYMC', '专业名称', 'C60', 'M', 'major.name'],
    [
      'ZYGXS050301',
      'JYDWSFXQHZDW',
      '就业单位是否校企合作单位',
      'C1',
      'M',
      { from: 'employerIsPartner', to: { true: '1', false: '0' }, otherwise: '0' },
      yesOrNo,
    ],
    ['ZYGXS050302', 'JYDWMC', '就业单位名称', 'C200', 'O', 'employer'],
    [
      'ZYGXS050303',
      'JYDWHYM',
      '就业单位行业码',
      'C4',
      'M',
      { from: 'industry', to: industries.official!, otherwise: 'S' },
      industries,
    ],
    [
      'ZYGXS050304',
      'JYDWXZM',
      '就业单位性质码',
      'C2',
      'M',
      {
        from: 'employerKind',
        to: {
          government: '10',
          'public-institution': '20',
          'state-owned': '31',
          'foreign-invested': '99',
          'other-enterprise': '33',
          military: '40',
          'social-organisation': '50',
          other: '99',
        },
        otherwise: '99',
      },
      organisationKinds,
    ],
    [
      'ZYGXS050305',
      'JYDWGMM',
      '就业单位规模码',
      'C2',
      'M',
      { from: 'employerSize', to: { huge: '1', large: '2', medium: '3', small: '4', micro: '5' }, otherwise: '5' },
      employerSizes,
    ],
    ['ZYGXS050306', 'QXX', '起薪线', 'M10', 'O', 'monthlyIncome'],
    [
      'ZYGXS050307',
      'SFDK',
      '是否对口',
      'C1',
      'M',
      { from: 'relatedToMajor', to: { true: '1', false: '0' }, otherwise: '0' },
      yesOrNo,
    ],
    [
      'ZYGXS050308',
      'JYQYSJGBM',
      '就业区域省机构编码',
      'C6',
      'O',
      { from: 'province', as: 'province-code' },
      'GB/T 2260',
    ],
    ['ZYGXS050309', 'JYQYSJGMC', '就业区域省机构名称', 'C60', 'O', { from: 'province', as: 'province-name' }],
    ['ZYGXS050310', 'JYQYSHJGBM', '就业区域市机构编码', 'C6', 'O', { from: 'city', as: 'city-code' }, 'GB/T 2260'],
    ['ZYGXS050311', 'JYQYSHJGMC', '就业区域市机构名称', 'C60', 'O', { from: 'city', as: 'city-name' }],
    ['ZYGXS050312', 'JYRQ', '就业日期', 'C8', 'M', { first: ['settledOn', 'graduatedOn'] }, 'GB/T 7408'],
    [
      'ZYGXS050313',
      'SFZZCY',
      '是否自主创业',
      'C1',
      'M',
      {
        from: 'destination',
        to: { agreement: '0', contract: '0', 'other-employment': '0', conscription: '0', freelance: '0', startup: '1' },
      },
      yesOrNo,
    ],
    ['ZYGXS050314', 'CYXMMC', '创业项目名称', 'C60', 'O', 'business'],
    [
      'ZYGXS050315',
      'SFLHJY',
      '是否灵活就业',
      'C1',
      'M',
      {
        from: 'destination',
        to: { agreement: '0', contract: '0', 'other-employment': '1', conscription: '0', freelance: '1', startup: '0' },
      },
      yesOrNo,
    ],
    ['ZYGXS050316', 'GZGWMC', '工作岗位名称', 'C60', 'O', 'post'],
    collectedAt(),
  ],
})
