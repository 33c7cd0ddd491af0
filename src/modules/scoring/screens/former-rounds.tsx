import { Link } from 'react-router'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireScoreSheet } from '../wire.ts'
import { useScoringTexts } from './use-scoring-texts.ts'

/** What earlier rounds gave, beside this sheet: totals first, then the items on which they differ. */
export function FormerRounds({ sheet }: { readonly sheet: WireScoreSheet }) {
  const t = useScoringTexts()
  const { lang } = useLang()
  if (sheet.former.length === 0) return null
  const same = sheet.former.filter(({ points }) => Object.keys(points).length > 0)
  const differing = sheet.score.items.filter(({ level, key, points }) =>
    same.some((one) => (one.points[`${level}/${key}`] ?? points) !== points),
  )
  return (
    <section aria-label={t('former.title')}>
      <h2>{t('former.title')}</h2>
      <div className="score-scroll">
        <table className="plain-table score-list">
          <thead>
            <tr>
              <th scope="col">{t('former.round')}</th>
              <th scope="col">{t('list.name')}</th>
              <th scope="col">{t('list.state')}</th>
              <th scope="col">{t('list.total')}</th>
              <th scope="col">{t('list.grade')}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.former.map((one) => (
              <tr key={one.id}>
                <td>{one.roundLabel[lang]}</td>
                <th scope="row">
                  <Link to={`/scoring/${one.id}`}>{one.name}</Link>
                </th>
                <td>
                  <StatusTag state={one.state} />
                </td>
                <td className="score-number">{one.total}</td>
                <td>{one.grade?.[lang] ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {differing.length > 0 && (
        <div className="score-scroll">
          <table className="plain-table score-list">
            <caption>{t('former.differing')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('sheet.item')}</th>
                {same.map((one) => (
                  <th key={one.id} scope="col">
                    {one.name}
                  </th>
                ))}
                <th scope="col">{t('former.this')}</th>
              </tr>
            </thead>
            <tbody>
              {differing.map(({ level, key, label, points, of }) => (
                <tr key={`${level}/${key}`}>
                  <th scope="row">
                    {sheet.score.levels.find((one) => one.key === level)?.label[lang]} · {label[lang]}
                  </th>
                  {same.map((one) => (
                    <td key={one.id} className="score-number">
                      {one.points[`${level}/${key}`] ?? '—'}
                    </td>
                  ))}
                  <td className="score-number">
                    {points} / {of}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
