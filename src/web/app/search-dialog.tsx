import { SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import type { InputRef } from 'antd'
import { useDeferredValue, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { api, queryOf } from '../kit/api.ts'
import { useLang } from '../kit/use-lang.tsx'
import { useTexts } from '../kit/use-texts.ts'
import { catalogue } from './catalogue.ts'
import { standardsCatalogue } from './standards-catalogue.ts'
import { BY_TABLE, findRegisters } from './find-registers.ts'
import { useSession } from './session.tsx'

interface Hit {
  readonly key: string
  readonly address: string
  readonly title: string
  readonly hint: string
}

/** Where one types what one looks for; a part of its own, for it brings all declarations. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const navigate = useNavigate()
  const input = useRef<InputRef>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const q = useDeferredValue(typed.trim())
  const { hits, isFetching, isError } = useHits(q)
  function open(hit: Hit | undefined) {
    if (!hit) return
    onClose()
    void navigate(hit.address)
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={620}
      className="search-dialog"
      afterOpenChange={(open) => open && input.current?.focus()}
      title={<span className="sr-only">{t('search.open')}</span>}
    >
      <Input
        ref={input}
        autoFocus
        size="large"
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t('search.placeholder')}
        aria-label={t('search.placeholder')}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-activedescendant={hits[active] ? `search-hit-${active}` : ''}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setActive((old) => Math.min(old + 1, hits.length - 1))
          else if (event.key === 'ArrowUp') setActive((old) => Math.max(old - 1, 0))
          else if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(hits[active])
          else return
          event.preventDefault()
        }}
      />
      <ul id="search-hits" role="listbox" aria-label={t('search.hits')} className="search-hits">
        {hits.map((hit, index) => (
          <li
            key={hit.key}
            id={`search-hit-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseEnter={() => setActive(index)}
            onClick={() => open(hit)}
          >
            <span>{hit.title}</span>
            <small>{hit.hint}</small>
          </li>
        ))}
      </ul>
      <p className="search-state" role="status">
        {isError
          ? t('search.failed')
          : isFetching
            ? t('search.running')
            : q !== '' && hits.length === 0
              ? t('search.none')
              : t('search.keys')}
      </p>
    </Modal>
  )
}

function useHits(q: string): {
  readonly hits: readonly Hit[]
  readonly isFetching: boolean
  readonly isError: boolean
} {
  const { lang } = useLang()
  const t = useTexts()
  const { registers } = useSession()
  const { data, isFetching, isError } = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) =>
      api.get<readonly { register: string; id: string; title: string; hint: string | null }[]>(
        `/search${queryOf({ q })}`,
        signal,
      ),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const readable = [...catalogue.registers.values()].filter((register) => registers[register.name]?.read)
  const found = findRegisters(readable, standardsCatalogue.standardTables, q)
  const byName = found.filter(({ distance }) => distance <= BY_TABLE)
  // Columns only where nothing is called so: records come after.
  const places: Hit[] = (byName.length > 0 ? byName : found).slice(0, 8).map(({ register, by }) => ({
    key: register.name,
    address: `/registers/${register.name}`,
    title: register.label[lang],
    hint: [t('search.register'), by].filter(Boolean).join(' · '),
  }))
  const records: Hit[] = (q === '' ? [] : (data ?? [])).map((hit) => ({
    key: `${hit.register}/${hit.id}`,
    address: `/registers/${hit.register}/${hit.id}`,
    title: hit.title,
    hint: [catalogue.registers.get(hit.register)?.label[lang] ?? hit.register, hit.hint].filter(Boolean).join(' · '),
  }))
  return { hits: [...places, ...records], isFetching, isError }
}
