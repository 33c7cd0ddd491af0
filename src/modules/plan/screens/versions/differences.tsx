import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { groupDigits } from '../../../../fields/number-text.ts'
import { EmptyState } from '../../../../web/kit/empty-state.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import { DIFFERENCE_KINDS, type DifferenceKind, type WireComparison, type WireDifference } from '../../wire-versions.ts'
import { useVersionTexts } from './use-version-texts.ts'

/** More than these are shown in portions: a browser draws some hundred of them at once. */
const PORTION = 200

/** The counts of a comparison, and every difference; what is looked for leaves the others out. */
export function Differences({ comparison }: { readonly comparison: WireComparison }) {
  const t = useVersionTexts()
  const { lang } = useLang()
  const { registers, money, differences } = comparison
  const [of, setOf] = useState('')
  const [kind, setKind] = useState<DifferenceKind | ''>('')
  const [field, setField] = useState('')
  const [q, setQ] = useState('')
  const [most, setMost] = useState(PORTION)
  const found = differences.filter(
    (one) =>
      (of === '' || one.register === of) &&
      (kind === '' || one.kind === kind) &&
      (field === '' || one.fields.some((value) => value.field === field)) &&
      (q === '' || `${one.task} ${one.name}`.includes(q)),
  )
  const fields = new Map(differences.flatMap((one) => one.fields.map((value) => [value.field, value.label[lang]])))
  const labels = new Map(registers.map(({ register, label }) => [register, label[lang]]))
  return (
    <>
      <section className="plan-card">
        <h2>{t('compare.counts')}</h2>
        {money && (
          <p>
            {t('compare.money', {
              left: groupDigits(money.left),
              right: groupDigits(money.right),
              difference: money.difference.startsWith('-')
                ? groupDigits(money.difference)
                : `+${groupDigits(money.difference)}`,
            })}
          </p>
        )}
        <div className="plan-money-box" role="region" tabIndex={0} aria-label={t('compare.counts')}>
          <table className="plan-money compare-counts">
            <thead>
              <tr>
                <th scope="col">{t('compare.of')}</th>
                <th scope="col">{t('compare.before')}</th>
                <th scope="col">{t('compare.after')}</th>
                {DIFFERENCE_KINDS.map((one) => (
                  <th key={one} scope="col">
                    {t(`kind.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {registers.map(({ register, label, left, right, counts }) => (
                <tr key={register}>
                  <th scope="row">{label[lang]}</th>
                  <td>{left}</td>
                  <td>{right}</td>
                  {DIFFERENCE_KINDS.map((one) => (
                    <td key={one}>
                      {counts[one] === 0 ? (
                        0
                      ) : (
                        <Button
                          type="link"
                          size="small"
                          aria-label={`${label[lang]} ${t(`kind.${one}`)} ${counts[one]}`}
                          onClick={() => {
                            setOf(register)
                            setKind(one)
                          }}
                        >
                          {counts[one]}
                        </Button>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      {differences.length === 0 ? (
        <EmptyState title={t('compare.none')} hint={t('compare.none-hint')} />
      ) : (
        <>
          <div className="plan-view-bar compare-bar">
            <Input
              allowClear
              aria-label={t('compare.search')}
              placeholder={t('compare.search')}
              value={q}
              onChange={(event) => setQ(event.target.value.trim())}
            />
            <Select
              aria-label={t('compare.of')}
              value={of}
              options={[{ value: '', label: t('compare.all') }, ...options(labels)]}
              onChange={setOf}
            />
            <Select
              aria-label={t('compare.values')}
              value={field}
              options={[{ value: '', label: t('compare.all-fields') }, ...options(fields)]}
              onChange={setField}
            />
            {(['', ...DIFFERENCE_KINDS] as const).map((one) => (
              <Button
                key={one}
                size="small"
                type={one === kind ? 'primary' : 'default'}
                aria-pressed={one === kind}
                onClick={() => setKind(one)}
              >
                {t(one === '' ? 'kind.all' : `kind.${one}`)}
              </Button>
            ))}
            <small role="status">{t('compare.found', { n: found.length })}</small>
          </div>
          {found.length === 0 && <EmptyState title={t('compare.no-match')} />}
          <ul className="compare-list">
            {found.slice(0, most).map((one, i) => (
              <Difference
                key={`${one.register} ${one.kind} ${one.task} ${i}`}
                one={one}
                of={labels.get(one.register)!}
              />
            ))}
          </ul>
          {found.length > most && (
            <Button onClick={() => setMost(most + PORTION)}>{t('compare.found', { n: found.length - most })} ▾</Button>
          )}
        </>
      )}
    </>
  )
}

const options = (labels: ReadonlyMap<string, string>) => [...labels].map(([value, label]) => ({ value, label }))

function Difference({ one, of }: { readonly one: WireDifference; readonly of: string }) {
  const t = useVersionTexts()
  const { lang } = useLang()
  return (
    <li className="plan-card">
      <p>
        <em className={`compare-${one.kind}`}>{t(`kind.${one.kind}`)}</em> <small>{of}</small>{' '}
        <strong>
          {one.task} {one.name}
        </strong>
      </p>
      <dl>
        {one.fields.map(({ field, label, before, after }) => (
          <div key={field}>
            <dt>{label[lang]}</dt>
            <dd>
              {one.kind !== 'added' && <del>{before ?? t('compare.empty')}</del>}
              {one.kind !== 'added' && one.kind !== 'removed' && ' → '}
              {one.kind !== 'removed' && <ins>{after ?? t('compare.empty')}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
