/**
 * Pairs of which the first is never more than the second, in words that all reports of this kind use. Patterns look at
 * the whole name of a quantity. `within` limits a pair to places that belong together.
 */
export interface OrderFact {
  readonly less: RegExp
  readonly more: RegExp
  /** anywhere: figures of the whole college; paragraph: only side by side. */
  readonly within: 'anywhere' | 'paragraph'
  readonly zh: string
  readonly en: string
}

export const ORDER_FACTS: readonly OrderFact[] = [
  {
    less: /^(毕业去向)?落实(毕业去向)?(人数)?$|^毕业(生)?去向落实人数$|^已落实毕业去向(的)?(毕业生|人数)?$/,
    more: /^(应届)?毕业生(总?人?数|总数|共)?$/,
    within: 'anywhere',
    zh: '落实去向的毕业生不多于毕业生',
    en: 'Those settled are among the graduates',
  },
  {
    less: /^(毕业生)?升学(人数|数)?$/,
    more: /^(应届)?毕业生(总?人?数|总数|共)?$/,
    within: 'anywhere',
    zh: '升学人数不多于毕业生人数',
    en: 'Those in further study are among the graduates',
  },
  {
    less: /^升入(普通)?本科(院校)?(人数|数)?$/,
    more: /^(毕业生)?升学(人数|数)?$/,
    within: 'anywhere',
    zh: '升入本科人数不多于升学人数',
    en: 'Those in bachelor programmes are among those in further study',
  },
  {
    less: /^毕业生面向三次产业就业人数$/,
    more: /^毕业去向落实人数$/,
    within: 'anywhere',
    zh: '三次产业就业人数不多于毕业去向落实人数',
    en: 'Those at work are among the settled',
  },
  {
    less: /^(新生)?(实际)?报到(人数|数|新生)?$/,
    more: /^(新生)?(实际)?(招生)?录取(人数|数|新生|总数)?$/,
    within: 'paragraph',
    zh: '报到数不多于录取数',
    en: 'Those who arrived are among the admitted',
  },
  {
    less: /^专任教师(数|人数|总数)?$/,
    more: /^(在编)?教职员?工(总?人?数|总数)?$/,
    within: 'anywhere',
    zh: '专任教师不多于教职工',
    en: 'Full-time teachers are staff',
  },
  {
    less: /^(双师(型|素质)?(专任)?教师|专任教师.?双师(型|素质).?)(数|人数)?$/,
    more: /^专任教师(数|人数|总数)?$/,
    within: 'anywhere',
    zh: '双师型专任教师不多于专任教师',
    en: 'Double-qualified teachers are teachers',
  },
  {
    less: /^(授权)?发明专利(授权)?(数量|数)?$/,
    more: /^专利授权(数量|数|总数)?$/,
    within: 'anywhere',
    zh: '发明专利授权不多于专利授权',
    en: 'Inventions are among the patents',
  },
  {
    less: /^专利授权(数量|数)?$/,
    more: /^知识产权(项目)?(授权)?(数量|数)?$/,
    within: 'anywhere',
    zh: '专利授权不多于知识产权',
    en: 'Patents are among the intellectual property',
  },
  {
    less: /^互联网出口(总)?带宽$|^校园网出口(总)?带宽$/,
    more: /^校园网主干(最大)?带宽$/,
    within: 'anywhere',
    zh: '出口带宽不大于主干带宽',
    en: 'The exit is no broader than the main road',
  },
  {
    less: /^公益项目培训学时$/,
    more: /^非学历培训学时$/,
    within: 'anywhere',
    zh: '公益培训学时不多于非学历培训学时',
    en: 'Hours for the public benefit are among the hours',
  },
  {
    less: /^年?实习责任保险经费$/,
    more: /^年?实习专项经费$/,
    within: 'anywhere',
    zh: '实习责任保险经费不多于实习专项经费',
    en: 'Insurance is among the spending on internships',
  },
  {
    less: /^(提交|回收|收回|完成|有效)[^，。]{0,10}(问卷|答卷)(数|份数)?$|^有效(问卷|答卷)$/,
    more: /^(发放|下发|发出)[^，。]{0,8}(问卷|答卷)(数|份数)?$/,
    within: 'paragraph',
    zh: '收回的问卷不多于发放的问卷',
    en: 'No more answers come back than were asked',
  },
  {
    less: /^(全日制)?(普通)?(高职|专科|高职专科)在校生(人数|数)?$/,
    more: /^(全日制)?在校生(总?人?数|总数|规模)?$/,
    within: 'anywhere',
    zh: '高职在校生不多于全部在校生',
    en: 'Students of one kind are among all students',
  },
  {
    less: /^(寄宿生|住宿生|住校生|走读生|随迁子女|留守儿童|残疾学生|少数民族(学生)?|家庭经济困难学生|困难学生|男生|女生)(数|人数)?$/,
    more: /^(全日制)?在校(学)?生(总?人?数|总数)?$/,
    within: 'paragraph',
    zh: '各类学生不多于在校生',
    en: 'Students of one kind are among all students',
  },
  {
    less: /^(思政课|体育课|美育课)(专任)?教师(数|人数)?$/,
    more: /^专任教师(数|人数|总数)?$/,
    within: 'anywhere',
    zh: '课程教师不多于专任教师',
    en: 'Teachers of a subject are teachers',
  },
  {
    less: /^(实有)?(事业)?在编(在岗)?(人员|人数|教职工)?$/,
    more: /^(核定)?(事业)?编制(数|总数|人数)?$/,
    within: 'paragraph',
    zh: '在编人员不多于编制',
    en: 'No more are employed than there are posts',
  },
]
