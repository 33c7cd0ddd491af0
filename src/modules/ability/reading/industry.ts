import { industryClasses } from '../dictionaries/industry-classes.ts'

/** Names of sites for what GB/T 4754 calls otherwise, each with its code. */
const SITES: Readonly<Record<string, string>> = {
  互联网: 'I64',
  移动互联网: 'I64',
  电子商务: 'I64',
  计算机软件: 'I65',
  软件: 'I65',
  IT服务: 'I65',
  信息技术: 'I65',
  人工智能: 'I65',
  通信: 'I63',
  电子技术: 'C39',
  半导体: 'C39',
  集成电路: 'C39',
  计算机硬件: 'C39',
  汽车: 'C36',
  机械: 'C34',
  化工: 'C26',
  医药: 'C27',
  制药: 'C27',
  电力: 'D44',
  新能源: 'D44',
  建筑: 'E',
  批发零售: 'F',
  快速消费品: 'F',
  物流: 'G',
  餐饮: 'H62',
  酒店: 'H61',
  金融: 'J',
  银行: 'J66',
  保险: 'J68',
  房地产: 'K70',
  广告: 'L72',
  人力资源: 'L72',
  环保: 'N77',
  教育培训: 'P83',
  医疗: 'Q84',
  养老: 'Q85',
  影视: 'R87',
  游戏: 'I65',
}

interface Industries {
  /** Names by code, the letter of the section before the digits: I, I65, I651, I6513. */
  readonly names: ReadonlyMap<string, string>
  readonly byDigits: ReadonlyMap<string, string>
  /** The broadest code of each name, without 业 at its end. */
  readonly byName: ReadonlyMap<string, string>
}

let read: Industries | undefined

/** GB/T 4754—2017, made ready once. */
function industries(): Industries {
  if (read !== undefined) return read
  const names = new Map<string, string>()
  const byDigits = new Map<string, string>()
  const byName = new Map(Object.entries(SITES).map(([name, code]) => [plain(name), code]))
  let section = ''
  for (const line of industryClasses.trim().split('\n')) {
    const at = line.indexOf(' ')
    const [code, name] = [line.slice(0, at), line.slice(at + 1)]
    if (/^[A-Z]$/.test(code)) section = code
    else byDigits.set(code, section + code)
    const whole = /^[A-Z]$/.test(code) ? code : section + code
    names.set(whole, name)
    if (!byName.has(plain(name))) byName.set(plain(name), whole)
  }
  return (read = { names, byDigits, byName })
}

const plain = (name: string) =>
  name
    .toUpperCase()
    .replaceAll(/[\s/／·、，,（）()-]/g, '')
    .replace(/业$/, '')

/**
 * The industry that a cell names, by code or by name of GB/T 4754: '6513', 'I65', 'I65 软件和信息技术服务业',
 * '软件和信息技术服务业'; of several the first that is known.
 * @returns the code with the letter of its section, 'I6513'; '' when nothing is said, null when it cannot be read
 */
export function industryOf(cell: string): string | null {
  if (cell.trim() === '') return ''
  const { names, byDigits, byName } = industries()
  for (const words of [cell, ...cell.split(/[,，;；/|、\n]/)]) {
    const [, letter = '', digits = ''] = /^\s*([A-T]?)(\d{0,4})(?:\s|$|\D)/i.exec(words) ?? []
    const coded = digits === '' ? undefined : byDigits.get(digits)
    if (coded !== undefined) return coded
    if (letter !== '' && words.trim().length === 1) return letter.toUpperCase()
    const named = byName.get(plain(words.replace(/^\s*[A-T]?\d{2,4}\s*/i, '')))
    if (named !== undefined && names.has(named)) return named
  }
  return null
}

/** Sections and divisions to make an industry of a city of, each with its name. */
export const listIndustryCodes = (): { key: string; name: string }[] =>
  [...industries().names].filter(([code]) => code.length <= 3).map(([key, name]) => ({ key, name }))
