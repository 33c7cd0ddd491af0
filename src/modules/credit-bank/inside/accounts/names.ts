import type { Label } from '../../../../language/label.ts'

/**
 * Characters that papers of one person write differently: variant and traditional forms that names are often found with
 * (第一批异体字整理表; 通用规范汉字表). A row is one character in all its forms. Characters that are different surnames
 * (于 and 於) are not here.
 */
const FORMS = [
  '恒恆 峰峯 群羣 启啟啓 晋晉 哲喆 升昇 仙僊 温溫 吕呂 黄黃 户戶 青靑 真眞 慎愼 郎郞 朗朖 产產 强強彊 岩巖嵒 里裡裏 杰傑 钟鐘鍾 阎閻',
  '叶葉 苏蘇甦 云雲 胜勝 宁寧甯 泽澤 华華 国國 东東 陈陳 张張 刘劉 赵趙 孙孫 杨楊 吴吳 郑鄭 冯馮 卫衛 蒋蔣 韩韓 许許 贾賈 邓鄧 罗羅 龙龍 万萬 兰蘭',
  '凤鳳 丽麗 红紅 军軍 伟偉 兴興 庆慶 义義 广廣 学學 贤賢 宝寶寳 鑫𨰻 静靜 莹瑩 颖穎頴 艳艷豔 琼瓊 娴嫻嫺 绣繡 韵韻 咏詠 册冊 修脩 珍珎 瑶瑤 璃琍 凉涼 净淨',
]
  .join(' ')
  .split(' ')

const plainOf = new Map(FORMS.flatMap((forms) => [...forms].map((form) => [form, [...forms][0]!] as const)))

/** How two names written for one person compare. */
export type NameMatch =
  | { readonly same: true; readonly variants: readonly string[] }
  | { readonly same: false; readonly variants?: never }

/** Full width, spaces and every kind of middle dot make no difference. */
const bare = (name: string): string => name.normalize('NFKC').replace(/[\s·•‧∙⋅・．.]/gu, '')

/** Is it one name? `variants` names what is written differently: "恆 ↔ 恒". */
export function matchNames(a: string, b: string): NameMatch {
  const [left, right] = [[...bare(a)], [...bare(b)]]
  if (left.length !== right.length) return { same: false }
  const variants: string[] = []
  for (const [i, one] of left.entries()) {
    const other = right[i]!
    if (one.toLowerCase() === other.toLowerCase()) continue
    if ((plainOf.get(one) ?? one) !== (plainOf.get(other) ?? other)) return { same: false }
    variants.push(`${one} ↔ ${other}`)
  }
  return { same: true, variants }
}

/** What somebody should do about a name that differs from the one that is registered; null when it does not. */
export function nameDiffers(match: NameMatch): Label | null {
  if (match.same && match.variants.length === 0) return null
  return match.same
    ? {
        zh: `姓名与登记的只差异体字或繁简字（${match.variants.join('、')}），视为同一人；请按身份证更正`,
        en: `The name differs from the registered one in a variant character only (${match.variants.join(', ')}): taken as the same person. Correct it after the identity card`,
      }
    : {
        zh: '姓名与该身份证号登记的姓名不同：请核对姓名和身份证号；确有改名的，先申请更正',
        en: 'The name is not the one registered for this identity number: check both. After a change of name, ask for a correction first',
      }
}
