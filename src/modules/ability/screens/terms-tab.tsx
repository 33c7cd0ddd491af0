import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input, Pagination, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WireTerm, WireTerms } from '../wire.ts'
import { DecidedTerms } from './decided-terms.tsx'
import { OwnLayer } from './own-layer.tsx'
import { KINDS } from './skill-kinds.ts'
import { TermDrawer } from './term-drawer.tsx'
import { useAbilityTexts } from './use-ability-texts.ts'

/** As many as the server sends at once. */
const PAGE = 50

/** Terms no dictionary knows, the most frequent first, each with its words; a person says what each of them is. */
export function TermsTab({ onBring }: { readonly onBring: () => void }) {
  const t = useAbilityTexts()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<string>('')
  const [sort, setSort] = useState('n')
  const [page, setPage] = useState(1)
  const [open, setOpen] = useState<WireTerm>()
  const asked = useDeferredValue(words.trim())
  const query = new URLSearchParams({
    words: asked,
    sort,
    from: String((page - 1) * PAGE),
    ...(kind === '' ? {} : { kind }),
  }).toString()
  const { data, error, refetch } = useQuery({
    queryKey: ['ability', 'terms', query],
    queryFn: ({ signal }) => api.get<WireTerms>(`/ability/terms?${query}`, signal),
    placeholderData: keepPreviousData,
  })
  const from =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setPage(1)
    }
  return (
    <>
      <p>{t('terms.hint')}</p>
      <div className="ability-filters">
        <Input
          aria-label={t('terms.search')}
          placeholder={t('terms.search')}
          value={words}
          maxLength={60}
          allowClear
          onChange={({ target }) => from(setWords)(target.value)}
          className="ability-search"
        />
        <Select
          aria-label={t('kind')}
          value={kind}
          onChange={from(setKind)}
          options={[
            { value: '', label: t('terms.kind.all') },
            ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
          popupMatchSelectWidth={false}
        />
        <Select
          aria-label={t('terms.sort')}
          value={sort}
          onChange={from(setSort)}
          options={[
            { value: 'n', label: t('terms.sort.n') },
            { value: 'name', label: t('terms.sort.name') },
          ]}
          popupMatchSelectWidth={false}
        />
      </div>
      {error && <ErrorState error={error} what={t('tab.terms')} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data?.total === 0 &&
        (asked === '' && kind === '' ? (
          <EmptyState title={t('terms.none')} hint={t('terms.none.hint')}>
            <Button type="primary" onClick={onBring}>
              {t('none.go')}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState title={t('terms.none.filter')} />
        ))}
      {data && data.total > 0 && (
        <>
          <p className="ability-small" role="status">
            {t('terms.total', { n: data.total.toLocaleString('en') })}
          </p>
          <ul className="ability-terms">
            {data.terms.map((term) => (
              <li key={term.term}>
                <p>
                  <button type="button" className="ability-link" onClick={() => setOpen(term)}>
                    {term.shown}
                  </button>{' '}
                  <small>
                    {[t(`kind.${term.kind}` as 'kind.tool'), t('terms.n', { n: term.n }), term.occupation]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </p>
                <p className="ability-where">
                  …{term.before}
                  <mark>{term.words}</mark>
                  {term.after}…
                </p>
              </li>
            ))}
          </ul>
          {data.total > PAGE && (
            <Pagination
              align="center"
              simple
              current={page}
              pageSize={PAGE}
              total={data.total}
              showSizeChanger={false}
              onChange={setPage}
            />
          )}
        </>
      )}
      <OwnLayer />
      <DecidedTerms />
      {open && <TermDrawer term={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
