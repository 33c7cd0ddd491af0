import {
  BarChartOutlined,
  DownloadOutlined,
  DownOutlined,
  PlusOutlined,
  StarFilled,
  StarOutlined,
} from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { AnyRegister, WireRecord } from '../../../language/index.ts'
import { findRegister } from '../../app/catalogue.ts'
import { favourites, recent } from '../../app/local-list.ts'
import { useCan, useSession } from '../../app/session.tsx'
import { useShortcut } from '../../app/shortcuts.tsx'
import { useStandardCodes } from '../../app/standard-codes.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { download } from '../../kit/download.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { usePhone } from '../../kit/use-media.ts'
import { useTexts } from '../../kit/use-texts.ts'
import { NotFound } from '../not-found/not-found.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { FilterButton, FilterChips } from './filter-bar.tsx'
import type { ListAddress } from './list-address.ts'
import { readListAddress, withCondition, writeListAddress } from './list-address.ts'
import { useColumns } from './list-columns.ts'
import { keepTrail } from './list-trail.ts'
import { RecordCard } from './record-card.tsx'
import { SavedViews } from './saved-views.tsx'
import { SearchField } from './search-field.tsx'
import { StateTabs } from './state-tabs.tsx'
import { StatisticsPanel } from './statistics-panel.tsx'
import { countText, useRecords } from './use-records.ts'
import { useTableColumns } from './use-table-columns.tsx'
import './register-list.css'

/** The records of a register. */
export function RegisterList() {
  const register = findRegister(useParams()['register'])
  // Keyed, so that selection and columns of one register never meet another.
  return register ? <List key={register.name} register={register} /> : <NotFound />
}

function List({ register }: { readonly register: AnyRegister }) {
  const t = useTexts()
  const { lang } = useLang()
  const isPhone = usePhone()
  const navigate = useNavigate()
  const may = useSession().registers[register.name]
  const [search, setSearch] = useSearchParams()
  const list = useMemo(() => readListAddress(search), [search])
  const [columns, chooseColumns] = useColumns(register)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [hasStatistics, setStatistics] = useState(false)
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch, isPlaceholderData } =
    useRecords(register, list)
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const first = data?.pages[0]
  const tableColumns = useTableColumns(register, columns)

  const show = useCallback(
    (next: ListAddress) => {
      setSelected(new Set())
      setSearch(new URLSearchParams(writeListAddress(next)))
    },
    [setSearch],
  )
  useEffect(() => recent.push(register.name, 8), [register])
  useEffect(() => {
    keepTrail(register.name, {
      ids: rows.map((row) => row.id),
      address: `/registers/${register.name}${writeListAddress(list)}`,
    })
  }, [register, rows, list])
  useShortcut('n', t('list.new', { name: register.label[lang] }), () => {
    if (may?.create) void navigate(`/registers/${register.name}/new`)
  })
  const onEnd = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const open = useCallback(
    (row: WireRecord) => void navigate(`/registers/${register.name}/${row.id}`),
    [navigate, register],
  )
  const card = useCallback((row: WireRecord) => <RecordCard register={register} row={row} />, [register])
  const isNarrowed = list.q !== '' || list.where.length > 0

  return (
    <div className="register-list fill">
      <PageHeader
        title={register.label[lang]}
        tags={
          <>
            <Favourite name={register.name} />
            {first && <span className="count">{t('list.count', { n: countText(first) })}</span>}
          </>
        }
        subtitle={<Subtitle register={register} />}
        actions={
          <>
            {register.statistics && register.statistics.length > 0 && (
              <Button
                icon={<BarChartOutlined />}
                aria-pressed={hasStatistics}
                onClick={() => setStatistics(!hasStatistics)}
              >
                {t('statistics.title')}
              </Button>
            )}
            <MoreMenu register={register} list={list} columns={columns} show={show} />
            {may?.create && (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                onClick={() => void navigate(`/registers/${register.name}/new`)}
              >
                {t('common.new')}
              </Button>
            )}
          </>
        }
      />
      {register.lifecycle && !list.isDeleted && <StateTabs register={register} list={list} onChange={show} />}
      {list.isDeleted && (
        <p className="notice-line">
          {t('list.deleted-notice')}{' '}
          <Button type="link" size="small" onClick={() => show({ ...list, isDeleted: false })}>
            {t('list.back-to-current')}
          </Button>
        </p>
      )}
      <div className="list-tools">
        <SearchField
          value={list.q}
          onChange={(q) => show({ ...list, q })}
          label={t('list.search', { name: register.label[lang] })}
        />
        <FilterButton register={register} where={list.where} onChange={(where) => show({ ...list, where })} />
        {!isPhone && <span className="list-tools-gap" />}
        <SavedViews
          register={register}
          list={list}
          columns={columns}
          onApply={(next, chosen) => {
            if (chosen.length > 0) chooseColumns(chosen)
            show(next)
          }}
        />
        {!isPhone && <ColumnChooser register={register} columns={columns} onChange={chooseColumns} />}
      </div>
      <FilterChips register={register} where={list.where} onChange={(where) => show({ ...list, where })} />
      {hasStatistics && (
        <StatisticsPanel
          register={register}
          list={list}
          onNarrow={(conditions) => show(conditions.reduce(withCondition, list))}
        />
      )}
      <BulkBar
        register={register}
        rows={rows.filter((row) => selected.has(row.id))}
        onClear={() => setSelected(new Set())}
      />
      {isPending ? (
        <Loading rows={10} />
      ) : error && rows.length === 0 ? (
        <ErrorState error={error} what={register.label[lang]} onRetry={() => void refetch()} />
      ) : rows.length === 0 ? (
        <Nothing
          register={register}
          isNarrowed={isNarrowed}
          isDeleted={list.isDeleted}
          canCreate={may?.create ?? false}
          onClear={() => show({ ...list, q: '', where: [] })}
        />
      ) : (
        <div className={isPlaceholderData ? 'fill-rest list-stale' : 'fill-rest'} aria-busy={isPlaceholderData}>
          <DataTable
            label={register.label[lang]}
            rows={rows}
            rowKey={(row) => row.id}
            columns={tableColumns}
            sort={list.sort}
            onSort={(sort) => show({ ...list, sort })}
            selected={selected}
            onSelect={setSelected}
            onOpen={open}
            onEnd={hasNextPage ? onEnd : undefined}
            isLoadingMore={isFetchingNextPage}
            {...(first && !first.more ? { total: first.total } : {})}
            card={card}
            isTall
          />
        </div>
      )}
    </div>
  )
}

/** What the register is for, and the tables of a standard that it fills. */
function Subtitle({ register }: { readonly register: AnyRegister }) {
  const { lang } = useLang()
  const can = useCan()
  const standard = useStandardCodes()
  const maySee = can('standards.manage') || can('figures.read-unapproved')
  return (
    <>
      {register.help?.[lang]}
      {standard.tablesOf(register.name).map((table) => (
        <small key={table.name} className="register-standard">
          {maySee ? <Link to={`/standards/${table.standard}/tables/${table.name}`}>{table.name}</Link> : table.name}
        </small>
      ))}
    </>
  )
}

function Favourite({ name }: { readonly name: string }) {
  const t = useTexts()
  const isStarred = favourites.use().includes(name)
  return (
    <Button
      type="text"
      size="small"
      icon={isStarred ? <StarFilled className="starred" /> : <StarOutlined />}
      aria-pressed={isStarred}
      aria-label={t('list.favourite')}
      title={t('list.favourite')}
      onClick={() => favourites.toggle(name)}
    />
  )
}

interface MoreMenuProps {
  readonly register: AnyRegister
  readonly list: ListAddress
  readonly columns: readonly string[]
  readonly show: (list: ListAddress) => void
}

function MoreMenu({ register, list, columns, show }: MoreMenuProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const may = useSession().registers[register.name]
  const path = `/registers/${register.name}`
  const query = writeListAddress(list, { columns: columns.join(',') })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...(may?.create
            ? [
                { key: 'import', label: t('import.title') },
                { key: 'template', label: t('list.template') },
              ]
            : []),
          ...(may?.export
            ? [
                { key: 'export.xlsx', label: t('list.export-excel') },
                { key: 'export.csv', label: t('list.export-csv') },
              ]
            : []),
          { type: 'divider' as const },
          { key: 'deleted', label: list.isDeleted ? t('list.back-to-current') : t('list.deleted') },
        ],
        onClick: ({ key }) => {
          if (key === 'import') void navigate(`${path}/import`)
          else if (key === 'template') download(`${path}/template.xlsx`)
          else if (key === 'deleted') show({ ...list, isDeleted: !list.isDeleted, where: [] })
          else download(`${path}/${key}${query}`)
        },
      }}
    >
      <Button icon={<DownloadOutlined />}>
        {t('list.more')} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  )
}

interface NothingProps {
  readonly register: AnyRegister
  readonly isNarrowed: boolean
  readonly isDeleted: boolean
  readonly canCreate: boolean
  readonly onClear: () => void
}

function Nothing({ register, isNarrowed, isDeleted, canCreate, onClear }: NothingProps) {
  const t = useTexts()
  const { lang } = useLang()
  if (isNarrowed)
    return (
      <EmptyState title={t('list.none-found')} hint={t('list.none-found-hint')}>
        <Button onClick={onClear}>{t('filter.clear')}</Button>
      </EmptyState>
    )
  if (isDeleted) return <EmptyState title={t('list.none-deleted')} />
  return (
    <EmptyState
      title={t('list.none', { name: register.label[lang] })}
      hint={canCreate ? t('list.none-hint') : t('list.none-hint-read')}
    >
      {canCreate && (
        <>
          <Link to={`/registers/${register.name}/new`}>
            <Button type="primary">{t('common.new')}</Button>
          </Link>
          <Link to={`/registers/${register.name}/import`}>
            <Button>{t('import.title')}</Button>
          </Link>
        </>
      )}
    </EmptyState>
  )
}
