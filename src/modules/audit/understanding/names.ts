/** Names of quantities made comparable: level, year, scope and fillers apart from the name itself. */

const LEVELS: readonly (readonly [RegExp, string])[] = [
  [/国家级|国家(?=精品|规划|教学|专业|课程|示范|一流|在线)|国赛/g, 'national'],
  [/省部级|省市级|省级|自治区级|省赛/g, 'provincial'],
  [/市厅级|地市级|市级/g, 'city'],
  [/校级|院级/g, 'college'],
]

const FILLERS = /(数量|总数量|总数|总人数|人数|总额|总量|总值|数额|数目|规模|情况|总计|合计|数)$/
const INNER_FILLERS = /的|了|[“”"‘’《》\s\-—–·：:、]/g

export interface Name {
  /** Without level and fillers; what two mentions must share. */
  readonly key: string
  /** national, provincial …: sorted, joined; '' when none is said. */
  readonly level: string
}

/** The comparable name of a label: 国家级在线精品课程数量 → { key: 在线精品课程, level: national }. */
export function nameOf(label: string, synonyms: Synonyms): Name {
  let key = label
    .replace(/^(其中|包括|含)[：:]?/, '')
    .replace(/[（(][^）)]{0,20}[）)]/g, '')
    .replace(INNER_FILLERS, '')
  const levels: string[] = []
  for (const [pattern, level] of LEVELS)
    if (pattern.test(key)) {
      levels.push(level)
      key = key.replace(pattern, '')
    }
  for (let before = ''; before !== key;) {
    before = key
    if (key.length > 3) key = key.replace(FILLERS, '')
  }
  return { key: synonyms.get(key) ?? key, level: levels.sort().join('+') }
}

/** From every name to the one that stands for all of its group. */
export type Synonyms = ReadonlyMap<string, string>

/** Names that mean the same in every report of this kind; users add groups of their own. */
export const COMMON_SYNONYMS: readonly (readonly string[])[] = [
  [
    '毕业去向落实率',
    '毕业生毕业去向落实率',
    '毕业生去向落实率',
    '去向落实率',
    '毕业生就业率',
    '就业率',
    '毕业生总体就业率',
    '初次就业率',
    '年终就业率',
    '毕业生毕业去向落实率达',
  ],
  ['毕业去向落实人数', '去向落实人数', '落实毕业去向'],
  ['毕业生', '毕业生共', '应届毕业生'],
  [
    '全日制在校生',
    '在校生',
    '全日制在校学生',
    '在校学生',
    '全日制高职在校生',
    '全日制普通高职在校生',
    '全日制普通在校生',
    '各类全日制在校生',
    '在籍学生',
    '在籍在校生',
  ],
  ['专任教师', '专任教师总'],
  ['教职工', '教职员工', '教职工总', '在职教职工', '在编在岗教职工'],
  ['生师比', '师生比'],
  ['双师素质专任教师比例', '双师型专任教师比例', '双师素质教师比例'],
  ['升学', '毕业生升学', '升学毕业生'],
  ['自主创业', '创业', '毕业生自主创业'],
  ['升学率', '毕业生升学率', '升学比例'],
  ['用人单位满意度', '雇主满意度', '用人单位对毕业生满意度', '用人单位总体满意度'],
  ['在校生满意度', '学生满意度', '在校生总体满意度'],
  ['家长满意度', '学生家长满意度'],
  ['教职工满意度', '教职员工满意度'],
  ['新生报到率', '报到率'],
  ['生均教学科研仪器设备值', '生均仪器设备值', '生均教学仪器设备值', '生均教学科研仪器设备'],
  ['横向技术服务到款额', '横向技术服务到账额', '横向技术服务到账经费', '横向技术服务到款', '横向到款额'],
  ['纵向科研经费到款额', '纵向科研到款额', '纵向科研经费到账额', '纵向科研经费到账'],
  ['非学历培训到账经费', '非学历培训到款额', '非学历培训收入'],
  ['留学生', '国外留学生', '来华留学生', '接收国外留学生', '国（境）外留学生', '留学生招生', '外国留学生'],
  ['行业导师', '聘请行业导师'],
  ['录取', '招生录取', '录取新生', '录取学生', '实际录取', '新生录取'],
  ['报到', '报到新生', '实际报到', '新生报到', '新生实际报到'],
  [
    '发明专利授权',
    '发明专利',
    '新授权发明专利',
    '授权的发明专利',
    '授权发明专利',
    '获授权发明专利',
    '获发明专利授权',
    '国家发明专利授权',
    '获得发明专利授权',
    '授权国家发明专利',
  ],
  ['非学历培训项目', '非学历教育培训项目'],
  [
    '月收入',
    '平均月收入',
    '毕业生月收入',
    '毕业生平均月收入',
    '毕业生月均收入',
    '月均收入',
    '毕业生半年后平均月收入',
    '应届毕业生平均月收入',
    '毕业生平均起薪',
    '平均起薪',
  ],
  ['双师型教师', '双师型专任教师', '双师素质教师', '双师素质专任教师', '双师型素质教师'],
  ['馆藏纸质图书', '图书馆藏纸质图书', '馆藏图书', '图书馆纸质图书'],
  ['教学科研仪器设备总值', '教学科研仪器设备值', '教学仪器设备总值', '仪器设备总值'],
  ['占地', '校园占地', '占地面积', '校园占地面积', '学校占地面积'],
  ['校舍建筑面积', '校舍建筑总面积', '建筑总面积', '总建筑面积', '校舍总建筑面积'],
  ['招生专业', '开设专业', '开设高职专业', '高职专业', '设置专业'],
  ['合作企业', '校企合作企业', '深度合作企业'],
  ['非学历培训', '非学历教育培训'],
  ['用人单位', '招聘单位', '进校招聘单位'],
  ['校外实训基地', '校外实习实训基地', '校外实习基地', '校外实践基地', '校外实践教学基地'],
  ['校内实训基地', '校内实习实训基地', '校内实践基地', '校内实践教学基地'],
  [
    '国家规划教材',
    '国家级规划教材',
    '职业教育国家规划教材',
    '十四五职业教育国家规划教材',
    '十三五职业教育国家规划教材',
  ],
  ['在线精品课程', '精品在线课程', '精品在线开放课程', '在线开放课程'],
  ['自主创业率', '毕业生自主创业率', '自主创业比例'],
]

/** Groups as a map, keys in comparable spelling; a later group that shares a name joins the earlier one. */
export function synonymMap(groups: readonly (readonly string[])[]): Synonyms {
  const map = new Map<string, string>()
  for (const group of groups) {
    const names = group.map((name) => nameOf(name, new Map()).key).filter((name) => name !== '')
    const known = names.map((name) => map.get(name)).find((name) => name !== undefined)
    const head = known ?? names[0]
    if (head !== undefined) for (const name of names) if (!map.has(name)) map.set(name, head)
  }
  return map
}
