import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Dropdown, Input, Pagination, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { api, queryOf } from '../../../web/kit/api.ts'
import { download } from '../../../web/kit/download.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { ITEM_KINDS, type ItemKind } from '../item/item.ts'
import { DIFFICULTIES, type WireCourse, type WireItemPage, type WirePoint } from '../wire.ts'
import { ImportItems } from './import-items.tsx'
import { useItemTexts } from './use-item-texts.ts'
import './items.css'

const PAGE = 20
const SORTS = ['changed', 'stem', 'gained', 'answers'] as const

/** The items of a course: found, written, imported and exported. */
export function Items() {
  const t = useItemTexts()
  const [asked, setAsked] = useSearchParams()
  const courses = useQuery({
    queryKey: ['items', 'courses'],
    queryFn: ({ signal }) => api.get<WireCourse[]>('/items/courses', signal),
  })
  const course = asked.get('course') ?? courses.data?.[0]?.id
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('hint')} />
      {courses.isPending && <Loading />}
      {courses.error && <ErrorState error={courses.error} onRetry={() => void courses.refetch()} />}
      {courses.data?.length === 0 && <EmptyState title={t('no-course')} hint={t('no-course-hint')} />}
      {courses.data && course && (
        <CourseItems
          key={course}
          course={course}
          courses={courses.data}
          onCourse={(next) => setAsked({ course: next }, { replace: true })}
        />
      )}
    </>
  )
}

function CourseItems({
  course,
  courses,
  onCourse,
}: {
  readonly course: string
  readonly courses: readonly WireCourse[]
  readonly onCourse: (course: string) => void
}) {
  const t = useItemTexts()
  const navigate = useNavigate()
  const [filter, setFilter] = useState<Readonly<Record<string, string | undefined>>>({})
  const [page, setPage] = useState(1)
  const [isImporting, setImporting] = useState(false)
  const query = { course, ...filter }
  const items = useQuery({
    queryKey: ['items', 'list', query, page],
    queryFn: ({ signal }) => api.get<WireItemPage>(`/items${queryOf({ ...query, page, size: PAGE })}`, signal),
    placeholderData: keepPreviousData,
  })
  const points = useQuery({
    queryKey: ['items', 'points', course],
    queryFn: ({ signal }) => api.get<WirePoint[]>(`/items/points${queryOf({ course })}`, signal),
  })
  const set = (name: string, value: string | undefined) => {
    setFilter((before) => ({ ...before, [name]: value }))
    setPage(1)
  }
  const isFiltered = Object.values(filter).some(Boolean)
  const pointName = (id: string) => points.data?.find((point) => point.id === id)?.name ?? ''
  return (
    <>
      <div className="list-tools">
        <Select
          className="item-course"
          aria-label={t('course')}
          value={course}
          onChange={onCourse}
          showSearch={{ optionFilterProp: 'label' }}
          options={courses.map(({ id, code, name }) => ({ value: id, label: `${name}（${code}）` }))}
        />
        <Dropdown
          menu={{
            items: ITEM_KINDS.map((kind) => ({ key: kind, label: t(`kind.${kind}`) })),
            onClick: ({ key }) => void navigate(`/items/new${queryOf({ course, kind: key })}`),
          }}
          trigger={['click']}
        >
          <Button type="primary">{t('new')}</Button>
        </Dropdown>
        <Button onClick={() => setImporting(true)}>{t('import')}</Button>
        <Button onClick={() => download(`/items/export.xlsx${queryOf(query)}`)}>{t('export-sheet')}</Button>
        <Button onClick={() => download(`/items/export.zip${queryOf(query)}`)}>{t('export-qti')}</Button>
      </div>
      <div className="list-tools">
        <Input.Search
          className="search-field"
          allowClear
          placeholder={t('search')}
          aria-label={t('search')}
          onSearch={(text) => set('search', text || undefined)}
        />
        <Select
          className="item-filter"
          aria-label={t('kind')}
          allowClear
          placeholder={t('all-kinds')}
          value={filter['kind'] as ItemKind | undefined}
          onChange={(value) => set('kind', value)}
          options={ITEM_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <Select
          className="item-filter item-filter-wide"
          aria-label={t('point')}
          allowClear
          placeholder={t('all-points')}
          onChange={(value: string | undefined) => set('point', value)}
          showSearch={{ optionFilterProp: 'label' }}
          options={(points.data ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        />
        <Select
          className="item-filter"
          aria-label={t('difficulty')}
          allowClear
          placeholder={t('all-difficulties')}
          onChange={(value: string | undefined) => set('difficulty', value)}
          options={DIFFICULTIES.map((one) => ({ value: one, label: t(`difficulty.${one}`) }))}
        />
        <Select
          className="item-filter"
          aria-label={t('sort')}
          value={(filter['sort'] ?? 'changed') as (typeof SORTS)[number]}
          onChange={(value) => set('sort', value)}
          options={SORTS.map((one) => ({ value: one, label: t(`sort.${one}`) }))}
        />
        <Checkbox onChange={({ target }) => set('mine', target.checked ? 'true' : undefined)}>{t('mine')}</Checkbox>
        <Checkbox onChange={({ target }) => set('retired', target.checked ? 'true' : undefined)}>
          {t('retired')}
        </Checkbox>
      </div>
      {items.isPending && <Loading />}
      {items.error && <ErrorState error={items.error} onRetry={() => void items.refetch()} />}
      {items.data?.total === 0 &&
        (isFiltered ? <EmptyState title={t('none-found')} /> : <EmptyState title={t('none')} hint={t('none-hint')} />)}
      {items.data && items.data.total > 0 && (
        <>
          <ul className="item-list">
            {items.data.items.map((one) => (
              <li key={one.id}>
                <Link to={`/items/${one.id}`}>{one.item.stem}</Link>
                <p>
                  <span className="item-tag">{t(`kind.${one.item.kind}`)}</span>
                  {one.shared && <span className="item-tag item-tag-shared">{t('shared-tag')}</span>}
                  <span>
                    {t('points')} {one.item.points}
                  </span>
                  <span>
                    {t('difficulty')} {t(`difficulty.${one.difficulty}`)}
                  </span>
                  <span>
                    {one.observed.gained === null
                      ? t('unobserved')
                      : `${t('observed')} ${one.observed.gained}%（${t('observed-of', { n: one.observed.answers })}）`}
                  </span>
                  <span>{one.knowledgePoints.map(pointName).filter(Boolean).join('、')}</span>
                  <span>{one.author}</span>
                </p>
              </li>
            ))}
          </ul>
          <Pagination
            current={page}
            pageSize={PAGE}
            total={items.data.total}
            onChange={setPage}
            showSizeChanger={false}
            showTotal={(n) => t('total', { n })}
          />
        </>
      )}
      {isImporting && <ImportItems course={course} onClose={() => setImporting(false)} />}
    </>
  )
}
