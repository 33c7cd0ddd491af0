import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Tree } from 'antd'
import dayjs from 'dayjs'
import { useMemo, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { WireUnit } from '../../../language/wire-access.ts'
import { catalogue, findRegister } from '../../app/catalogue.ts'
import { useSession } from '../../app/session.tsx'
import { api } from '../../kit/api.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import './settings.css'

/** The tree of units: each node leads to its record, where it is changed. */
export function Units() {
  const t = useTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const may = useSession().registers['units']
  const [hasPast, setPast] = useState(false)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['units', 'tree'],
    queryFn: ({ signal }) => api.get<WireUnit>('/units/tree', signal),
  })
  const roots = useMemo(
    () => (data ? [hasPast ? data : { ...data, children: withoutPast(data.children) }] : []),
    [data, hasPast],
  )
  const kinds = findRegister('units')?.fields['kind']
  const kindText = (kind: string | null | undefined) =>
    kind && kinds?.kind === 'choice' ? kinds.codes.values[kind]?.[lang] : undefined
  const dutyText = (duty: string | null | undefined) =>
    duty ? (catalogue.offices.values[duty]?.[lang] ?? duty) : undefined
  const draw = (node: WireUnit): object => ({
    key: node.id,
    title: (
      <span className="unit-node">
        <Link to={`/registers/units/${node.id}`}>{node.name}</Link>
        <small>
          {[
            node.code,
            kindText(node.kind),
            dutyText(node.office),
            node.to ? t('units.until', { date: node.to }) : undefined,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
    ),
    children: node.children.map(draw),
  })
  return (
    <div className="narrow">
      <PageHeader
        title={t('units.title')}
        subtitle={t('units.hint')}
        actions={
          <>
            <Checkbox checked={hasPast} onChange={(event) => setPast(event.target.checked)}>
              {t('units.past')}
            </Checkbox>
            {may?.create && (
              <Button type="primary" onClick={() => void navigate('/registers/units/new')}>
                {t('common.new')}
              </Button>
            )}
          </>
        }
      />
      {isPending && <Loading />}
      {error && <ErrorState error={error} what={t('units.title')} onRetry={() => void refetch()} />}
      {data?.children.length === 0 && <EmptyState title={t('units.none')} hint={t('units.none-hint')} />}
      {roots.length > 0 && (
        <Tree
          selectable={false}
          defaultExpandAll
          showLine
          treeData={roots.map(draw) as []}
          aria-label={t('units.title')}
        />
      )}
    </div>
  )
}

/** The tree without units that have ended. */
function withoutPast(units: readonly WireUnit[]): readonly WireUnit[] {
  const today = dayjs().format('YYYY-MM-DD')
  return units
    .filter((unit) => !unit.to || unit.to >= today)
    .map((unit) => ({ ...unit, children: withoutPast(unit.children) }))
}
