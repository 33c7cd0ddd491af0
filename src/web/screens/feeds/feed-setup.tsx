import type { FeedSource, WireFeed } from '../../../language/wire-feeds.ts'
import { findRegister } from '../../app/catalogue.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { cronText } from '../jobs/cron-text-of.ts'
import { useFeedTexts } from './use-feed-texts.ts'

function placeOf(source: FeedSource): string {
  if (source.kind === 'http') return source.url
  return source.kind === 'folder'
    ? `FEEDS_DIR/${source.folder}`
    : `${source.host}:${source.port}/${source.database} ${source.from}`
}

/** How a feed is set up, to be read. */
export function FeedSetup({ feed }: { readonly feed: WireFeed }) {
  const t = useFeedTexts()
  const { lang } = useLang()
  const fields = findRegister(feed.register)?.fields
  const facts: readonly (readonly [string, string])[] = [
    [t('list.source'), placeOf(feed.source)],
    [t('how.mode'), t(`how.mode-${feed.mode}`)],
    ...(feed.changedColumn
      ? [[t('how.changed-column'), `${feed.changedColumn}${feed.highWater ? ` ≥ ${feed.highWater}` : ''}`] as const]
      : []),
    [t('how.vanished'), t(`how.vanished-${feed.vanished}`)],
    [t('how.when'), feed.cron ? cronText(feed.cron, lang) : t('how.when-never')],
  ]
  return (
    <div className="feed-setup">
      <dl>
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('map.column')}</th>
            <th scope="col">{t('map.field')}</th>
            <th scope="col">{t('map.values')}</th>
          </tr>
        </thead>
        <tbody>
          {feed.mapping.map(({ column, field, values }) => (
            <tr key={column}>
              <td>{column}</td>
              <td>{fields?.[field]?.label[lang] ?? field}</td>
              <td>{values ? t('map.values-n', { n: Object.keys(values).length }) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
