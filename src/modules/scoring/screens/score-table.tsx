import { Button } from 'antd'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireGroupScore, WireItemScore, WireLevelPoints, WireScoreSheet, WireWhatIf } from '../wire.ts'
import { signed } from './score-head.tsx'
import { useScoringTexts } from './use-scoring-texts.ts'
import { valueText } from './value-text.ts'

interface ScoreTableProps {
  readonly sheet: WireScoreSheet
  readonly level: WireLevelPoints
  readonly tried: WireWhatIf | null
  /** Values may be changed: to be kept, or to be tried. */
  readonly edits: 'fill' | 'try' | null
  readonly onEdit: (item: WireItemScore) => void
}

/** The items of one level under their groups: value, source, rule with the numbers, points, evidence. */
export function ScoreTable({ sheet, level, tried, edits, onEdit }: ScoreTableProps) {
  const t = useScoringTexts()
  const { lang } = useLang()
  const shown = tried?.after ?? sheet.score
  const items = shown.items.filter((item) => item.level === level.key)
  const changes = new Map(tried?.differences.map((one) => [`${one.level}/${one.key}`, one]))
  const groups = shown.groups.filter((group) => group.level === level.key)
  return (
    <table className="plain-table score-table">
      <caption>{t('sheet.table', { level: level.label[lang] })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sheet.item')}</th>
          <th scope="col">{t('sheet.value')}</th>
          <th scope="col">{t('sheet.rule')}</th>
          {tried && <th scope="col">{t('if.now')}</th>}
          <th scope="col">{tried ? t('if.then') : t('sheet.points')}</th>
          {tried ? <th scope="col">{t('if.difference')}</th> : <th scope="col">{t('sheet.evidence')}</th>}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Fragment key={[...group.path, group.key].join('/')}>
            <GroupRow group={group} columns={tried ? 6 : 5} />
            {items
              .filter((item) => item.path.join('/') === [...group.path, group.key].join('/'))
              .map((item) => {
                const change = changes.get(`${item.level}/${item.key}`)
                return (
                  <tr
                    key={item.key}
                    className={item.isMissing ? 'score-missing' : change ? 'score-changed' : undefined}
                  >
                    <th scope="row">
                      {item.label[lang]}
                      {edits !== null && (
                        <Button
                          size="small"
                          type="link"
                          aria-label={t(edits === 'try' ? 'if.change-of' : 'sheet.fill-of', { item: item.label[lang] })}
                          onClick={() => onEdit(item)}
                        >
                          {t(edits === 'try' ? 'if.change' : 'sheet.fill')}
                        </Button>
                      )}
                    </th>
                    <td data-label={t('sheet.value')}>
                      <span>{valueText(t, lang, item)}</span>
                      {!change && <Source sheet={sheet} item={item} />}
                    </td>
                    <td data-label={t('sheet.rule')}>
                      <span>{item.explanation[lang]}</span>
                    </td>
                    {tried && (
                      <td data-label={t('if.now')} className="score-number">
                        {change?.before ?? item.points}
                      </td>
                    )}
                    <td data-label={tried ? t('if.then') : t('sheet.points')} className="score-number">
                      <strong>{item.points}</strong> / {item.of}
                    </td>
                    {tried ? (
                      <td data-label={t('if.difference')} className="score-number">
                        {change ? signed(change.change) : '—'}
                      </td>
                    ) : (
                      <td data-label={t('sheet.evidence')}>
                        <Evidence sheet={sheet} item={item} />
                      </td>
                    )}
                  </tr>
                )
              })}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function GroupRow({ group, columns }: { readonly group: WireGroupScore; readonly columns: number }) {
  const { lang } = useLang()
  return (
    <tr className={`score-group score-group-${Math.min(group.path.length, 2)}`}>
      <th scope="rowgroup" colSpan={columns}>
        <span>{group.label[lang]}</span>
        <span className="score-number">
          {group.points} / {group.of}
        </span>
      </th>
    </tr>
  )
}

interface OfItem {
  readonly sheet: WireScoreSheet
  readonly item: WireItemScore
}

/** Where the value came from, with a way there. */
function Source({ sheet, item: { level, key, source } }: OfItem) {
  const t = useScoringTexts()
  const entry = sheet.entries[`${level}/${key}`]
  if (source.from === 'indicator' && entry?.source === 'indicator' && sheet.period)
    return (
      <small>
        <Link to={`/figures/${encodeURIComponent(source.code)}?period=${sheet.period}&unit=${sheet.unit.id}`}>
          {t('from.indicator')} {source.code}
        </Link>
      </small>
    )
  if (entry?.source === 'plan' && sheet.plan)
    return (
      <small>
        <Link to={`/plans/${sheet.plan.id}`}>{t('from.plan')}</Link>
      </small>
    )
  if (source.from === 'experts') return <small>{t('from.experts')}</small>
  return entry ? <small>{entry.reason ?? t('from.given')}</small> : null
}

function Evidence({ sheet, item: { level, key, label } }: OfItem) {
  const t = useScoringTexts()
  const { lang } = useLang()
  const entry = sheet.entries[`${level}/${key}`]
  if (!entry) return <>—</>
  // What the plan says is proven in the plan.
  if (entry.source === 'plan' && entry.evidence === 0 && sheet.plan)
    return <Link to={`/plans/${sheet.plan.id}/evidence`}>{t('sheet.evidence-plan')}</Link>
  return (
    <Link
      to={`/registers/score-entries/${entry.id}`}
      aria-label={t('sheet.evidence-of', { item: label[lang], n: entry.evidence })}
    >
      {t('sheet.evidence-n', { n: entry.evidence })}
    </Link>
  )
}
