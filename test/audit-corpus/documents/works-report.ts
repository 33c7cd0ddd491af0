import { many, names, per, share } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

const planned = ['2860.00', '1945.50', '680.00', '412.50', '302.00']
const paid = ['2145.60', '1812.30', '655.20', '0.00', '286.90']

/** Building works, equipment and energy as a workbook: three sheets, joined heads, remarks under the tables. */
export const worksReport: MadeDocument = {
  name: 'works-report',
  format: 'xlsx',
  figures: {
    ...many('plan', planned),
    ...many('paid', paid),
    ...many(
      'paidShare',
      paid.map((n, i) => share(n, planned[i]!)),
    ),
    plan: '6200.00',
    paid: '4900.00',
    paidShare: share('4900', '6200'),
    ...many('area', ['12600', '8450', '5200', '1800', '950']),
    area: '29000',
    perArea: per('62000000', '29000', 2),
    'u.plan': '万元',
    ...many('sets', [1264, 3180, 412, 896]),
    sets: '5752',
    ...many('setsBefore', [1180, 2946, 398, 870]),
    setsBefore: '5394',
    ...many('setsMore', [84, 234, 14, 26]),
    setsMore: '358',
    ...many('value', ['5236.80', '4128.45', '1865.20', '769.55']),
    value: '12000.00',
    ...many(
      'valueShare',
      ['5236.80', '4128.45', '1865.20', '769.55'].map((n) => share(n, 12000)),
    ),
    perSet: per(12000, 5752),
    big: '186',
    bigValue: '6842.30',
    ...many('power', ['1285600', '968400', '746000']),
    power: '3000000',
    powerBefore: '3124500',
    powerFall: '3.98',
    powerPer: per(3000000, 7500, 0),
    people: '7500',
    green: '412800',
    greenShare: share(412800, 3000000),
    ...many('water', ['86400', '72300', '51300']),
    water: '210000',
    waterBefore: '224600',
    waterFall: '6.50',
    waterPer: per(210000, 7500, 0),
    checked: '2023年11月20日',
    'no.t1': '1',
    'no.t2': '2',
    'no.t3': '3',
    'no.t4': '4',
  },
  text: `
# 基建项目
松涛工程职业学院2023年度基本建设与设备情况
表{no.t1} 基建项目投资完成情况（金额单位：万元；面积单位：平方米）
| 项目名称 | 建筑面积 | 计划投资 | 累计完成投资 | 完成率（%） |
| 实训中心二期 | {area1} | {plan1} | {paid1} | {paidShare1} |
| 学生公寓6号楼 | {area2} | {plan2} | {paid2} | {paidShare2} |
| 图书馆改造 | {area3} | {plan3} | {paid3} | {paidShare3} |
| 室外管网 | {area4} | {plan4} | {paid4} | {paidShare4} |
| 食堂维修 | {area5} | {plan5} | {paid5} | {paidShare5} |
| 合计 | {area} | {plan} | {paid} | {paidShare} |
备注：计划投资合计{plan}{u.plan}，室外管网项目因选址调整尚未开工；工程质量监督站于{checked}完成抽检。
# 设备
表{no.t2} 教学科研仪器设备台套数
| 类别 | 2022年末（台套） | 2023年末（台套） | 增加（台套） |
| 机械加工类 | {setsBefore1} | {sets1} | {setsMore1} |
| 计算机类 | {setsBefore2} | {sets2} | {setsMore2} |
| 检测分析类 | {setsBefore3} | {sets3} | {setsMore3} |
| 其他 | {setsBefore4} | {sets4} | {setsMore4} |
| 合计 | {setsBefore} | {sets} | {setsMore} |
表{no.t3} 教学科研仪器设备值
| 类别 | 设备值（万元） | 占比（%） |
| 机械加工类 | {value1} | {valueShare1} |
| 计算机类 | {value2} | {valueShare2} |
| 检测分析类 | {value3} | {valueShare3} |
| 其他 | {value4} | {valueShare4} |
| 合计 | {value} | 100.00 |
备注：教学科研仪器设备共{sets}台套，设备值{value}万元，平均每台套{perSet}万元；其中单价10万元以上的大型设备{big}台套，设备值{bigValue}万元。
# 能耗
表{no.t4} 水电用量
| 区域 | 用电量（千瓦时） | 用水量（吨） |
| 教学区 | {power1} | {water1} |
| 学生生活区 | {power2} | {water2} |
| 实训区 | {power3} | {water3} |
| 合计 | {power} | {water} |
备注：2023年用电量{power}千瓦时，比上年的{powerBefore}千瓦时下降{powerFall}%，其中可再生能源电量{green}千瓦时，占{greenShare}%；用水量{water}吨，比上年的{waterBefore}吨下降{waterFall}%。按师生{people}人计算，人均用电{powerPer}千瓦时、人均用水{waterPer}吨。
`,
  relations: [
    relate.numbering(...names('no.t', 4)),
    relate.total('area', ...names('area', 5)),
    relate.total('plan', ...names('plan', 5)),
    relate.total('paid', ...names('paid', 5)),
    ...[1, 2, 3, 5].map((i) => relate.percentage(`paidShare${i}`, `paid${i}`, `plan${i}`)),
    relate.percentage('paidShare', 'paid', 'plan'),
    relate.order('paid2', 'plan2'),
    relate.unit('plan@2', 'u.plan', '元'),
    relate.total('sets', ...names('sets', 4)),
    relate.total('setsBefore', ...names('setsBefore', 4)),
    relate.total('setsMore', ...names('setsMore', 4)),
    ...[1, 2, 3, 4].map((i) => relate.difference(`setsMore${i}`, `setsBefore${i}`, `sets${i}`)),
    relate.total('value', ...names('value', 4)),
    ...[1, 2, 3, 4].map((i) => relate.percentage(`valueShare${i}`, `value${i}`, 'value')),
    relate.quotient('perSet', 'value@2', 'sets@2'),
    relate.order('big', 'sets@2'),
    relate.order('bigValue', 'value@2'),
    relate.total('power', ...names('power', 3)),
    relate.total('water', ...names('water', 3)),
    relate.growth('powerFall', 'powerBefore', 'power@2'),
    relate.growth('waterFall', 'waterBefore', 'water@2'),
    relate.order('green', 'power@2'),
    relate.percentage('greenShare', 'green', 'power@2'),
    relate.quotient('powerPer', 'power@2', 'people'),
    relate.quotient('waterPer', 'water@2', 'people'),
    relate.impossible('people', '-7500'),
    relate.impossible('greenShare', '-13.76'),
    relate.impossible('checked', '2023年11月31日', '2203年11月20日'),
    relate.impossible('area2', '-8450'),
    relate.catalogue('green', '4128000'),
  ],
}
