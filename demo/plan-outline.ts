/** The plan's boards and their tasks, named after the headings of a published mid-term report of a Double-High college. */
export interface Board {
  readonly name: string
  /** Key of the unit that answers for it. */
  readonly unit: string
  readonly tasks: readonly string[]
}

export const PLAN = 'double-high-midterm'
/** Number of the school's score sheet, from which the plan's scores come. */
export const SCHOOL_SHEET = 'double-high-midterm-school'
export const FROM = '2019-10-01'
export const AS_OF = '2021-12-31'

export interface Level {
  readonly key: 'school' | 'group'
  readonly letter: string
  readonly name: string
  /** Per cent of the total, and the self-evaluation score, as printed. */
  readonly weight: string
  readonly score: string
  /** Leaf tasks, and how many of them are done at the mid-term. */
  readonly leaves: number
  readonly completed: number
  readonly boards: readonly Board[]
}

const board = (name: string, unit: string, ...tasks: readonly string[]): Board => ({ name, unit, tasks })

export const LEVELS: readonly Level[] = [
  {
    key: 'school',
    letter: 'S',
    name: '学校层面',
    weight: '30',
    score: '98.06',
    leaves: 255,
    completed: 254,
    boards: [
      board('党建引领，思政先行', 'party-building', '党建质量提升', '思政课教学模式', '三全育人体系'),
      board(
        '五育并举，技能锻造',
        'academic-affairs',
        '德技并修培养模式',
        '课程体系构建',
        '三教改革与课堂革命',
        '实践教学基地',
      ),
      board('立足区域，技术技能平台', 'research', '服务区域发展战略', '科研制度创新', '科研育人'),
      board('提质培优，专业集群', 'academic-affairs', '专业结构优化', '传统专业升级', '专业群协同发展'),
      board('引育结合，双师型队伍', 'personnel', '人事制度改革', '高层次人才引育', '教师发展平台'),
      board(
        '产教融合，校企共同体',
        'industry-partnership',
        '校企命运共同体',
        '产教融合基地',
        '校企人员流通',
        '行业标准制定',
      ),
      board('紧盯产业，服务能力', 'continuing-education', '服务中小企业', '乡村振兴培训', '全民终身学习'),
      board('制度筑基，高效治理', 'college-office', '制度建设与研究', '改革攻关与试点', '治理模式与评价机制'),
      board('提档升级，智慧校园', 'information', '信息基础设施', '信息技术与教学融合', '辐射带动'),
      board(
        '开放办学，标准输出',
        'international',
        '国际交流平台',
        '优质国际资源引进',
        '教师队伍国际化',
        '国际化育训项目',
        '学生国际交流',
      ),
    ],
  },
  {
    key: 'group',
    letter: 'G',
    name: '物联网应用技术专业群',
    weight: '70',
    score: '98.61',
    leaves: 157,
    completed: 155,
    boards: [
      board('人才培养模式创新', 'electronic', '校企协同培养', '分段递进培养', '专创融合'),
      board('课程体系与教学资源', 'ai', '三层课程体系', '数字化开放资源', '资源动态更新'),
      board('教材与教法改革', 'electronic', '新型教材开发', '混合式课堂改革', '课程思政'),
      board('教师教学创新团队', 'electronic', '人才引育', '教师职业发展路径', '教师实践能力'),
      board('实践教学基地', 'ai', '校内实训基地', '校外实训基地', '虚拟仿真与创新中心'),
      board('技术技能平台', 'automotive', '协同创新中心', '技能大师工作室', '科技成果转化'),
      board('社会服务', 'automotive', '面向中小企业', '面向乡村与社区', '面向全民终身学习'),
      board('国际交流与合作', 'ai', '国际课程资源', '竞赛标准', '国际认证', '师生国际培养'),
      board('可持续发展保障机制', 'electronic', '组织机构', '质量保证体系', '绩效评价机制'),
    ],
  },
]

/** What is done one after the other in a task, each with its last day. */
export const STEPS: readonly (readonly [name: string, due: string])[] = [
  ['调研与论证', '2020-03-31'],
  ['方案与制度', '2020-06-30'],
  ['团队组建', '2020-09-30'],
  ['条件建设', '2020-12-31'],
  ['试点实施', '2021-03-31'],
  ['全面实施', '2021-06-30'],
  ['成果总结', '2021-09-30'],
  ['推广应用', '2021-12-31'],
]
