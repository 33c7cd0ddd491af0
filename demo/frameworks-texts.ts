/** Levels, units and outcomes of the demo's frameworks: written for the demo, copied from nowhere. */

export interface LevelText {
  readonly code: string
  readonly title: string
  /** Knowledge, skills, autonomy. */
  readonly descriptors: readonly [string, string, string]
}

export const FOUR_LEVELS: readonly LevelText[] = [
  {
    code: 'L1',
    title: '一级：初级工',
    descriptors: ['了解岗位常用的名称、工具和安全要求', '在示范后完成单项操作', '在他人指导下工作，对自己的操作负责'],
  },
  {
    code: 'L2',
    title: '二级：中级工',
    descriptors: ['理解工艺过程及其原因', '独立完成常见任务并自检', '按计划工作，能发现并报告异常'],
  },
  {
    code: 'L3',
    title: '三级：高级工',
    descriptors: ['掌握本专业系统知识和相邻岗位的联系', '处理非常规任务，改进方法', '带领小组，对小组结果负责'],
  },
  {
    code: 'L4',
    title: '四级：技师',
    descriptors: ['综合运用多学科知识', '解决复杂技术问题，编制工艺方案', '组织培训和技术改造，对部门目标负责'],
  },
]

const TEN: readonly (readonly [string, string, string, string])[] = [
  ['基础常识', '知道日常生活所需的常识', '模仿完成简单操作', '在直接监督下完成'],
  ['初中后', '知道学习和工作的基本常识', '按步骤完成简单任务', '在监督下完成'],
  ['技工预备', '了解一个领域的基本事实', '使用常用工具完成常规任务', '在指导下工作'],
  ['中等职业', '理解一个领域的事实、原理和过程', '选择方法完成常规任务', '按计划独立工作'],
  ['高等职业', '掌握一个领域的系统知识', '处理有变化的任务', '管理自己的工作，指导他人'],
  ['高等职业提高', '掌握领域前沿的部分知识', '提出并试行改进', '对小组的结果负责'],
  ['学士', '批判地理解一个领域的理论', '解决复杂而不可预知的问题', '管理项目，承担决策责任'],
  ['学士后', '掌握跨领域的综合知识', '整合新知识设计方案', '领导团队，评价成效'],
  ['硕士', '掌握高度专门化的知识', '在研究和创新中解决问题', '在复杂环境中变革工作'],
  ['博士', '处于一个领域的最前沿', '创造新知识和新方法', '以学术和职业的权威引领发展'],
]
export const TEN_LEVELS: readonly LevelText[] = TEN.map(([title, ...descriptors], i) => ({
  code: `Q${i + 1}`,
  title: `第 ${i + 1} 级：${title}`,
  descriptors,
}))

export interface UnitText {
  readonly code: string
  readonly statement: string
  /** Code of its level among the four. */
  readonly level: string
  readonly outcomes: readonly string[]
  /** The course that leads to it: the nth of the college's plan. */
  readonly course?: number
}

export interface StandardText {
  readonly number: string
  readonly edition: string
  /** The edition that it replaced. */
  readonly before: string | null
  readonly name: string
  readonly kind: string
  readonly industry: string
  /** Whose training programme leads to it. */
  readonly major: string
  /** Names of certificates, and the unit each proves. */
  readonly certificates: readonly (readonly [certificate: string, unit: string])[]
  readonly units: readonly UnitText[]
}

export const STANDARDS: readonly StandardText[] = [
  {
    number: 'NL-HJ',
    edition: '2024',
    before: '2021',
    name: '焊接行业能力标准（演示）',
    kind: 'competency',
    industry: '装备制造',
    major: '机械制造及自动化',
    certificates: [['工业机器人应用编程', 'HJ4']],
    units: [
      {
        code: 'HJ1',
        statement: '焊前准备',
        level: 'L1',
        outcomes: ['能识读焊接工艺卡', '能选择并检查焊条、焊丝和保护气体', '能清理坡口并完成定位焊'],
      },
      {
        code: 'HJ2',
        statement: '熔化极气体保护焊',
        level: 'L2',
        outcomes: ['能设定电流、电压和送丝速度', '能完成平、立、横位对接焊缝', '能判断并返修表面缺陷'],
      },
      {
        code: 'HJ3',
        statement: '焊接质量检验',
        level: 'L3',
        outcomes: ['能按标准做外观检验', '能读懂射线检测报告'],
      },
      {
        code: 'HJ4',
        statement: '机器人焊接编程',
        level: 'L3',
        outcomes: ['能示教并优化焊接轨迹', '能诊断常见的系统报警'],
      },
    ],
  },
  {
    number: 'NL-XNY',
    edition: '2023',
    before: null,
    name: '新能源汽车行业能力标准（演示）',
    kind: 'competency',
    industry: '汽车',
    major: '新能源汽车技术',
    certificates: [['智能新能源汽车', 'XN2']],
    units: [
      {
        code: 'XN1',
        statement: '高压安全',
        level: 'L1',
        outcomes: ['能完成高压下电和验电', '能选用绝缘防护用品'],
        course: 241,
      },
      {
        code: 'XN2',
        statement: '动力电池检测与维护',
        level: 'L2',
        outcomes: ['能读取并解释电池管理系统数据', '能更换电池模组并做绝缘测试'],
        course: 242,
      },
      { code: 'XN3', statement: '驱动电机诊断', level: 'L3', outcomes: ['能诊断旋变和温度传感器故障'] },
    ],
  },
]
