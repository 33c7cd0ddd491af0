/** What a column of a file of advertisements may hold. */
export const COLUMN_KINDS = [
  'title',
  'text',
  'company',
  'place',
  'pay',
  'payMin',
  'payMax',
  'education',
  'experience',
  'tags',
  'date',
  'industry',
] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

/** Header of the file by what it holds; several columns may make the text. */
export type Columns = Readonly<Partial<Record<ColumnKind, readonly string[]>>>

/** Headers as sites and spreadsheets name them; small letters, without blanks and underscores. The first that fits wins. */
const NAMES: readonly (readonly [ColumnKind, RegExp])[] = [
  ['payMin', /^(?:min(?:wages?|salary|pay)|salarymin|最低(?:薪资|工资|月薪)|薪资下限)/],
  ['payMax', /^(?:max(?:wages?|salary|pay)|salarymax|最高(?:薪资|工资|月薪)|薪资上限)/],
  [
    'title',
    /^(?:job(?:name|title)?|title|position(?:name)?|职位(?:名称)?|岗位(?:名称)?|招聘职位|招聘岗位|工作名称|标题)$/,
  ],
  [
    'text',
    /requirement|description|^desc|jobdetail|content|^text$|(?:职位|岗位|工作|任职|招聘)(?:描述|职责|要求|信息|详情|内容)|职责|要求$|正文|详情/,
  ],
  ['company', /^company(?:name)?$|^(?:公司|企业|单位)(?:名称)?$|招聘单位|^employer/],
  ['pay', /salary|wage|^pay|薪|工资|待遇/],
  ['education', /degree|education|学历/],
  ['experience', /workyear|experience|经验|工作年限/],
  ['place', /^(?:work)?(?:area|city|location|place)|workarea|地点|城市|地区|区域|地址/],
  ['industry', /^industry|^(?:所属|公司|企业)?行业(?:代码|名称|类别|分类|门类)?$|国民经济行业/],
  ['tags', /tags?$|skills?$|attribute|标签|技能|关键/],
  ['date', /date|time|日期|时间/],
]

/** The likeliest meaning of each header; a person confirms or changes it. */
export function guessColumns(headers: readonly string[]): Columns {
  const columns: Partial<Record<ColumnKind, string[]>> = {}
  for (const header of headers) {
    const plain = header.toLowerCase().replace(/[\s_-]/g, '')
    const kind = NAMES.find(([, pattern]) => pattern.test(plain))?.[0]
    if (kind === undefined) continue
    // A search word of the crawler (search_area) is worse than what the advertisement says.
    if (columns[kind] !== undefined && kind !== 'text' && kind !== 'tags') continue
    if (plain.startsWith('search')) continue
    ;(columns[kind] ??= []).push(header)
  }
  return columns
}

/** One name for a file's headers, whatever their order: columns mapped once are remembered by it. */
export const headersKey = (headers: readonly string[]): string =>
  headers.filter(Boolean).toSorted().join('\t').slice(0, 2000)
