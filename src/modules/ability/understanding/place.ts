import { regions } from '../../../fields/region/regions.ts'
import { buildTrie, scanTrie } from './trie.ts'

interface City {
  readonly name: string
  readonly code: string
}
interface Named {
  /** Undefined for provinces: they are read over, and what follows them stands alone. */
  readonly city: City | undefined
  /** A city or county that many know by this word alone; districts and short county names need a word before them. */
  readonly isPlain: boolean
}

const MUNICIPALITY = /^(?:11|12|31|50)/
const SHORT =
  /(?:特别行政区|(?:朝鲜族|蒙古族?|回族|藏族|彝族|苗族|壮族|布依族|侗族|白族|傣族|哈尼族|傈僳族|土家族|羌族|哈萨克|柯尔克孜|景颇族)+自治州|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|地区|盟|省|市)$/
const COUNTY = /(?:市|县|区|旗|自治县|自治旗)$/
/** Words of the language that are place names too. */
const EVERYDAY = new Set(
  '和平 河东 河西 南开 新华 桥西 长安 城区 矿区 郊区 开发 东方 海港 朝阳 中山 西安 东安 南山 宝山 青山 江北 江南 江东 城中 城东 城西 城北 城关 平安 安定 通道 建设 团结 向阳 前进 东风 友谊 爱民 阳明 西湖 高新 白云 越秀 天河 黄山 海南 吉林 丰满 大通 昌平 兴国 永新 新建 会同 东山 西山 平和 云和 德化 保安 建华 铁东 铁西 清河 龙山 南海 宝安 龙华 大同 新城 东城 西城 新民 安福 资源 灌阳 永定 金城 华容 石门 双清 大方 金沙 普定 东区 西区 仁和 合作 广安 长治 通海 文山 临翔 公安 武功 勉县 洋县 礼县 文县 临夏 积石山 建水 大安 长乐 万山 思明 海安 永吉 乐业 安康 兴安 新兴 鼓楼 玄武 秦淮 姑苏 中原 二七 金水 惠济 管城'.split(
    ' ',
  ),
)

const places = gazetteer()

function gazetteer() {
  const words = new Map<string, Named>()
  const cities = new Map<string, City>()
  const rows = [...regions]
  const add = (word: string, named: Named): void => {
    const before = words.get(word)
    // A word that names two places tells neither, unless one of them is a city.
    if (before !== undefined && before.city?.code !== named.city?.code && !before.isPlain && !named.isPlain)
      words.delete(word)
    else if (before === undefined || (named.isPlain && !before.isPlain)) words.set(word, named)
  }
  for (const [code, name] of rows)
    if (code.endsWith('0000') && !MUNICIPALITY.test(code) && !/^[78]/.test(code)) {
      words.set(name, { city: undefined, isPlain: true })
      if (!/吉林/.test(name)) words.set(name.replace(SHORT, ''), { city: undefined, isPlain: true })
    }
  for (const [code, name] of rows) {
    if (!code.endsWith('00') || (code.endsWith('0000') && !MUNICIPALITY.test(code) && !/^[78]/.test(code))) continue
    if (/市辖区|^县$|直辖/.test(name)) continue
    const short = name.replace(SHORT, '') || name
    const city = { name: short, code }
    cities.set(code.slice(0, MUNICIPALITY.test(code) ? 2 : 4), city)
    add(name, { city, isPlain: true })
    if (short.length >= 2)
      add(short, {
        city,
        isPlain:
          !EVERYDAY.has(short) ||
          short === '西安' ||
          short === '吉林' ||
          short === '大同' ||
          short === '长治' ||
          short === '安康' ||
          short === '广安',
      })
  }
  for (const [code, name] of rows) {
    if (code.endsWith('00')) continue
    const city =
      cities.get(code.slice(0, MUNICIPALITY.test(code) ? 2 : 4)) ??
      (/^(?:4190|4290|4690|6590)/.test(code)
        ? { name: name.replace(/市$|(?:黎族|苗族|黎族苗族)?自治县$|县$/, ''), code }
        : undefined)
    if (city === undefined) continue
    const isCity = name.length >= 3 && name.endsWith('市')
    add(name, { city, isPlain: isCity })
    const short = name.replace(COUNTY, '')
    if (short.length >= 2 && short !== name && !EVERYDAY.has(short)) add(short, { city, isPlain: isCity })
  }
  return buildTrie([...words].map(([word, named]) => [word, named] as const))
}

const LABEL =
  /(?:工作|上班|办公|公司|面试|岗位|单位)?(?:地点|地址|城市|区域|地区|所在地)\s*(?:】|\])?\s*[:：]?\s*$|(?:base|坐标|location|位于|驻点?|base地|工作地)\s*[:：]?\s*(?:in )?$/
const ALONE_BEFORE = /(?:^|[\s，,。；;、|/·（(【[\]】\-—'":：）)]|省)$/
const ALONE_AFTER = /^(?:市|区|县|$|[\s，,。；;、|/·）)】\]\-—'"])/
const NOT_PLACE_AFTER = /^(?:大学|学院|银行|分公司|有限|集团|总部|户|户籍|人|话|路|菜|局|牌|地区|等|历史|文化)/
const ENGLISH: ReadonlyMap<string, string> = new Map([
  ['shanghai', '上海'],
  ['beijing', '北京'],
  ['shenzhen', '深圳'],
  ['guangzhou', '广州'],
  ['suzhou', '苏州'],
  ['hangzhou', '杭州'],
  ['nanjing', '南京'],
  ['chengdu', '成都'],
  ['wuhan', '武汉'],
  ['tianjin', '天津'],
  ['chongqing', '重庆'],
  ['dalian', '大连'],
  ['qingdao', '青岛'],
  ['xiamen', '厦门'],
  ['wuxi', '无锡'],
  ['ningbo', '宁波'],
  ['dongguan', '东莞'],
  ["xi'an", '西安'],
])
const ENGLISH_PLACE = new RegExp(`(?:location|based?|in|at)\\W{0,4}(${[...ENGLISH.keys()].join('|')})`)

export interface Place {
  readonly city: City
  readonly start: number
  readonly end: number
}

/**
 * The city of the job: behind a label (工作地点：), else the first that stands alone, the way sites print it (深圳-南山区,
 * 浙江省宁波). Districts and counties lead to their city.
 */
export function findPlace(text: string): Place | undefined {
  let labelled: Place | undefined
  let alone: Place | undefined
  let province = -1
  scanTrie(places, text, (start, end, { city, isPlain }) => {
    // 吉林 is a province too: 吉林长春 is the city behind it.
    if (labelled?.city.name === '吉林' && labelled.end === start && city?.code.startsWith('22'))
      labelled = { city, start, end }
    if (labelled !== undefined) return true
    if (city === undefined) {
      province = end
      return true
    }
    const before = text.slice(Math.max(0, start - 10), start)
    const after = text.slice(end, end + 4)
    if (NOT_PLACE_AFTER.test(after)) return true
    const follows = province >= 0 && start - province <= 3
    if (LABEL.test(before)) labelled = { city, start, end }
    else if (
      alone === undefined &&
      isPlain &&
      (follows || ALONE_BEFORE.test(before)) &&
      (ALONE_AFTER.test(after) || after.startsWith('中区') || startsDistrict(text, end))
    )
      alone = { city, start, end }
    return true
  })
  const found = labelled ?? alone
  if (found !== undefined) return found
  const english = ENGLISH_PLACE.exec(text)
  if (english === null) return undefined
  const name = english[1]!
  let city: City | undefined
  scanTrie(places, ENGLISH.get(name)!, (_, __, named) => ((city = named.city), true))
  const end = english.index + english[0].length
  return city === undefined ? undefined : { city, start: end - name.length, end }
}

/** 南昌红谷滩区, 深圳南山: a district right behind its city. */
function startsDistrict(text: string, at: number): boolean {
  let found = false
  scanTrie(places, text.slice(at, at + 6), (start) => {
    if (start === 0 || (start === 1 && text[at] === '市')) found = true
    return true
  })
  return found || /^市?[\u4e00-\u9fff]{2,4}(?:区|县|镇|街道|新区)/.test(text.slice(at, at + 8))
}
