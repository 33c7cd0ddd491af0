import type { Lang } from '../../../language/label.ts'
import type { WireItemScore } from '../wire.ts'
import type { SayScoring } from './use-scoring-texts.ts'

/** What an item was scored from, in a few words. */
export function valueText(t: SayScoring, lang: Lang, { value, rule, zeroWhen }: WireItemScore): string {
  if (value === null) return '—'
  if (value.zero && zeroWhen) return zeroWhen[lang]
  const parts: string[] = []
  const cases = Object.values(value.cases ?? {}).filter((count) => Number(count) > 0).length
  switch (rule.by) {
    case 'results':
      parts.push(t('value.results', { n: value.claims?.length ?? 0 }))
      break
    case 'experts':
      parts.push(t('value.experts', { n: value.scores?.length ?? 0 }))
      break
    case 'satisfaction':
      parts.push(t('value.questions', { n: value.answers?.length ?? 0 }))
      break
    case 'yes-no':
      parts.push(value.value === undefined ? '—' : t(value.value === '0' ? 'value.no' : 'value.yes'))
      break
    case 'deduction':
      if (cases === 0) parts.push(t('value.none'))
      break
    default: {
      const asked = rule.by === 'ratio' ? rule.target : rule.by === 'bands' ? rule.around : undefined
      parts.push(
        asked === undefined || typeof asked === 'string' || value.target === undefined
          ? (value.value ?? '—')
          : t('value.target', { value: value.value ?? '—', asked: asked[lang], target: value.target }),
      )
    }
  }
  if (cases > 0) parts.push(t('value.cases', { n: Object.values(value.cases ?? {}).join(' + ') }))
  return parts.join(lang === 'zh' ? '；' : '; ')
}
