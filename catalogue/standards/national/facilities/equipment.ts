import { defineStandardTable } from '../../../../src/language/standard.ts'
import { assetClasses } from '../../../codes/national/asset-classes.ts'
import { campusKinds } from '../../../codes/national/campus-kinds.ts'
import { collegeAssetClasses } from '../../../codes/national/college-asset-classes.ts'
import { countriesByLetters } from '../../../codes/national/countries-and-areas.ts'
import { currencies } from '../../../codes/national/currencies.ts'
import { equipmentSources } from '../../../codes/national/equipment-sources.ts'
import { fundingAccounts } from '../../../codes/national/funding-accounts.ts'
import { propertyRights } from '../../../codes/national/property-rights.ts'
import { useStates } from '../../../codes/national/use-states.ts'
import { yesOrNo } from '../../../codes/national/yes-or-no.ts'
import { equipment } from '../../../registers/facilities/equipment.ts'
import { college, collectedAt, key } from '../columns.ts'
import { national } from '../standard.ts'

export const equipmentTable = defineStandardTable(national, equipment, {
  name: 'ODS_YQSBJBSJ',
  number: 72,
  code: 'ZYGZC0101',
  label: { zh: '仪器设备基本', en: 'Equipment' },
  every: 'month',
  covers: { zh: '全量数据', en: 'All records' },
  where: { writtenOffOn: null },
  unique: [['YQH']],
  order: [['CCRQ', 'GZRQ']],
  needs: [
    { column: 'JZQYDM', when: 'SBLYM', is: ['5'] },
    { column: 'JZQYMC', when: 'SBLYM', is: ['5'] },
  ],
  columns: [
    key,
    college(),
    ['JCBX030101', 'YQH', '仪器号', 'C120', 'M', 'number'],
    ['JCBX030102', 'YQMC', '仪器名称', 'C200', 'M', 'name'],
    ['JCBX030103', 'YQYWMC', '仪器英文名称', 'C180', 'O', 'englishName'],
    ['JCBX030104', 'XXDWCCM', '学校单位层次码', 'C1', 'M', 'campus', campusKinds],
    ['JCBX030105', 'CQM', '产权码', 'C1', 'O', 'property', propertyRights],
    ['JCBX020204', 'SYZKM', '使用状况码', 'C1', 'M', 'status', useStates],
    ['ZYGZC010101', 'GXZCFLM', '高校资产分类码', 'C16', 'M', 'class', collegeAssetClasses],
    ['JCBX030107', 'YQXH', '仪器型号', 'C300', 'M', 'model'],
    ['JCBX030108', 'CCRQ', '出厂日期', 'C8', 'M', 'madeOn', 'GB/T 7408'],
    ['JCBX030109', 'SCGBDQM', '生产国别/地区码', 'C3', 'M', 'madeIn', countriesByLetters],
    ['JCBX030110', 'JFKMM', '经费科目码', 'C1', 'M', 'fundedBy', fundingAccounts],
    ['JCBX030111', 'GZRQ', '购置日期', 'C8', 'M', 'acquiredOn', 'GB/T 7408'],
    ['JCBX030112', 'SCCJ', '生产厂家', 'C180', 'M', 'maker'],
    ['JCBX030113', 'CCH', '出厂号', 'C30', 'M', 'serialNumber'],
    ['JCBX030114', 'DJH', '单据号', 'C150', 'M', 'voucher'],
    ['ZYGZC010102', 'TP', '图片', 'T2000', 'M', 'picture'],
    ['JCBX020301', 'FJH', '房间号', 'C60', 'M', { first: ['site.number', 'room'] }],
    ['JCBX020302', 'FJMC', '房间名称', 'C150', 'M', { first: ['site.name', 'roomName', 'room'] }],
    ['JCBX030117', 'SBFZRH', '设备负责人号', 'C20', 'M', 'keeper.number'],
    ['ZYGZC010103', 'SBFZRXM', '设备负责人姓名', 'C36', 'M', 'keeper.name'],
    ['JCBX030118', 'JSZB', '技术指标', 'T2000', 'M', 'specification'],
    ['JCBX030119', 'YQPZ', '仪器配置', 'T999', 'M', 'configuration'],
    ['JCBX030120', 'JGBZ', '价格币种', 'C3', 'O', 'currency', currencies],
    ['JCBX030121', 'YQJG', '仪器价格', 'M20', 'O', 'value'],
    ['JCBX030122', 'YQSM', '仪器说明', 'T2000', 'O', 'note'],
    ['JCBX030123', 'CWZH', '财务账号', 'C20', 'O', 'financeAccount'],
    ['ZYGZC010104', 'CWGLRXM', '财务管理人姓名', 'C36', 'O', 'accountant'],
    ['JCBX030124', 'GHS', '供货商', 'C60', 'O', 'provider'],
    ['JCBX030125', 'BXJZRQ', '保修截止日期', 'C8', 'M', 'guaranteedUntil', 'GB/T 7408'],
    [
      'ZYGZC010105',
      'SBLYM',
      '设备来源码',
      'C2',
      'M',
      { from: 'source', to: { bought: '2', donated: '5', 'enterprise-provided': '9', transferred: '3' } },
      equipmentSources,
    ],
    ['ZYGZC010106', 'JZQYDM', '捐赠企业统一社会信用代码', 'C18', 'O', 'donor.creditCode', 'credit-code'],
    ['ZYGZC010107', 'JZQYMC', '捐赠企业名称', 'C200', 'O', 'donor.name'],
    ['JCBX030127', 'SFJMGZYQ', '是否精密贵重仪器', 'C1', 'M', 'precious', yesOrNo],
    ['GZZC010105', 'ZCJCFLM', '资产基础分类码', 'C9', 'O', { always: '2' }, assetClasses],
    collectedAt(),
  ],
})
