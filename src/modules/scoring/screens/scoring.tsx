import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { WirePage } from '../../../language/wire.ts'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import type { WireMyScoring } from '../wire.ts'
import { MyAssignments } from './my-assignments.tsx'
import { NewSheet } from './new-sheet.tsx'
import { useScoringTexts } from './use-scoring-texts.ts'
import './scoring.css'

const text = (value: unknown) => (typeof value === 'string' ? value : '—')

/** The score sheets that the person may see, and a way to make another. */
export function Scoring() {
  const t = useScoringTexts()
  const navigate = useNavigate()
  const { lang } = useLang()
  const [isMaking, setMaking] = useState(false)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['scoring', 'sheets'],
    queryFn: ({ signal }) => api.get<WirePage>('/registers/score-sheets?sort=-updatedAt&limit=200', signal),
  })
  const mine = useQuery({
    queryKey: ['scoring', 'mine'],
    queryFn: ({ signal }) => api.get<WireMyScoring>('/scoring/mine', signal),
  })
  return (
    <>
      <PageHeader
        title={t('list.title')}
        subtitle={t('list.hint')}
        actions={
          <>
            {mine.data?.canArrange && (
              <>
                <Link to="/registers/expert-assignments">{t('list.assignments')}</Link>
                <Link to="/registers/score-conflicts">{t('list.conflicts')}</Link>
              </>
            )}
            {mine.data?.canMake && (
              <Button type="primary" onClick={() => setMaking(true)}>
                {t('list.new')}
              </Button>
            )}
          </>
        }
      />
      {mine.data && <MyAssignments assignments={mine.data.assignments} />}
      {isPending && <Loading />}
      {error && <ErrorState error={error} what={t('list.title')} onRetry={() => void refetch()} />}
      {data?.rows.length === 0 && (
        <EmptyState title={t('list.none')} {...(mine.data?.canMake ? { hint: t('list.none-hint') } : {})} />
      )}
      {data && data.rows.length > 0 && (
        <table className="plain-table score-list">
          <thead>
            <tr>
              <th scope="col">{t('list.name')}</th>
              <th scope="col">{t('list.state')}</th>
              <th scope="col">{t('list.total')}</th>
              <th scope="col">{t('list.grade')}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((sheet) => (
              <tr key={sheet.id}>
                <th scope="row">
                  <Link to={`/scoring/${sheet.id}`}>{text(sheet.values['name'])}</Link>
                </th>
                <td>
                  <StatusTag state={sheet.state} />
                </td>
                <td className="score-number">{text(sheet.values['total'])}</td>
                <td>{mine.data?.grades[text(sheet.values['grade'])]?.[lang] ?? text(sheet.values['grade'])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isMaking && <NewSheet onClose={() => setMaking(false)} onMade={(id) => void navigate(`/scoring/${id}`)} />}
    </>
  )
}
