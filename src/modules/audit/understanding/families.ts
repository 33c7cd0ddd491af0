/**
 * Kinds of parts that exclude each other: only such parts add up. 国家级 + 省级 + 校级 is a sum, 大型企业 + 留在本地 is not,
 * for one graduate may be both. `isWhole` families leave nothing over, so that their sum must equal the whole.
 */
export interface Family {
  readonly name: string
  readonly members: readonly (readonly [name: string, pattern: RegExp])[]
  /** Members that together leave nothing over; absent where parts may always be missing. */
  readonly complete?: readonly (readonly string[])[]
  /** Members that mostly leave nothing over: believed where a slip of the hand is all that keeps them from their whole. */
  readonly usual?: readonly (readonly string[])[]
}

/** Two kinds that between them are mostly all there is: 必修 and 选修, 学历 and 非学历. */
const pair = (name: string, one: RegExp, other: RegExp): Family => ({
  name,
  members: [
    ['one', one],
    ['other', other],
  ],
  usual: [['one', 'other']],
})

export const FAMILIES: readonly Family[] = [
  {
    name: 'level',
    members: [
      ['international', /国际级/],
      ['national', /国家级|(?<!省)部级|^国家(?!规划)|(?<![外])国级|国赛/],
      ['provincial', /省级|省部级|省市级|自治区级|省赛|^省(?!内|外)/],
      ['city', /(?<!省)市级|市厅级|地市级|厅级|厅局级/],
      ['college', /校级|院级|^校(?!内|外|企)/],
    ],
    complete: [
      ['national', 'provincial', 'college'],
      ['national', 'city', 'college'],
      ['national', 'provincial', 'city', 'college'],
    ],
  },
  {
    name: 'sex',
    members: [
      ['men', /男(生|性|教师|同学)?$|^男/],
      ['women', /女(生|性|教师|同学)?$|^女/],
    ],
    complete: [['men', 'women']],
  },
  {
    name: 'prize',
    members: [
      ['special', /特等奖/],
      ['first', /(?<!特)[一1]等奖/],
      ['second', /[二2]等奖/],
      ['third', /[三3]等奖/],
      ['merit', /优秀奖|优胜奖|鼓励奖/],
    ],
    usual: [
      ['first', 'second', 'third'],
      ['special', 'first', 'second', 'third'],
    ],
  },
  {
    name: 'medal',
    members: [
      ['gold', /金[奖牌]/],
      ['silver', /银[奖牌]/],
      ['bronze', /铜[奖牌]/],
    ],
    usual: [['gold', 'silver', 'bronze']],
  },
  {
    name: 'sector',
    members: [
      ['primary', /第一产业|一产/],
      ['secondary', /第二产业|二产/],
      ['tertiary', /第三产业|三产/],
    ],
    complete: [['primary', 'secondary', 'tertiary']],
  },
  {
    name: 'inside',
    members: [
      ['inside', /校内/],
      ['outside', /校外/],
    ],
    complete: [['inside', 'outside']],
  },
  {
    name: 'abroad',
    members: [
      ['home', /国内|境内/],
      ['abroad', /国外|境外|国（境）外/],
    ],
    complete: [['home', 'abroad']],
  },
  {
    name: 'province',
    members: [
      ['inside', /省内|区内|市内|本省|本市|本地/],
      ['outside', /省外|区外|市外|外省|外地/],
    ],
    complete: [['inside', 'outside']],
  },
  {
    name: 'title',
    members: [
      ['professor', /^(正高级?|教授)/],
      ['associate', /副高级?|副教授/],
      ['lecturer', /^中级|讲师/],
      ['assistant', /^初级|助教|助理/],
      ['none', /^(未定级|无职称|未评级)/],
    ],
    usual: [['professor', 'associate', 'lecturer', 'assistant']],
  },
  {
    name: 'degree',
    members: [
      ['doctor', /博士/],
      ['master', /硕士(?!及以上)/],
      ['bachelor', /学士|^本科(?!及以上)/],
      ['associate', /^(大专|专科)/],
    ],
  },
  {
    name: 'money',
    members: [
      ['central', /中央|央财/],
      ['local', /地方财政|省级?财政|市级?财政|省财|地方/],
      ['enterprise', /企业/],
      ['own', /自筹|自有/],
      ['other', /^其他/],
    ],
  },
  {
    name: 'patent',
    members: [
      ['invention', /发明专利(授权)?/],
      ['utility', /实用新型/],
      ['design', /外观设计|外观专利/],
    ],
    usual: [
      ['invention', 'utility', 'design'],
      ['invention', 'utility'],
    ],
  },
  {
    name: 'term',
    members: [
      ['spring', /春季/],
      ['autumn', /秋季/],
    ],
  },
  {
    name: 'grade',
    members: [
      ['1', /一年级|大一/],
      ['2', /二年级|大二/],
      ['3', /三年级|大三/],
    ],
    usual: [['1', '2', '3']],
  },
  {
    name: 'answer',
    members: [
      ['very', /^(很|非常)满意/],
      ['rather', /^(比较|较)?满意/],
      ['fair', /^一般|基本满意/],
      ['little', /^不(太)?满意/],
      ['not', /^(很|非常)不满意/],
    ],
    usual: [
      ['very', 'rather', 'fair', 'little'],
      ['very', 'rather', 'fair', 'little', 'not'],
    ],
  },
  {
    name: 'course',
    members: [
      ['public', /公共(基础)?课/],
      ['basic', /专业基础课/],
      ['core', /专业核心课|核心课/],
      ['elective', /选修课|拓展课/],
    ],
  },
  {
    name: 'certificate',
    members: [
      ['low', /^初级/],
      ['middle', /^中级/],
      ['high', /^高级/],
    ],
  },
  {
    name: 'destination',
    members: [
      ['study', /升学|深造|升入/],
      ['army', /入伍|参军/],
      ['business', /创业/],
      ['free', /灵活就业|自由职业/],
      ['waiting', /待就业|未就业|暂不就业/],
      ['job', /就业|受雇/],
    ],
  },
  {
    name: 'language',
    members: [
      ['own', /中文/],
      ['other', /外文|英文/],
    ],
    complete: [['own', 'other']],
  },
  {
    name: 'carrier',
    members: [
      ['paper', /纸质/],
      ['electronic', /电子/],
    ],
    complete: [['paper', 'electronic']],
  },
  {
    name: 'owner',
    members: [
      ['public', /公办/],
      ['private', /民办/],
    ],
    complete: [['public', 'private']],
  },
  {
    name: 'engagement',
    members: [
      ['full', /专职|专任/],
      ['part', /兼职/],
    ],
    complete: [['full', 'part']],
  },
  {
    name: 'way',
    members: [
      ['on', /线上/],
      ['off', /线下/],
    ],
    complete: [['on', 'off']],
  },
  {
    name: 'campus people',
    members: [
      ['students', /^学生/],
      ['staff', /^(教职工|教师|教工)/],
    ],
  },
  {
    name: 'adult intake',
    members: [
      ['upgrade', /专升本/],
      ['entry', /高起[专本]/],
    ],
  },
  {
    name: 'outcome',
    members: [
      ['done', /^已/],
      ['open', /^(未|正在|在[建研]|待)/],
    ],
    complete: [['done', 'open']],
  },
  pair('duty', /必修/, /选修/),
  pair('kind of course', /^理论/, /^(?:实践|实训|实验)/),
  pair('schooling', /^学历(?:教育|生|班)?/, /^(?:非学历|短期|语言|进修)/),
  pair('full time', /^全日制/, /^(?:非全日制|业余|函授)/),
  pair('degree course', /本科/, /专科|高职/),
  pair('upper secondary', /普通高中|普高/, /中职|职高|中等职业/),
  pair('settlement', /城镇|城市|城区/, /农村|乡村|乡镇/),
  pair('people', /^汉族/, /少数民族/),
  pair('staff of now', /^(?:在职|在岗)/, /^(?:离退休|离休|退休)/),
  pair('posts', /^(?:编制内|在编|事业编)/, /^(?:编制?外|聘用|合同制|外聘)/),
  pair('spending', /基本支出/, /项目支出/),
  pair('running costs', /人员(?:经费|支出)/, /(?:日常)?公用(?:经费|支出)/),
  pair('research', /横向/, /纵向/),
  pair('level of plan', /^学校(?:层面|级)/, /^专业群(?:层面|级)?/),
  pair('state of work', /^已?结[题项]/, /^(?:在研|在建)/),
  pair('halves', /上半年/, /下半年/),
  pair('graduation', /应届/, /往届/),
  pair('play', /原创|新创/, /复排|移植/),
  pair('patients', /门(?:急)?诊/, /住院/),
  pair('lessons', /面授|集中/, /网络|远程/),
  pair('boarding', /^(?:住宿|住校|寄宿)/, /^走读/),
  {
    name: 'procurement',
    members: [
      ['goods', /货物/],
      ['works', /工程/],
      ['services', /服务/],
    ],
    usual: [['goods', 'works', 'services']],
  },
  {
    name: 'degree and title',
    members: [
      ['senior', /^高级(?:职称)?/],
      ['middle', /^中级(?:职称)?/],
      ['junior', /^初级(?:职称|及)?/],
    ],
    usual: [['senior', 'middle', 'junior']],
  },
  {
    name: 'letters',
    members: [
      ['a', /^[A甲]类?/],
      ['b', /^[B乙]类?/],
      ['c', /^[C丙]类?/],
    ],
    usual: [['a', 'b', 'c']],
  },
  {
    name: 'marks',
    members: [
      ['best', /^优秀?$/],
      ['good', /^良好?$/],
      ['pass', /^(?:合格|及格|达标)/],
      ['fail', /^不(?:合格|及格|达标)/],
    ],
    usual: [
      ['best', 'good', 'pass', 'fail'],
      ['best', 'good', 'pass'],
      ['pass', 'fail'],
    ],
  },
]

/** The family and member that a label names, or null. The first family that fits all of the labels is used. */
export function familyOf(labels: readonly string[]): { family: Family; members: string[] } | null {
  const plain = labels.map((label) => label.replace(/^(其中|其中：|包括|含)[：:]?\s*/, '').replace(/\s/g, ''))
  for (const family of FAMILIES) {
    const members = plain.map((label) => memberOf(family, label))
    if (members.every((m) => m !== null) && new Set(members).size === members.length) return { family, members }
  }
  return null
}

export function memberOf(family: Family, label: string): string | null {
  return family.members.find(([, pattern]) => pattern.test(label))?.[0] ?? null
}

/** Whether these members, which are all that is named, mostly leave nothing over. */
export const isUsual = (family: Family, members: readonly string[]): boolean =>
  family.usual?.some((all) => all.length === members.length && all.every((m) => members.includes(m))) ?? false

/** Whether these members leave nothing over. */
export const isComplete = (family: Family, members: readonly string[]): boolean =>
  family.complete?.some((all) => all.every((m) => members.includes(m))) ?? false
