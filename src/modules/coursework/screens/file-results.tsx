import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, queryOf } from '../../../web/kit/api.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireFiling, WireFilingRow, WireTermChange } from '../wire-filing.ts'
import { useCourseworkTexts } from './use-coursework-texts.ts'

const CREDITS = /^\d{1,2}(\.\d)?$/
const CHANGES = [
  'made',
  'changed',
  'same',
  'office',
  'lacks',
  'removed',
] as const satisfies readonly WireTermChange['change'][]

/** Finishing a gradebook: what would be filed is shown student by student, then filed, exactly so. */
export function FileResults({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const t = useCourseworkTexts()
  const errorText = useErrorText()
  const { lang } = useLang()
  const client = useQueryClient()
  const [credits, setCredits] = useState<string>()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const asked = credits !== undefined && CREDITS.test(credits) ? credits : undefined
  const { data, error, refetch } = useQuery({
    queryKey: ['coursework', 'filing', path, asked],
    queryFn: ({ signal }) => api.get<WireFiling>(`${path}/filing${queryOf({ credits: asked })}`, signal),
    placeholderData: keepPreviousData,
  })
  const isWrong = credits !== undefined && !CREDITS.test(credits)
  async function save() {
    if (!data) return
    setBusy(true)
    try {
      await api.post<WireFiling>(`${path}/filing`, { credits: data.credits, reason: reason.trim(), seen: data.seen })
      await client.invalidateQueries({ queryKey: ['coursework', 'filing', path] })
      onClose()
    } catch (refused) {
      setProblem(errorText(refused))
      setBusy(false)
      void refetch()
    }
  }
  const complete = data?.rows.filter(({ score }) => score !== null).length ?? 0
  return (
    <Modal
      open
      width={720}
      title={t(data?.filedAt ? 'file-again' : 'file-results')}
      okText={t('file-do', { n: complete })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !data || isWrong || complete === 0, loading: isBusy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data && (
        <>
          <p>{t('file-hint', { term: data.termCode })}</p>
          <p>
            <Input
              className="work-credits"
              aria-label={t('file-credits')}
              prefix={t('file-credits')}
              inputMode="decimal"
              status={isWrong ? 'error' : ''}
              value={credits ?? data.credits}
              onChange={({ target }) => setCredits(target.value.trim())}
            />{' '}
            <small>{t('file-credits-rule')}</small>
          </p>
          <Summary rows={data.rows} />
          <div className="work-filing">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('students', { n: data.rows.length })}</th>
                  <th scope="col">{t('total')}</th>
                  <th scope="col">{t('file-term')}</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => (
                  <tr key={row.studentId}>
                    <th scope="row">
                      {row.name} <small>{row.number}</small>
                    </th>
                    <td>
                      {row.score ?? t('file-open')}
                      {row.before !== null && row.before !== row.score && (
                        <small> {t('file-before', { n: row.before })}</small>
                      )}
                    </td>
                    <td>
                      {row.term &&
                        t(`file.${row.term.change}`, {
                          list: row.term.lacks.map((nature) => t(`nature.${nature}`)).join(lang === 'zh' ? '、' : ', '),
                        })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {data.filedAt && (
            <Input
              aria-label={t('file-reason')}
              placeholder={t('file-reason')}
              maxLength={200}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </>
      )}
      {problem && <Alert type="error" showIcon title={problem} />}
    </Modal>
  )
}

/** How many of each, before anybody reads the list. */
function Summary({ rows }: { readonly rows: readonly WireFilingRow[] }) {
  const t = useCourseworkTexts()
  const counts = Map.groupBy(rows, ({ score, term }) => (score === null && !term ? 'open' : (term?.change ?? 'open')))
  return (
    <p className="work-tags work-filing-counts">
      {(['open', ...CHANGES] as const).map((change) => {
        const n = counts.get(change)?.length ?? 0
        return n > 0 ? (
          <span key={change} className="work-tag">
            {t(`filing.${change}`, { n })}
          </span>
        ) : null
      })}
    </p>
  )
}
