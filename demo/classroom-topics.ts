/** What is asked in the lessons of the demo's course, one line for each of the twelve meetings. */

export interface MadeItem {
  /** Code of the knowledge point. */
  readonly point: string
  readonly stem: string
  readonly right: string
  readonly wrong: readonly string[]
  /** Of a hundred average students so many get it right. */
  readonly ease: number
  /** The strong get it wrong as often as the weak: its wording is ambiguous. */
  readonly isAmbiguous?: true
}

export interface MadeTopic {
  readonly title: string
  readonly items: readonly MadeItem[]
  readonly steps?: readonly string[]
  readonly homework?: string
}

const item = (point: string, ease: number, stem: string, right: string, ...wrong: string[]): MadeItem => ({
  point,
  ease,
  stem,
  right,
  wrong,
})

export const TOPICS: readonly MadeTopic[] = [
  {
    title: '动力电池的种类',
    items: [
      item('1.1', 78, '磷酸铁锂电池与三元锂电池相比，主要优点是', '热稳定性好', '能量密度高', '低温性能好'),
      item('1.1', 72, '能量密度较高、低温性能较好的是', '三元锂电池', '磷酸铁锂电池', '铅酸电池'),
    ],
  },
  {
    title: '电池的主要参数',
    items: [
      item('1.2', 98, '容量的单位是', '安时', '伏特', '欧姆'),
      item('1.2', 70, '100 Ah、350 V 电池包的能量约为', '35 kWh', '3.5 kWh', '350 kWh'),
      item('1.1', 84, '三元锂电池正极不含', '铁', '镍', '钴'),
    ],
    homework: '电池参数计算',
  },
  {
    title: '能量与能量密度',
    items: [
      item('1.2', 74, '质量 250 kg、能量 35 kWh 的电池包能量密度为', '140 Wh/kg', '14 Wh/kg', '1400 Wh/kg'),
      item('1.1', 86, '家用轿车不再使用的电池是', '镍镉电池', '磷酸铁锂电池', '三元锂电池'),
    ],
  },
  {
    title: '荷电状态估算',
    items: [
      item('2.1', 76, '荷电状态的含义是', '剩余容量占总容量的比例', '电压与额定电压之比', '已充电的时间'),
      item('1.2', 80, '开路电压法估算前需要', '静置足够时间', '大电流放电', '加热电池'),
      item('2.1', 74, '安时积分法的误差主要来自', '电流测量的累积误差', '电压波动', '环境湿度'),
    ],
    homework: '荷电状态计算',
  },
  {
    title: '荷电状态的修正',
    items: [
      item('2.1', 66, '用安时积分法时需要定期', '用开路电压校正', '更换电流传感器', '放空电池'),
      item('1.2', 82, '标称电压是', '规定条件下的平均工作电压', '充满时的电压', '放空时的电压'),
    ],
  },
  {
    title: '健康状态与衰减',
    items: [
      item('2.2', 74, '健康状态下降主要表现为', '容量减小、内阻增大', '电压升高', '重量减小'),
      item('2.2', 70, '加速衰减的使用方式是', '长期高温满电存放', '浅充浅放', '常温存放'),
      item('2.1', 76, '荷电状态 20% 的 50 Ah 电池剩余', '10 Ah', '20 Ah', '40 Ah'),
      { ...item('2.2', 50, '低温下电池容量“不能”恢复，这种说法', '错误', '正确', '无法判断'), isAmbiguous: true },
      item('1.2', 80, '内阻增大使电池', '发热增加', '容量增大', '电压升高'),
    ],
    homework: '衰减案例分析',
  },
  {
    title: '单体均衡',
    items: [
      item('3.1', 40, '被动均衡的能量去向是', '电阻发热', '转移到其他单体', '回馈电网'),
      item('3.1', 13, '单体压差 80 mV、荷电状态 95%，应当', '先充满再判断', '立即更换单体', '不需要处理'),
      item('2.1', 78, '荷电状态低的单体在放电时', '先到截止电压', '后到截止电压', '没有影响'),
    ],
  },
  {
    title: '均衡方案讨论',
    items: [
      item('3.1', 62, '主动均衡的优点是', '能量损失小', '成本低', '电路简单'),
      item('2.1', 80, '均衡一般在什么时候进行', '充电末期', '大电流放电时', '停放低温时'),
    ],
    homework: '均衡方案比较',
  },
  {
    title: '热管理',
    items: [
      item('3.2', 76, '液冷板一般布置在', '模组底部', '电池包外壳上方', '驾驶室'),
      item('3.1', 66, '温差过大会导致', '单体不一致加剧', '容量增大', '内阻消失'),
    ],
  },
  {
    title: '绝缘检测',
    items: [
      item('4.1', 80, '绝缘电阻应不小于', '500 Ω/V', '5 Ω/V', '50 Ω/V'),
      item('3.2', 78, '冷却液泄漏可能引起', '绝缘下降', '容量增大', '电压升高'),
    ],
    steps: ['穿戴防护用品', '断电并验电', '选择量程并测量', '判断并记录'],
    homework: '绝缘检测单',
  },
  {
    title: '绝缘检测（二）',
    items: [
      item('4.1', 84, '测量前应当先', '断开高压并等待放电', '直接接表笔', '打开空调'),
      item('4.2', 76, '拆卸电池包前应', '断开低压蓄电池负极', '启动车辆', '打开充电口'),
    ],
    steps: ['穿戴防护用品', '断电并验电', '选择量程并测量', '判断并记录'],
  },
  {
    title: '电池包拆装安全',
    items: [
      item('4.2', 82, '拆装时必须', '两人作业、一人监护', '一人独立完成', '不戴手套'),
      item('3.1', 72, '更换单体后应当', '进行均衡', '直接行驶', '清除故障码即可'),
      item('2.1', 84, '更换模组后仪表显示的荷电状态', '需要重新标定', '不受影响', '变为零'),
    ],
  },
]
