import { useQuery } from '@tanstack/react-query'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { dimensionOf } from '../model/evaluation-model.ts'
import type { WirePurposes } from '../wire.ts'
import { useTeachingTexts } from './use-teaching-texts.ts'
import './teaching.css'

/** What is recorded in class, why, who sees it, for how long; how teaching is evaluated; when advice is given. For everybody. */
export function Purposes() {
  const t = useTeachingTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['teaching', 'purposes'],
    queryFn: ({ signal }) => api.get<WirePurposes>('/teaching/purposes', signal),
  })
  return (
    <>
      <PageHeader title={t('purposes.title')} subtitle={t('purposes.hint')} />
      {error && <ErrorState error={error} what={t('purposes.title')} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {data && (
        <div className="teaching">
          <Kept data={data} />
          <Evaluated data={data} />
          <Advised data={data} />
        </div>
      )}
    </>
  )
}

interface Part {
  readonly data: WirePurposes
}

function Kept({ data }: Part) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  return (
    <table className="plain-table teaching-table purposes-table">
      <thead>
        <tr>
          {(['what', 'why', 'who', 'kept', 'then'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`purposes.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.purposes.map(({ kind, label, purpose, seenBy, kept, afterwards }) => (
          <tr key={kind}>
            <th scope="row">{label[lang]}</th>
            <td data-label={t('purposes.why')}>{purpose[lang]}</td>
            <td data-label={t('purposes.who')}>{seenBy[lang]}</td>
            <td data-label={t('purposes.kept')}>{kept[lang]}</td>
            <td data-label={t('purposes.then')}>{afterwards[lang]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Evaluated({ data }: Part) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  return (
    <section>
      <h2>{t('purposes.model')}</h2>
      <dl className="purposes-list">
        {data.model.map(({ name, weight }) => {
          const { label, formula, source, least } = dimensionOf(name)
          return (
            <div key={name}>
              <dt>
                {label[lang]}{' '}
                <small>
                  {t('purposes.weight')} {weight} · {t('purposes.rule-least', { n: least })}
                </small>
              </dt>
              <dd>
                {formula[lang]} <small>{t('class.source', { source: source[lang] })}</small>
              </dd>
            </div>
          )
        })}
      </dl>
      <h2>{t('purposes.statistics')}</h2>
      <p>{t('purposes.wilson')}</p>
      <p>{t('purposes.shrink')}</p>
    </section>
  )
}

function Advised({ data }: Part) {
  const t = useTeachingTexts()
  const { lang } = useLang()
  return (
    <section>
      <h2>{t('purposes.rules')}</h2>
      <dl className="purposes-list">
        {data.rules.map(({ name, label, reason, source, example, least }) => (
          <div key={name}>
            <dt>
              {label[lang]} <small>{t('purposes.rule-least', { n: least })}</small>
            </dt>
            <dd>
              {reason[lang]} {t('purposes.example', { text: example[lang] })}{' '}
              <small>{t('class.source', { source: source[lang] })}</small>
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t('purposes.risks')}</h2>
      <dl className="purposes-list">
        {data.risks.map(({ reason, label, threshold }) => (
          <div key={reason}>
            <dt>{label[lang]}</dt>
            <dd>{threshold[lang]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
