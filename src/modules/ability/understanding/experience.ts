const CHINESE: Readonly<Record<string, number>> = {
  半: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}
const FIGURE = '(\\d{1,2}|[一二两三四五六七八九十])'
const YEARS = new RegExp(
  `(?<![\\d年届第近过])${FIGURE}\\s{0,2}(?:年)?\\s{0,2}(?:[-—–~～至到或]{1,3}\\s{0,2}${FIGURE})?\\s{0,2}\\+?\\s{0,2}(?:个)?(?:年|years?|yrs?)(?:\\s{0,2}(?:of|working))?(?!\\s{0,2}(?:制|薪|内|级|届|第|来|终|底|后|前|中|度|会|发展史|历史|假|的历史|\\d))\\s{0,2}(\\(?含\\)?|及其?以上|或以上|以上|左右|或者以上|起|以内|以下|\\+)?`,
  'g',
)
/** Nothing farther away than so many letters belongs to a figure. */
const CLAUSE = 80
const ABOUT_WORK = /经验|经历|工作|从业|从事|开发|experience|相关|岗|背景|管理|销售|研发|施工|设计|测试|驾龄/
const NONE =
  /经验不限|不限经验|无需(?:工作|相关)?经验|无经验(?:要求|亦可|均可|也可|可|者|优|，|,|。|；|可带)|有无(?:工作)?经验|不需要经验|无须经验|零基础|小白|应届|应往届|往届生均可|届(?:高校|大学|本科|专科)?毕业生|20\d\d届|在校生|经验[:：]?\s*(?:不限|无要求)|无工作经验|工作年限不限|no experience|可接受无经验|接受无经验/
const NOT_ABOUT =
  /合同|保修|合作|签|成立|创办|劳动|服务期|发展|历史|工龄|每|满|考核|晋升|质保|最近|近|深耕|专注|行业内|公司|集团|年龄|连续|过去|经营/

export interface Years {
  readonly min: number
  readonly max: number | null
  readonly start: number
  readonly end: number
}

/** Years of experience: the first figure that is a must; 应届, 不限, 无需经验 are 0. */
export function findYears(text: string): Years | undefined {
  let wish: Years | undefined
  const none = NONE.exec(text)
  YEARS.lastIndex = 0
  for (let match = YEARS.exec(text); match !== null; match = YEARS.exec(text)) {
    const [all, low, high, tail] = match
    const start = match.index
    const end = start + all.trimEnd().length
    const near = text.slice(Math.max(0, start - 8), start)
    const before = near.slice(near.search(/[^，,；;。]*$/))
    const stop = text.slice(end, end + CLAUSE).search(/[，,。；;\n]|$/)
    const after = text.slice(end, end + stop)
    // "2.1年以上" is item 2; a real decimal is no figure of whole years.
    if (/\d\.$/.test(near) && !/(?:^|[^\d])\d{1,2}\.$/.test(near)) continue
    const isTag = /^[\s，,。；;\n|/·'"\])]?$/.test(text.slice(end, end + 1)) && /^$|[\s|/·'"[(：:]$/.test(before)
    if (!isTag && !ABOUT_WORK.test(after.slice(0, 60)) && !/经验|工作|从业/.test(before)) continue
    if (NOT_ABOUT.test(before) && !/经验|工作/.test(before)) continue
    const min = figure(low!)
    const max = high === undefined ? null : figure(high)
    if (min > 30 || (max !== null && (max > 40 || max < min))) continue
    const isOpen = tail !== undefined && !/以内|以下|左右|含/.test(tail)
    const isExact =
      high === undefined && !isOpen && (isTag || /^\s*(?:工作)?经验\s*(?:$|['"])/.test(after) || tail === '左右')
    const years: Years =
      tail === '以内' || tail === '以下'
        ? { min: 0, max: max ?? min, start, end }
        : { min, max: max ?? (isExact && !isOpen ? min : null), start, end }
    if (/优先|加分|更佳|可放宽/.test(after)) {
      wish ??= years
      continue
    }
    // 应届 that stands before the figure is another kind of applicant: the lower one counts only when it comes first.
    if (none !== null && none.index < start && !/应届/.test(none[0])) break
    return years
  }
  if (none !== null && !isGraduateWish(text, none.index))
    return { min: 0, max: null, start: none.index, end: none.index + none[0].length }
  return wish
}

/** "应届毕业生优先" and "欢迎应届生" say 0 as well; "非应届", "限应届外" do not. */
const isGraduateWish = (text: string, at: number) =>
  /非$|不接受$|不招$|不考虑$/.test(text.slice(Math.max(0, at - 4), at))

const figure = (word: string) => CHINESE[word] ?? Number(word)
