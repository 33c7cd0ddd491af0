import { regionList } from './region-list.ts'

/** The levels of GB/T 2260, from the widest. */
export type RegionLevel = 'province' | 'city' | 'county'

/** Every region in force, by code, in the order of codes. */
export const regions: ReadonlyMap<string, string> = new Map(
  regionList
    .trim()
    .split('\n')
    .map((line) => [line.slice(0, 6), line.slice(7)]),
)

/** Headings between a province and its counties (市辖区, 县, 省直辖县级行政区划): codes, but no places people name. */
const isHeading = (code: string) => /^(11|12|31|50)0[12]00$|^\d\d9000$/.test(code)

/** The name by itself: "渝北区". Undefined for codes that are not in force. */
export const regionName = (code: string): string | undefined => regions.get(code)

const provinceOf = (code: string) => `${code.slice(0, 2)}0000`
const cityOf = (code: string) => `${code.slice(0, 4)}00`

/** The level by the form of the code; 东莞 and its like, cities without counties, are cities. */
export function levelOf(code: string): RegionLevel {
  return code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'
}

/** The regions that a region lies in, from the widest, headings left out. */
export function regionsAbove(code: string): readonly string[] {
  const above = [...new Set([provinceOf(code), cityOf(code)])]
  return above.filter((one) => one !== code && regions.has(one) && !isHeading(one))
}

/**
 * The whole name: "重庆市 渝北区", "江苏省 南京市 玄武区". A code that is no longer in force stands behind what it lay
 * in: "北京市 110103".
 */
export function regionPath(code: string): string {
  return [...regionsAbove(code).map((one) => regions.get(one)!), regions.get(code) ?? code].join(' ')
}

/** Provinces, in the order of codes. */
export const provinces: readonly string[] = [...regions.keys()].filter((code) => levelOf(code) === 'province')

/** The first and the last code of a region and all that lies in it. */
export function codesWithin(code: string): readonly [first: string, last: string] {
  const level = levelOf(code)
  return [code, level === 'province' ? `${code.slice(0, 2)}9999` : level === 'city' ? `${code.slice(0, 4)}99` : code]
}

let children: ReadonlyMap<string, readonly string[]> | undefined

/** The regions directly below: of a province its cities, or its counties where only headings stand between. */
export function regionsBelow(code: string): readonly string[] {
  children ??= Map.groupBy(
    [...regions.keys()].filter((one) => levelOf(one) !== 'province' && !isHeading(one)),
    (one) => regionsAbove(one).at(-1)!,
  )
  return children.get(code) ?? []
}

/** The cities of a province as codes have them, headings included: the counties of 北京 lie in 110100. */
export function citiesOf(province: string): readonly string[] {
  return [...regions.keys()].filter((code) => levelOf(code) === 'city' && provinceOf(code) === province)
}

// Self-governing regions are called after the peoples who live there; short names leave them out.
const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|' +
  '土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|俄罗斯|鄂温克|保安|裕固|独龙|鄂伦春|普米|各'
const ENDINGS = new RegExp(
  `^(..+?)(?:特别行政区|(?:(?:${PEOPLES})族?)*自治[区州县旗]|地区|林区|省|市|盟|区|县|旗)$`,
  'u',
)

/** "内蒙古", "南京", "延边": the name without its rank. The name itself when nothing would be left. */
const shortName = (name: string): string => ENDINGS.exec(name)?.[1] ?? name

interface Named {
  readonly code: string
  readonly isShort: boolean
}
let named: ReadonlyMap<string, readonly Named[]> | undefined

function namedLike(name: string): readonly Named[] {
  named ??= Map.groupBy(
    [...regions].flatMap(([code, full]) => {
      const short = shortName(full)
      return [{ code, isShort: false }, ...(short === full ? [] : [{ code, isShort: true }])]
    }),
    ({ code, isShort }) => (isShort ? shortName(regions.get(code)!) : regions.get(code)!),
  )
  return named.get(name) ?? []
}

/** Whether the text names regions that this one lies in, from the widest: "江苏省", "江苏南京", "南京市" or nothing. */
function leadsTo(text: string, code: string): boolean {
  let starts = [0]
  for (const above of regionsAbove(code)) {
    const full = regions.get(above)!
    const names = [full, shortName(full)]
    starts = starts.flatMap((at) => [
      at,
      ...names.filter((name) => text.startsWith(name, at)).map((n) => at + n.length),
    ])
  }
  return starts.includes(text.length)
}

const RANK = { province: 0, city: 1, county: 2 } as const

/**
 * The regions that a text may mean: one when it is clear, several when it is not, none when nothing is called so.
 * Understood are whole and short names, alone or behind what they lie in, with or without spaces: "重庆",
 * "重庆市渝北区", "江苏 南京 玄武", "渝北区". A name in full is preferred to a short one, and a short one means the widest
 * region called so ("长沙" is the city, not the county in it); only where a province and a city share it (吉林省, 吉林市)
 * are both given.
 */
export function findRegions(text: string): readonly string[] {
  const written = text.replace(/[\s,，、>›/／·-]+/gu, '')
  const found: Named[] = []
  for (let at = 0; at < written.length; at++)
    for (const one of namedLike(written.slice(at))) if (leadsTo(written.slice(0, at), one.code)) found.push(one)
  const inFull = found.filter(({ isShort }) => !isShort)
  if (inFull.length > 0) return [...new Set(inFull.map(({ code }) => code))]
  const codes = [...new Set(found.map(({ code }) => code))]
  const widest = Math.min(...codes.map((code) => RANK[levelOf(code)]))
  return codes.filter(
    (code) => RANK[levelOf(code)] === widest || (levelOf(code) === 'city' && regions.get(code) === `${written}市`),
  )
}
