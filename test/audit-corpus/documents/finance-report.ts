import { grouped, many, names, risen, share } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

const income = ['18652.40', '7436.85', '312.60', '1058.15', '27460.00']
const incomeBefore = ['17385.20', '6985.30', '298.40', '1121.10', '25790.00']
const groupedAll = (numbers: readonly string[]): string[] => numbers.map((number) => grouped(number))

const lastYear: MadeDocument = {
  name: 'finance-report-2022',
  format: 'html',
  figures: { ...many('income', groupedAll(incomeBefore)), spent: '24,962.30', aid: '1,498.20', fixed: '82,105.60' },
  text: `
# 青禾职业学院2022年度财务决算报告
## 一、收支情况
2022年，学校总收入{income5}万元，其中一般公共预算拨款{income1}万元、事业收入{income2}万元、经营收入{income3}万元、其他收入{income4}万元。
2022年，学校总支出{spent}万元，其中学生资助支出{aid}万元。
## 二、资产情况
2022年末固定资产原值{fixed}万元。
`,
  relations: [relate.parts('income5', ...names('income', 4))],
}

/** Income, spending and assets in tables with joined heads and sub-totals, as a web page. */
export const financeReport: MadeDocument = {
  name: 'finance-report',
  format: 'html',
  lastYear,
  figures: {
    'no.s1': '一',
    'no.s2': '二',
    'no.s3': '三',
    'no.s4': '四',
    'no.t1': '1',
    'no.t2': '2',
    'no.t3': '3',
    'no.t4': '4',
    ...many('income', groupedAll(income)),
    ...many('incomeBefore', groupedAll(incomeBefore)),
    ...many('incomeMore', ['1,267.20', '451.55', '14.20', '-62.95', '1,670.00']),
    ...many(
      'incomeRise',
      income.map((now, i) => risen(incomeBefore[i]!, now)),
    ),
    ...many(
      'incomeShare',
      income.map((now) => share(now, '27460')),
    ),
    tuition: '6,210.00',
    lodging: '1,226.85',
    hundredMillions: '2.75',
    wages: '14,268.35',
    running: '4,321.65',
    basic: '18,590.00',
    ...many('project', ['2,986.40', '1,785.60', '1,052.00', '1,634.50']),
    projects: '7,458.50',
    spent: '26,048.50',
    basicShare: share('18590', '26048.5'),
    projectsShare: share('7458.5', '26048.5'),
    surplus: '1,411.50',
    budget: '26,800.00',
    executed: share('26048.5', '26800'),
    spentBefore: '24,962.30',
    spentRise: risen('24962.30', '26048.50'),
    aidBefore: '1,498.20',
    receptions: '42.35',
    receptionsBefore: '48.60',
    receptionsFall: '12.86',
    ...many('asset', ['52,310.20', '24,180.15', '3,260.00', '6,670.00']),
    assets: '86,420.35',
    assetsBefore: '82,105.60',
    assetsMore: '4,314.75',
    scholars: '12',
    scholarMoney: '9.60',
    inspired: '286',
    inspiredMoney: '143.00',
    grants: '2415',
    grantMoney: '796.95',
    aided: '2713',
    aidMoney: '949.55',
    perGrant: '0.33',
    'u.spent': '万元',
    'u.assets': '万元',
    'u.surplus': '万元',
    'u.aid': '万元',
    suppliers: '38',
    purchase: '4,256.30',
    purchaseSmall: '3,118.75',
    purchaseSmallShare: share('3118.75', '4256.30'),
    approved: '2024年3月15日',
  },
  text: `
# 青禾职业学院2023年度财务决算报告
经2024年第5次校长办公会审议、{approved}党委会审定，现将2023年度财务决算情况报告如下。金额单位除注明外均为万元，个别数据因四舍五入与分项之和可能有微小差异。
## {no.s1}、收入情况
2023年，学校总收入{income5}万元（约{hundredMillions}亿元），比上年的{incomeBefore5}万元增长{incomeRise5}%。其中，一般公共预算拨款{income1}万元，占总收入的{incomeShare1}%；事业收入{income2}万元，占{incomeShare2}%。事业收入中，学费{tuition}万元、住宿费{lodging}万元。
表{no.t1} 2023年度收入情况表（单位：万元）
| 收入项目 | 2023年 | < | 2022年 | 增减情况 | < |
| ^ | 金额 | 占比（%） | 金额 | 增减额 | 增减率（%） |
| 一般公共预算拨款 | {income1} | {incomeShare1} | {incomeBefore1} | {incomeMore1} | {incomeRise1} |
| 事业收入 | {income2} | {incomeShare2} | {incomeBefore2} | {incomeMore2} | {incomeRise2} |
| 经营收入 | {income3} | {incomeShare3} | {incomeBefore3} | {incomeMore3} | {incomeRise3} |
| 其他收入 | {income4} | {incomeShare4} | {incomeBefore4} | {incomeMore4} | {incomeRise4} |
| 合计 | {income5} | 100.00 | {incomeBefore5} | {incomeMore5} | {incomeRise5} |
## {no.s2}、支出情况
2023年，学校总支出{spent}{u.spent}，比上年的{spentBefore}万元增长{spentRise}%。其中，基本支出{basic}万元，占{basicShare}%；项目支出{projects}万元，占{projectsShare}%。年初预算{budget}万元，预算执行率{executed}%。当年收支结余{surplus}{u.surplus}。
表{no.t2} 2023年度支出情况表（单位：万元）
| 支出类别 | 支出项目 | 决算数 |
| 基本支出 | 人员经费 | {wages} |
| ^ | 公用经费 | {running} |
| ^ | 小计 | {basic} |
| 项目支出 | 教学设备购置 | {project1} |
| ^ | 实训基地建设 | {project2} |
| ^ | 校舍维修改造 | {project3} |
| ^ | 学生资助 | {project4} |
| ^ | 小计 | {projects} |
| 合计 | < | {spent} |
“三公”经费支出{receptions}万元，比上年的{receptionsBefore}万元下降{receptionsFall}%。学生资助支出上年为{aidBefore}万元。
政府采购总额{purchase}万元，涉及供应商{suppliers}家，其中授予中小企业合同金额{purchaseSmall}万元，占采购总额的{purchaseSmallShare}%。单笔采购金额在50万元以上的项目不足10个。
## {no.s3}、资产情况
截至2023年12月31日，固定资产原值{assets}{u.assets}，比上年末的{assetsBefore}万元增加{assetsMore}万元。
表{no.t3} 固定资产构成（单位：万元）
| 类别 | 原值 |
| 房屋及构筑物 | {asset1} |
| 教学科研及办公设备 | {asset2} |
| 图书档案 | {asset3} |
| 家具及其他 | {asset4} |
| 合计 | {assets} |
注：合计{assets}万元，未计提折旧；无形资产另行登记，原值约1200万元。
## {no.s4}、资助专项
2023年发放国家奖助学金{aidMoney}{u.aid}，受助学生共{aided}人次。国家助学金平均每人次{perGrant}万元。
表{no.t4} 国家奖助学金发放情况
| 项目 | 人次 | 金额（万元） |
| 国家奖学金 | {scholars} | {scholarMoney} |
| 国家励志奖学金 | {inspired} | {inspiredMoney} |
| 国家助学金 | {grants} | {grantMoney} |
| 合计 | {aided} | {aidMoney} |
咨询电话：0451-5550 2013；监督举报邮箱另行公布。依据文件：财教〔2019〕19号、云财教〔2023〕112号。
`,
  relations: [
    relate.numbering(...names('no.s', 4)),
    relate.numbering(...names('no.t', 4)),
    relate.growth('incomeRise5', 'incomeBefore5', 'income5'),
    relate.percentage('incomeShare1', 'income1', 'income5'),
    relate.percentage('incomeShare2', 'income2', 'income5'),
    relate.parts('income2', 'tuition', 'lodging'),
    relate.total('income5@2', 'income1@2', 'income2@2', 'income3', 'income4'),
    relate.total('incomeBefore5@2', ...names('incomeBefore', 4)),
    relate.total('incomeMore5', ...names('incomeMore', 4)),
    ...[1, 2, 3].map((i) =>
      relate.difference(`incomeMore${i}`, `incomeBefore${i}`, i > 2 ? `income${i}` : `income${i}@2`),
    ),
    ...[1, 2, 3].map((i) => relate.growth(`incomeRise${i}`, `incomeBefore${i}`, i > 2 ? `income${i}` : `income${i}@2`)),
    relate.percentage('incomeShare3', 'income3', 'income5@2'),
    relate.percentage('incomeShare4', 'income4', 'income5@2'),
    relate.parts('spent', 'basic', 'projects'),
    relate.percentage('basicShare', 'basic', 'spent'),
    relate.percentage('projectsShare', 'projects', 'spent'),
    relate.percentage('executed', 'spent', 'budget'),
    relate.growth('spentRise', 'spentBefore', 'spent'),
    relate.total('basic@2', 'wages', 'running'),
    relate.total('projects@2', ...names('project', 4)),
    relate.total('spent@2', 'basic@2', 'projects@2'),
    relate.growth('receptionsFall', 'receptionsBefore', 'receptions'),
    relate.percentage('purchaseSmallShare', 'purchaseSmall', 'purchase'),
    relate.order('purchaseSmall', 'purchase'),
    relate.order('tuition', 'income2'),
    relate.difference('assetsMore', 'assetsBefore', 'assets'),
    relate.total('assets@2', ...names('asset', 4)),
    relate.total('aided@2', 'scholars', 'inspired', 'grants'),
    relate.total('aidMoney@2', 'scholarMoney', 'inspiredMoney', 'grantMoney'),
    relate.quotient('perGrant', 'grantMoney', 'grants'),
    relate.unit('spent', 'u.spent', '元'),
    relate.unit('assets', 'u.assets', '亿元'),
    relate.unit('aidMoney', 'u.aid', '元'),
    relate.impossible('executed', '-97.20'),
    relate.impossible('approved', '2024年3月35日', '2204年3月15日'),
    relate.impossible('suppliers', '-38'),
    relate.impossible('basicShare', '171.37'),
    relate.lastYear('incomeBefore5', 'income5'),
    relate.lastYear('incomeBefore1', 'income1'),
    relate.lastYear('incomeBefore2', 'income2'),
    relate.lastYear('incomeBefore3', 'income3'),
    relate.lastYear('incomeBefore4', 'income4'),
    relate.lastYear('spentBefore', 'spent'),
    relate.lastYear('aidBefore', 'aid'),
    relate.lastYear('assetsBefore', 'fixed'),
  ],
}
