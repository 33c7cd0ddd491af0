import type { Label, Lang } from '../../../language/label.ts'
import type { WireWords } from '../wire.ts'
import { lastPart, wordsIn } from './words-in.ts'

/** Verbs that programs send again and again, mostly with an English word alone: by the last part of their address. */
const KNOWN: Readonly<Record<string, Label>> = {
  launched: { zh: '启动', en: 'launched' },
  initialized: { zh: '打开', en: 'initialized' },
  terminated: { zh: '退出', en: 'terminated' },
  abandoned: { zh: '中途离开', en: 'abandoned' },
  satisfied: { zh: '达到要求', en: 'satisfied' },
  waived: { zh: '免修', en: 'waived' },
  completed: { zh: '学完', en: 'completed' },
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'failed' },
  answered: { zh: '回答', en: 'answered' },
  asked: { zh: '提问', en: 'asked' },
  attempted: { zh: '尝试', en: 'attempted' },
  attended: { zh: '到课', en: 'attended' },
  commented: { zh: '评论', en: 'commented' },
  experienced: { zh: '浏览', en: 'experienced' },
  interacted: { zh: '互动', en: 'interacted' },
  mastered: { zh: '掌握', en: 'mastered' },
  progressed: { zh: '进展', en: 'progressed' },
  registered: { zh: '登记', en: 'registered' },
  responded: { zh: '回应', en: 'responded' },
  resumed: { zh: '继续', en: 'resumed' },
  scored: { zh: '得分', en: 'scored' },
  shared: { zh: '分享', en: 'shared' },
  suspended: { zh: '暂停', en: 'suspended' },
  played: { zh: '播放', en: 'played' },
  paused: { zh: '暂停播放', en: 'paused' },
  seeked: { zh: '拖动进度', en: 'seeked' },
  voided: { zh: '作废', en: 'voided' },
}
/** Only of these vocabularies is the last part the same word everywhere. */
const VOCABULARY = /^https?:\/\/(?:adlnet\.gov|w3id\.org\/xapi|activitystrea\.ms)\//

/** A verb in the reader's language: as its statement says it, or as it is known, or the last part of its address. */
export function verbWords(id: string, display: WireWords | null, lang: Lang): string {
  const known = VOCABULARY.test(id) ? KNOWN[lastPart(id)] : undefined
  const hasLang = Object.keys(display ?? {}).some((name) => name.toLowerCase().startsWith(lang))
  return (hasLang ? undefined : known?.[lang]) ?? wordsIn(display, lang) ?? known?.[lang] ?? lastPart(id)
}
