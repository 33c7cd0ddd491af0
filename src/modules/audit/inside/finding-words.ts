import type { Label, Lang } from '../../../language/label.ts'
import type { WireFinding } from '../wire.ts'
import { VERDICT_WORDS } from '../words.ts'

/** Who the comments in an exported document are from. */
export const COMMENTER: Label = { zh: '匠心', en: 'Jiangxin' }

/** A finding as the paragraphs of a comment. */
export function findingWords(finding: WireFinding, number: number, lang: Lang): string[] {
  const { message, arithmetic, explanations, mark } = finding
  const perhaps = explanations.map((e) => e[lang]).join(lang === 'zh' ? '；' : '; ')
  const colon = lang === 'zh' ? '：' : ': '
  return [
    `${number}. ${message[lang]}`,
    ...(arithmetic === undefined ? [] : [arithmetic]),
    ...(perhaps === '' ? [] : [`${{ zh: '可能的原因', en: 'Perhaps' }[lang]}${colon}${perhaps}`]),
    ...(mark ? [`${VERDICT_WORDS[mark.verdict][lang]}${mark.reason === '' ? '' : colon}${mark.reason}`] : []),
  ]
}

/** Whether somebody called these very figures right: their readers need no comment. */
export const isDismissed = ({ mark }: WireFinding): boolean => mark?.verdict === 'wrong' && mark.sameFigures
