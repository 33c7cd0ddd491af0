import type { DemoContext, Random } from './context.ts'

/** One made-up advertisement, as a file would hold it. */
export interface DemoAdvertisement {
  readonly title: string
  readonly company: string
  readonly place: string
  readonly pay: string
  readonly education: string
  readonly experience: string
  readonly date: string
  readonly text: string
}

interface Trade {
  readonly titles: readonly string[]
  readonly firms: readonly string[]
  readonly duties: readonly string[]
  /** Phrases that ask for skills; the first come most often. */
  readonly asks: readonly string[]
  readonly education: readonly string[]
  /** Lowest pay of a month in hundreds of yuan. */
  readonly pay: number
}

const PER_TRADE = 30
const CITIES = ['南昌', '南昌', '南昌', '九江', '赣州', '上饶', '宜春', '杭州', '深圳']
const SOFT = [
  '责任心强',
  '沟通能力良好',
  '具有团队合作精神',
  '学习能力强',
  '能吃苦耐劳',
  '工作认真细致',
  '有较强的抗压能力',
  '执行力强',
]

const TRADES: readonly Trade[] = [
  {
    titles: ['Java开发工程师', 'Web前端开发工程师', '软件工程师', '后端开发工程师'],
    firms: ['示例云帆软件（演示）', '示例数智科技（演示）', '示例慧算信息（演示）'],
    duties: ['负责业务系统的需求分析与开发', '参与数据库设计和接口开发', '编写技术文档并完成单元测试'],
    asks: [
      '熟悉Java、Spring Boot',
      '熟练使用MySQL',
      '掌握HTML、CSS、JavaScript',
      '熟悉Vue',
      '熟悉Linux常用命令',
      '熟悉Git',
      '有Redis经验者优先',
      '了解微服务架构',
      '了解Docker者优先',
    ],
    education: ['大专', '大专', '本科'],
    pay: 70,
  },
  {
    titles: ['软件测试工程师', '测试工程师'],
    firms: ['示例云帆软件（演示）', '示例质测科技（演示）'],
    duties: ['编写测试用例，执行功能测试', '提交并跟踪缺陷，输出测试报告'],
    asks: [
      '熟悉软件测试理论',
      '熟练使用MySQL',
      '熟悉Linux',
      '会使用JMeter',
      '熟悉Python',
      '有自动化测试经验者优先',
      '了解Selenium者优先',
    ],
    education: ['大专', '本科'],
    pay: 60,
  },
  {
    titles: ['汽车维修技师', '新能源汽车维修技师', '汽车机电维修工'],
    firms: ['示例江南汽车服务（演示）', '示例启程汽车销售（演示）'],
    duties: ['负责车辆保养、故障诊断与维修', '使用诊断仪排查电路故障'],
    asks: [
      '熟悉汽车构造',
      '会使用诊断仪、万用表',
      '掌握发动机维修',
      '熟悉三电系统',
      '持低压电工证',
      '会四轮定位',
      '有驾驶证',
    ],
    education: ['中专', '大专'],
    pay: 50,
  },
  {
    titles: ['电气自动化技术员', '设备维修工程师', 'PLC工程师', '机电一体化技术员'],
    firms: ['示例精工装备（演示）', '示例赣江机械（演示）', '示例智造科技（演示）'],
    duties: ['负责设备的安装调试与日常维护', '编写PLC程序，绘制电气原理图'],
    asks: [
      '能看懂电气图纸',
      '熟悉西门子PLC',
      '持电工证',
      '熟悉变频器、伺服',
      '熟练使用AutoCAD',
      '会使用万用表',
      '有工业机器人调试经验者优先',
      '熟悉液压',
    ],
    education: ['大专', '中专', '本科'],
    pay: 55,
  },
  {
    titles: ['会计', '财务会计', '出纳', '税务会计'],
    firms: ['示例诚信财税（演示）', '示例赣江机械（演示）', '示例优选商贸（演示）'],
    duties: ['负责日常账务处理与费用报销', '完成纳税申报，编制财务报表'],
    asks: [
      '熟悉会计准则和税法',
      '熟练使用金蝶、用友',
      '熟练使用Excel',
      '持初级会计证',
      '有中级会计师证者优先',
      '熟悉成本核算',
    ],
    education: ['大专', '本科'],
    pay: 40,
  },
  {
    titles: ['电商运营专员', '天猫运营', '直播运营', '跨境电商运营'],
    firms: ['示例优选商贸（演示）', '示例出海电商（演示）'],
    duties: ['负责店铺运营、活动报名和详情页优化', '跟进数据分析，提升转化率'],
    asks: [
      '熟悉天猫或京东平台规则',
      '会使用直通车',
      '熟练使用Excel',
      '会Photoshop者优先',
      '了解抖音、小红书',
      '有直播经验者优先',
      '英语四级',
    ],
    education: ['大专', '大专', '本科'],
    pay: 50,
  },
  {
    titles: ['护士', '病房护士', '养老护理员'],
    firms: ['示例康宁医院（演示）', '示例乐龄养老（演示）'],
    duties: ['负责患者的基础护理和生命体征监测', '书写护理文书，做好健康宣教'],
    asks: ['持护士执业资格证', '掌握静脉输液', '掌握心肺复苏', '熟悉无菌操作', '会使用心电监护仪', '持健康证'],
    education: ['大专', '中专', '本科'],
    pay: 45,
  },
  {
    titles: ['土建施工员', '造价员', 'BIM工程师', '资料员'],
    firms: ['示例江城建设（演示）', '示例筑元工程（演示）'],
    duties: ['负责现场施工管理与技术交底', '整理工程资料，核对工程量'],
    asks: [
      '熟悉施工规范',
      '熟练使用CAD',
      '会使用广联达',
      '熟悉全站仪',
      '持施工员证',
      '有二级建造师证者优先',
      '会Revit者优先',
    ],
    education: ['大专', '本科'],
    pay: 55,
  },
]

/** A year of made-up advertisements around the demo college: `file` names where they seem to come from. */
export function demoAdvertisements(demo: DemoContext): {
  readonly file: string
  readonly rows: readonly DemoAdvertisement[]
} {
  const random = demo.random('ability')
  return {
    file: '演示招聘信息.csv',
    rows: TRADES.flatMap((trade) => Array.from({ length: PER_TRADE }, () => advertisement(trade, random))),
  }
}

function advertisement(trade: Trade, random: Random): DemoAdvertisement {
  // Earlier phrases are asked by more: every later one is left out more often.
  const asks = trade.asks.filter((_, at) => random.between(0, trade.asks.length + 3) > at)
  const soft = random.shuffle(SOFT).slice(0, random.between(1, 3))
  const low = trade.pay + random.between(0, 6) * 5 + asks.length * 2
  const years = random.between(0, 3)
  const education = random.pick(trade.education)
  const items = [...random.shuffle(asks), soft.join('，')]
  return {
    title: random.pick(trade.titles),
    company: random.pick(trade.firms),
    place: random.pick(CITIES),
    pay: `${low * 100}-${(low + 20 + random.between(0, 6) * 5) * 100}元/月`,
    education,
    experience: years === 0 ? '经验不限' : `${years}年以上经验`,
    date: `2023-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
    text: `岗位职责：${trade.duties.map((duty, at) => `${at + 1}、${duty}`).join('；')}。任职要求：1、${education}及以上学历；${items.map((item, at) => `${at + 2}、${item}`).join('；')}。`,
  }
}
