import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { api, queryOf } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { Loading } from '../../../web/kit/loading.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { DimensionName } from '../model/evaluation-model.ts'
import type { WireCases } from '../wire.ts'
import { caseInUnit } from './in-unit.ts'
import { useTeachingTexts } from './use-teaching-texts.ts'

interface CasesDialogProps {
  /** The class, as the server calls it. */
  readonly path: string
  readonly dimension: DimensionName
  /** One lesson, or all. */
  readonly session: string | null
  readonly title: string
  readonly onClose: () => void
}

/** Exactly what a value was computed from, one line for each thing observed. */
export function CasesDialog({ path, dimension, session, title, onClose }: CasesDialogProps) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  const { data, error, refetch } = useQuery({
    queryKey: ['teaching', 'cases', path, dimension, session],
    queryFn: ({ signal }) => api.get<WireCases>(`${path}/cases/${dimension}${queryOf({ session })}`, signal),
  })
  return (
    <Modal open title={t('cases.title', { name: title })} footer={null} onCancel={onClose} width={760}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data && (
        <>
          <p>
            {t('cases.explain', { total: data.total })}
            {data.total > data.cases.length && ` ${t('cases.cut', { n: data.cases.length })}`}
          </p>
          <div className="teaching-scroll">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('trend.day')}</th>
                  <th scope="col">{t('cases.who')}</th>
                  <th scope="col">{t('cases.value')}</th>
                  <th scope="col">{t('cases.acts')}</th>
                </tr>
              </thead>
              <tbody>
                {data.cases.map((one, i) => (
                  <tr key={i}>
                    <td>{one.heldOn}</td>
                    <td>{one.who}</td>
                    <td>{caseInUnit(dimension, one.value, lang)}</td>
                    <td>
                      {one.acts.length === 0
                        ? t('cases.no-acts')
                        : one.acts
                            .slice(0, 6)
                            .map((act) => `${act.label[lang]} ${formatTime(act.at).slice(11)}`)
                            .join('、') + (one.acts.length > 6 ? ` … ${one.acts.length}` : '')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Modal>
  )
}
