import { Segmented, Select } from 'antd'
import { useLang } from '../../../web/kit/use-lang.tsx'
import { FINDING_KINDS, type FindingKind, type Severity } from '../finding.ts'
import { VERDICTS, type Verdict, type WireFinding } from '../wire.ts'
import { KIND_WORDS, SEVERITY_WORDS, VERDICT_WORDS } from '../words.ts'
import { useAuditTexts } from './use-audit-texts.ts'

/** Which findings are looked at. */
export interface Filters {
  readonly severity: Severity | 'all'
  readonly kind: FindingKind | 'all'
  readonly mark: Verdict | 'all' | 'open'
}

export const NO_FILTERS: Filters = { severity: 'all', kind: 'all', mark: 'all' }

/** Whether a finding is looked at. */
export const passes = ({ severity, kind, mark }: Filters, finding: WireFinding): boolean =>
  (severity === 'all' || finding.severity === severity) &&
  (kind === 'all' || finding.kind === kind) &&
  (mark === 'all' || (mark === 'open' ? finding.mark === null : finding.mark?.verdict === mark))

const SEVERITIES: readonly Severity[] = ['serious', 'notable', 'minor']

/** By severity, kind and mark, with how many there are of each. */
export function FindingFilters({
  findings,
  filters,
  onChange,
}: {
  readonly findings: readonly WireFinding[]
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}) {
  const t = useAuditTexts()
  const { lang } = useLang()
  const count = (part: Partial<Filters>) => findings.filter((f) => passes({ ...NO_FILTERS, ...part }, f)).length
  const option = <Value extends string>(value: Value, words: string, part: Partial<Filters>) => ({
    value,
    label: `${words} ${count(part)}`,
  })
  const severities = SEVERITIES.filter((severity) => count({ severity }) > 0)
  const kinds = FINDING_KINDS.filter((kind) => count({ kind }) > 0)
  return (
    <div className="audit-filters">
      <Segmented<Filters['severity']>
        value={filters.severity}
        onChange={(severity) => onChange({ ...filters, severity })}
        options={[
          option('all', t('found.all'), {}),
          ...severities.map((severity) => option(severity, SEVERITY_WORDS[severity][lang], { severity })),
        ]}
      />
      <Select<Filters['kind']>
        aria-label={t('filter.kind')}
        value={filters.kind}
        onChange={(kind) => onChange({ ...filters, kind })}
        popupMatchSelectWidth={false}
        options={[
          { value: 'all', label: t('filter.all-kinds') },
          ...kinds.map((kind) => option(kind, KIND_WORDS[kind][lang], { kind })),
        ]}
      />
      <Select<Filters['mark']>
        aria-label={t('filter.mark')}
        value={filters.mark}
        onChange={(mark) => onChange({ ...filters, mark })}
        popupMatchSelectWidth={false}
        options={[
          { value: 'all', label: t('filter.all-marks') },
          option('open', t('filter.open'), { mark: 'open' }),
          ...VERDICTS.map((mark) => option(mark, VERDICT_WORDS[mark][lang], { mark })),
        ]}
      />
    </div>
  )
}
