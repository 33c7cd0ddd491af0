import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { usePhone } from '../../../web/kit/use-media.ts'
import { TERM_DECISIONS, type WireOpenTerm, type WireTerm } from '../wire.ts'
import { AdList } from './ad-list.tsx'
import { Decide } from './decide.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'

/** One new term: what it is to be, what that would change, and the advertisements in which it stands. */
export function TermDrawer({ term, onClose }: { readonly term: WireTerm; readonly onClose: () => void }) {
  const t = useAbilityTexts()
  const isPhone = usePhone()
  const query = new URLSearchParams({ term: term.term }).toString()
  const { data, error, refetch } = useQuery({
    queryKey: ['ability', 'term', term.term],
    queryFn: ({ signal }) => api.get<WireOpenTerm>(`/ability/terms/open?${query}`, signal),
  })
  return (
    <Drawer open title={t('term.title', { term: term.shown })} size={isPhone ? '100%' : 620} onClose={onClose}>
      <Decide term={term} decisions={TERM_DECISIONS} onDone={onClose} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && data.beside.length > 0 && (
        <section className="ability-open">
          <h3>{t('open.beside', { of: data.of })}</h3>
          <p>{data.beside.map(({ key, n }) => `${key} ${n}`).join(' · ')}</p>
        </section>
      )}
      {data && (
        <section className="ability-open">
          <h3>{t('open.ads')}</h3>
          <AdList ads={data.ads} />
        </section>
      )}
    </Drawer>
  )
}
