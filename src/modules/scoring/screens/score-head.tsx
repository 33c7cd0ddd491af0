import { Button } from 'antd'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireScore, WireScoreSheet, WireVeto, WireWhatIf } from '../wire.ts'
import { useScoringTexts } from './use-scoring-texts.ts'

interface ScoreHeadProps {
  readonly sheet: WireScoreSheet
  readonly tried: WireWhatIf | null
  readonly isTrying: boolean
  /** Absent where nothing can be changed. */
  readonly onVeto: ((veto: WireVeto) => void) | null
}

/** Total, grade, levels and vetoes; while something is tried, as they are and as they would be. */
export function ScoreHead({ sheet, tried, isTrying, onVeto }: ScoreHeadProps) {
  const t = useScoringTexts()
  const { lang } = useLang()
  const { score } = sheet
  const then: WireScore = tried?.after ?? score
  const pair = (before: string, after: string) => (before === after ? after : `${before} → ${after}`)
  return (
    <>
      {sheet.schemeChanged && (
        <p className="score-notice" role="status">
          {sheet.schemeChanged.latest === null
            ? t('sheet.gone', { version: score.scheme.version })
            : t('sheet.changed', { latest: sheet.schemeChanged.latest, version: score.scheme.version })}
        </p>
      )}
      <dl className="score-head">
        <div className="score-total">
          <dt>{t('sheet.total')}</dt>
          <dd>
            {tried
              ? t('if.total', { before: score.total, after: then.total, change: signed(tried.change) })
              : score.total}
          </dd>
        </div>
        {then.grade && (
          <div className="score-total">
            <dt>{t('sheet.grade')}</dt>
            <dd>{pair(score.grade?.label[lang] ?? '—', then.grade.label[lang])}</dd>
          </div>
        )}
        {then.levels.length > 1 &&
          then.levels.map((level, i) => (
            <div key={level.key}>
              <dt>
                {level.label[lang]} <small>{t('sheet.weight', { weight: level.weight })}</small>
              </dt>
              <dd>{pair(score.levels[i]?.points ?? level.points, level.points)}</dd>
            </div>
          ))}
      </dl>
      {then.missing > 0 && <p className="score-notice">{t('sheet.missing', { n: then.missing })}</p>}
      {then.vetoes.length > 0 && (
        <section aria-labelledby="score-vetoes">
          <h2 id="score-vetoes">{t('sheet.vetoes')}</h2>
          <ul className="score-vetoes">
            {then.vetoes.map((veto) => (
              <li key={veto.key} className={veto.isHit ? 'score-veto-hit' : undefined}>
                <span>{veto.label[lang]}</span>
                <span>
                  {veto.least !== null && (
                    <small>{t('sheet.least', { value: veto.value ?? '—', least: veto.least })} · </small>
                  )}
                  <strong>{veto.isHit ? t('sheet.hit', { grade: veto.grade[lang] }) : t('sheet.not-hit')}</strong>
                  {onVeto && veto.when !== 'group-below' && (
                    <Button
                      size="small"
                      type="link"
                      aria-label={t(isTrying ? 'if.change-of' : 'sheet.fill-of', { item: veto.label[lang] })}
                      onClick={() => onVeto(veto)}
                    >
                      {t(isTrying ? 'if.change' : 'sheet.fill')}
                    </Button>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** "0.2" → "+0.2". */
export const signed = (change: string): string => (change.startsWith('-') || change === '0' ? change : `+${change}`)
