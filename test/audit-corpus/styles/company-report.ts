import { relate } from '../relate.ts'
import { written } from '../written.ts'
import { added, lines } from './rows.ts'

const PRODUCTS: readonly (readonly [string, string, string])[] = [
  ['数控车床', '48216.35', '33894.12'],
  ['加工中心', '62408.90', '45128.64'],
  ['磨床及专用机床', '21846.27', '15962.40'],
  ['自动化生产线', '18632.58', '14386.75'],
  ['功能部件', '9214.06', '6108.93'],
  ['维修与技术服务', '4386.44', '2215.18'],
]

const PROJECTS: readonly (readonly [string, string, string])[] = [
  ['高精度磨削单元产业化', '12000.00', '8462.15'],
  ['主轴与转台扩产', '8600.00', '7938.40'],
  ['智能工厂改造（二期）', '6400.00', '3215.66'],
  ['研发检测中心', '4500.00', '4126.08'],
  ['海外服务网点', '1800.00', '684.92'],
]

/** A firm's yearly report: money with two decimals, shares of sales, people by education, quarters, projects. */
export const companyReport = written(
  'machine-tool-annual-report',
  'docx',
  `
# 江右机床股份有限公司2023年年度报告
# 第一节 重要提示与释义
本公司董事会、监事会及董事、监事、高级管理人员保证年度报告内容真实、准确、完整。公司全体董事{board=9}人均出席了审议本报告的董事会会议，其中独立董事{indep=3}人。
经董事会审议通过的利润分配预案为：以总股本{stock=24680.00}万股为基数，向全体股东每10股派发现金红利{div=2.50}元（含税），合计派发{divAll=6170.00}万元。
# 第二节 公司简介和主要财务指标
一、主要会计数据（单位：万元）
| 项目 | 2023年 | 2022年 | 本年比上年增减（%） |
| 营业收入 | {rev=164704.60} | {revWas=152318.44} | {revRise=revWas>rev,2} |
| 归属于上市公司股东的净利润 | {net=15826.38} | {netWas=14207.15} | {netRise=netWas>net,2} |
| 扣除非经常性损益后的净利润 | {core=14182.06} | {coreWas=12968.73} | {coreRise=coreWas>core,2} |
| 经营活动产生的现金流量净额 | {cash=18364.92} | {cashWas=16840.07} | {cashRise=cashWas>cash,2} |
| 总资产 | {asset=284316.75} | {assetWas=268470.22} | {assetRise=assetWas>asset,2} |
| 归属于上市公司股东的净资产 | {equity=168402.51} | {equityWas=158746.13} | {equityRise=equityWas>equity,2} |
报告期末，公司资产负债率为{debtShare=debt%asset,2}%（负债总额{debt=115914.24}万元）。
二、分季度主要财务指标（单位：万元）
| 项目 | 第一季度 | 第二季度 | 第三季度 | 第四季度 | 全年 |
| 营业收入 | {qr1=34216.18} | {qr2=42884.06} | {qr3=40128.77} | {qr4=47475.59} | {rev} |
| 净利润 | {qn1=2846.21} | {qn2=4318.64} | {qn3=3902.17} | {qn4=4759.36} | {net} |
第四季度实现营业收入{qr4}万元，占全年的{q4Share=qr4%rev,2}%。
# 第三节 管理层讨论与分析
一、报告期内公司所处行业情况
2023年，机床工具行业总体承压，行业规模以上企业营业收入同比下降。公司主导产品数控车床、加工中心国内市场占有率分别为{mk1=8.6}%和{mk2=6.2}%，较上年分别提高0.4个百分点和0.3个百分点，在国内同类企业中位列第4名、第6名。
二、主营业务分析
报告期内，公司实现营业收入{rev}万元，比上年增加{revMore=rev-revWas}万元，同比增长{revRise}%；营业成本{cost=117696.02}万元，毛利率{margin=gain%rev,2}%（毛利{gain=rev-cost}万元）；归属于上市公司股东的净利润{net}万元，同比增长{netRise}%。
1．营业收入构成（单位：万元）
| 产品 | 营业收入 | 营业成本 | 占营业收入比重（%） | 毛利 |
${lines(PRODUCTS, ([name, revenue, cost], n) => `| ${name} | {pr${n}=${revenue}} | {pc${n}=${cost}} | {ps${n}=pr${n}%rev,2} | {pg${n}=pr${n}-pc${n}} |`)}
| 合计 | {prAll==${added('pr', 6)}} | {cost} | 100.00 | {gain} |
其中，加工中心收入占营业收入的{ps2}%，仍为公司第一大产品；维修与技术服务收入{pr6}万元，占{ps6}%。
按地区分，境内收入{in=138216.42}万元，境外收入{out=26488.18}万元，境外收入占营业收入的{outShare=out%rev,2}%；境外收入比上年的{outWas=21864.30}万元增长{outRise=outWas>out,2}%。境外市场中，东南亚{o1=11264.50}万元、欧洲{o2=8426.33}万元、其他地区{o3=6797.35}万元。
2．产销量情况
| 产品 | 单位 | 生产量 | 销售量 | 库存量 | 产销率（%） |
| 数控车床 | 台 | {mq1=3864} | {ms1=3792} | 418 | {mr1=ms1%mq1,2} |
| 加工中心 | 台 | {mq2=2148} | {ms2=2106} | 263 | {mr2=ms2%mq2,2} |
| 磨床及专用机床 | 台 | {mq3=642} | {ms3=618} | 87 | {mr3=ms3%mq3,2} |
| 自动化生产线 | 条 | {mq4=58} | {ms4=57} | 4 | {mr4=ms4%mq4,2} |
全年共销售各类机床{sold=ms1+ms2+ms3}台，比上年（{soldWas=6184}台）增长{soldRise=soldWas>sold,2}%。
3．主要客户与供应商
前五名客户合计销售金额{top=38462.17}万元，占年度销售总额的{topShare=top%rev,2}%，其中第一大客户{top1=12684.30}万元；前五名供应商合计采购金额{sup=26184.05}万元，占年度采购总额（{buy=84362.90}万元）的{supShare=sup%buy,2}%。
4．费用（单位：万元）
| 项目 | 2023年 | 2022年 | 同比增减（%） |
| 销售费用 | {x1=9846.22} | {y1=9128.40} | {z1=y1>x1,2} |
| 管理费用 | {x2=8214.67} | {y2=7986.05} | {z2=y2>x2,2} |
| 研发费用 | {x3=10862.18} | {y3=9214.36} | {z3=y3>x3,2} |
| 财务费用 | {x4=1462.90} | {y4=1385.12} | {z4=y4>x4,2} |
| 合计 | {xAll==x1+x2+x3+x4} | {yAll==y1+y2+y3+y4} | {zAll=yAll>xAll,2} |
四项费用合计{xAll}万元，费用率{xShare=xAll%rev,2}%。
5．研发投入
报告期研发投入总额{rd=12486.35}万元，占营业收入的{rdShare=rd%rev,2}%，其中费用化{x3}万元、资本化{cap=1624.17}{u.cap=万元}，资本化率{capShare=cap%rd,2}%。研发人员{rdMen=412}人，占公司总人数的{rdMenShare=rdMen%staff,2}%；其中博士{rm1=18}人、硕士{rm2=146}人、本科{rm3=221}人、其他{rm4=27}人，30岁以下{ry=164}人。研发人员人均投入{rdPer=rd/rdMen,2}万元。
报告期内新增授权专利{pat=86}件，其中发明专利{pa=31}件、实用新型专利{pb=47}件、外观设计专利{pd=8}件；截至期末累计拥有有效专利{patAll=614}件，其中发明专利{paAll=198}件。
6．现金流
经营活动现金流入小计{ci=172846.30}万元，经营活动现金流出小计{co=154481.38}万元，经营活动产生的现金流量净额{cashNet=ci-co}万元，同比增长{cashRise}%。
7．募集资金项目进展（单位：万元）
| 项目名称 | 承诺投资总额 | 截至期末累计投入 | 投资进度（%） | 尚未使用 |
${lines(PROJECTS, ([name, plan, spent], n) => `| ${name} | {fp${n}=${plan}} | {fs${n}=${spent}} | {fr${n}=fs${n}%fp${n},2} | {fl${n}=fp${n}-fs${n}} |`)}
| 合计 | {fpAll==${added('fp', 5)}} | {fsAll==${added('fs', 5)}} | {frAll=fsAll%fpAll,2} | {flAll=fpAll-fsAll} |
截至2023年12月31日，募集资金累计投入{fsAll}万元，投资进度{frAll}%；研发检测中心已于{opened=2023年11月18日}投入使用。
# 第四节 公司治理与员工情况
报告期末在职员工{staff=2486}人，其中母公司{st1=1762}人、主要子公司{st2=724}人。按专业构成分：生产人员{w1=1384}人，销售人员{w2=286}人，技术人员{w3=538}人，财务人员{w4=62}人，行政人员{w5=216}人。
| 教育程度 | 人数（人） | 占比（%） |
| 研究生及以上 | {ed1=203} | {es1=ed1%staff,2} |
| 本科 | {ed2=864} | {es2=ed2%staff,2} |
| 专科 | {ed3=928} | {es3=ed3%staff,2} |
| 中专及以下 | {ed4=491} | {es4=ed4%staff,2} |
| 合计 | {staff} | 100.00 |
全年开展培训{cl=326}期，参训{tr=14826}人次，平均每期{trPer=tr/cl,1}人次；培训费用{trFee=286.40}万元，人均{trFeePer=trFeeYuan/staff,0}元（合{trFeeYuan=2864000}元）。与{sc=14}所职业院校开展合作，接收实习学生{intern=318}人，录用{kept=126}人，留用率{keptShare=kept%intern,2}%；“订单班”在读学生{order=204}人。
技能人才中，高级技师{sk1=46}人、技师{sk2=128}人、高级工{sk3=412}人，合计{sk=sk1+sk2+sk3}人，占生产人员的{skShare=sk%w1,2}%。
报告期内召开股东大会{mt1=3}次、董事会{mt2=8}次、监事会{mt3=6}次。女性董事{womenDir=2}人，占董事总数的{womenShare=womenDir%board,2}%。
# 第五节 环境与社会责任
全年综合能耗{en=8624.50}吨标准煤，万元产值能耗{enPer=enKg:rev,2}千克标准煤（折{enKg=8624500}千克）；用水{wa=186420}立方米，同比下降{waFall=waWas>wa,2}%（上年{waWas=198640}立方米）。环保投入{env=642.80}万元，其中设备{ev1=418.30}万元、运行{ev2=167.25}万元、监测{ev3=57.25}万元。
公益捐赠{gift=168.00}万元，比上年增加{giftMore=gift-giftWas}万元（上年{giftWas=142.50}万元）；定点帮扶投入{help=86.00}万元。
# 第六节 股份变动及股东情况
截至报告期末，股东总数{holders=28416}户。前五名股东持股情况如下：
| 股东名称 | 股东性质 | 持股数量（万股） | 持股比例（%） |
| 江右装备集团有限公司 | 国有法人 | {h1=9872.00} | {hs1=h1%stock,2} |
| 赣机投资合伙企业 | 境内非国有法人 | {h2=2146.50} | {hs2=h2%stock,2} |
| 员工持股计划 | 其他 | {h3=986.20} | {hs3=h3%stock,2} |
| 某产业基金 | 其他 | {h4=742.10} | {hs4=h4%stock,2} |
| 境外结算公司 | 境外法人 | {h5=518.36} | {hs5=h5%stock,2} |
| 合计 | — | {hAll==h1+h2+h3+h4+h5} | {hsAll=hAll%stock,2} |
前五名股东合计持股{hAll}万股，占总股本的{hsAll}%。
# 第七节 未来展望
2024年，公司计划实现营业收入{goal=180000.00}万元，比2023年增长{goalRise=rev>goal,2}%；计划投入研发经费不低于{goalRd=13500.00}万元。
`,
  {
    relations: [
      relate.total('rev@2', 'qr1', 'qr2', 'qr3', 'qr4'),
      relate.total('net@2', 'qn1', 'qn2', 'qn3', 'qn4'),
      relate.total('cost@2', 'pc1', 'pc2', 'pc3', 'pc4', 'pc5', 'pc6'),
      relate.parts('rev@3', 'in', 'out'),
      relate.parts('out', 'o1', 'o2', 'o3'),
      relate.parts('rd', 'x3@2', 'cap'),
      relate.parts('rdMen', 'rm1', 'rm2', 'rm3', 'rm4'),
      relate.parts('pat', 'pa', 'pb', 'pd'),
      relate.parts('staff@2', 'st1', 'st2'),
      relate.parts('staff@2', 'w1', 'w2', 'w3', 'w4', 'w5'),
      relate.total('staff@2', 'ed1', 'ed2', 'ed3', 'ed4'),
      relate.parts('env', 'ev1', 'ev2', 'ev3'),
      relate.parts('asset', 'debt', 'equity'),
      relate.order('indep', 'board'),
      relate.order('pa', 'pat'),
      relate.order('pat', 'patAll'),
      relate.order('paAll', 'patAll'),
      relate.order('top1', 'top'),
      relate.order('kept', 'intern'),
      relate.order('ry', 'rdMen'),
      relate.order('womenDir', 'board'),
      relate.order('core', 'net'),
      relate.impossible('keptShare', '139.62'),
      relate.impossible('debtShare@1', '-40.77'),
      relate.impossible('opened', '2023年11月38日', '2023年13月18日'),
      relate.unit('cap', 'u.cap', '亿元'),
      relate.unit('cap', 'u.cap', '元'),
    ],
  },
)
