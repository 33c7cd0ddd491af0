import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { api, queryOf } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireEnd, WireItemPage } from '../wire.ts'
import { useFrameworkTexts } from './use-framework-texts.ts'

interface ItemPanelProps {
  readonly id: string
  readonly canWrite: boolean
  readonly onGo: (to: { readonly item: string; readonly framework: string }) => void
}

/** One item: its words, its crosswalks in both directions, what of the college is aligned to it. */
export function ItemPanel({ id, canWrite, onGo }: ItemPanelProps) {
  const t = useFrameworkTexts()
  const { lang } = useLang()
  const { data, error, refetch } = useQuery({
    queryKey: ['frameworks', 'item', id],
    queryFn: ({ signal }) => api.get<WireItemPage>(`/frameworks/items/${id}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const known = (field: string) =>
    queryOf({ values: JSON.stringify({ [field]: id }), titles: JSON.stringify({ [field]: data.statement }) })
  const end = ({ item, framework, text, where }: WireEnd) =>
    item === id ? (
      <span>{text}</span>
    ) : item !== null && framework !== null ? (
      <Button type="link" className="framework-end" onClick={() => onGo({ item, framework })}>
        {text} {where && <small>{where}</small>}
      </Button>
    ) : (
      <span>{text}</span>
    )
  return (
    <>
      <h2>
        {data.code && <code>{data.code}</code>} {data.kind[lang]}
      </h2>
      <p className="framework-statement">{data.statement}</p>
      {data.notes && <p className="framework-statement">{data.notes}</p>}
      <p className="framework-bar">
        <Link to={`/registers/framework-items/${id}`}>{t('item.open')}</Link>
        {canWrite && (
          <>
            <Link to={`/registers/framework-links/new${known('from')}`}>{t('item.link')}</Link>
            <Link to={`/registers/framework-alignments/new${known('item')}`}>{t('item.align')}</Link>
          </>
        )}
      </p>
      <h3>{t('item.links')}</h3>
      {data.links.length === 0 && <p>{t('item.no-links')}</p>}
      <ul className="framework-links">
        {data.links.map((link) => (
          <li key={link.id}>
            {end(link.from)} <em>{link.kind[lang]}</em> {end(link.to)}
          </li>
        ))}
      </ul>
      <h3>{t('item.aligned')}</h3>
      {data.alignments.length === 0 && <p>{t('item.not-aligned')}</p>}
      <ul className="framework-links">
        {data.alignments.map((alignment) => (
          <li key={alignment.id}>
            <Link to={`/registers/framework-alignments/${alignment.id}`}>{alignment.name}</Link>{' '}
            <small>
              {alignment.what[lang]} · {alignment.coverage[lang]}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
