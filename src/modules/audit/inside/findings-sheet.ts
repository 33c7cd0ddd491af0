import { writeSheet } from '../../../engine/sheets/write-sheet.ts'
import type { Lang } from '../../../language/label.ts'
import type { WireFinding } from '../wire.ts'
import { KIND_WORDS, placeWords, SEVERITY_WORDS, VERDICT_WORDS } from '../words.ts'

const HEADS = {
  zh: ['序号', '严重程度', '可信度', '类型', '发现', '计算', '数值', '位置', '可能的原因', '判断', '理由'],
  en: [
    'No.',
    'Severity',
    'Confidence',
    'Kind',
    'Finding',
    'Arithmetic',
    'Values',
    'Places',
    'Perhaps',
    'Verdict',
    'Reason',
  ],
}

/** The findings as a workbook, one row each. */
export function findingsSheet(findings: readonly WireFinding[], lang: Lang): Promise<Uint8Array> {
  return writeSheet({
    sheetName: { zh: '检查结果', en: 'Findings' }[lang],
    columns: HEADS[lang].map((header, at) => ({
      header,
      kind: at === 0 ? 'integer' : 'text',
      width: [6, 10, 8, 16, 60, 40, 20, 60, 30, 10, 30][at]!,
    })),
    freezeHeader: true,
    rows: findings.map((f, at) => [
      at + 1,
      SEVERITY_WORDS[f.severity][lang],
      f.confidence,
      KIND_WORDS[f.kind][lang],
      f.message[lang],
      f.arithmetic ?? '',
      f.values.join(lang === 'zh' ? '、' : ', '),
      f.places.map((place) => `${placeWords(place, lang)}${lang === 'zh' ? '：' : ': '}${place.text}`).join('\n'),
      f.explanations.map((e) => e[lang]).join(lang === 'zh' ? '；' : '; '),
      f.mark ? VERDICT_WORDS[f.mark.verdict][lang] : '',
      f.mark?.reason ?? '',
    ]),
  })
}
