import type { WireFeedPreview } from '../../../language/wire-feeds.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { Counts, Problems, RowTexts } from './problem-rows.tsx'
import { useFeedTexts } from './use-feed-texts.ts'

/** What a feed would do, and what it could not take. */
export function FeedPreview({ preview }: { readonly preview: WireFeedPreview }) {
  const t = useFeedTexts()
  return (
    <div role="status">
      <p>
        <Counts counts={preview.counts} />
      </p>
      {preview.isPart && <p className="feed-note">{t('check.part', { n: preview.counts.read })}</p>}
      {preview.wrong.length === 0 ? (
        <p className="feed-note">{t('check.good')}</p>
      ) : (
        <DataTable
          label={t('check.wrong')}
          rows={preview.wrong}
          rowKey={(row) => `${row.place} ${JSON.stringify(row.texts)}`}
          isWrapped
          columns={[
            { key: 'place', title: t('dead.place'), width: 110, render: (row) => row.place },
            {
              key: 'problems',
              title: t('dead.problems'),
              width: 360,
              render: (row) => <Problems problems={row.problems} />,
            },
            { key: 'row', title: t('dead.row'), width: 360, render: (row) => <RowTexts texts={row.texts} /> },
          ]}
        />
      )}
    </div>
  )
}
