import { Alert, App, Segmented } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import type { Place } from '../document.ts'
import type { Severity } from '../finding.ts'
import type { Verdict, WireAudited, WireMarkRequest } from '../wire.ts'
import { anchorOf, DocumentView } from './document-view.tsx'
import { FindingCard } from './finding-card.tsx'
import { useAuditTexts } from './use-audit-texts.ts'
import './audit.css'

type Shown = 'all' | Severity | 'marked'

/** The document on one side, what was found in it on the other. */
export function AuditView({
  audited,
  onChange,
}: {
  readonly audited: WireAudited
  readonly onChange: (audited: WireAudited) => void
}) {
  const t = useAuditTexts()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const paper = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const [shown, setShown] = useState<Shown>('all')
  const { blocks, findings, unreadable, name } = audited

  const numbers = useMemo(() => {
    const map = new Map<string, number[]>()
    findings.forEach((finding, at) => {
      for (const place of finding.places) {
        const anchor = anchorOf(place)
        const list = map.get(anchor) ?? []
        if (!list.includes(at)) map.set(anchor, [...list, at])
      }
    })
    return map
  }, [findings])
  const current = findings[chosen]
  const anchors = useMemo(() => new Set(current?.places.map(anchorOf)), [current])

  function choose(at: number, place?: Place) {
    setChosen(at)
    const first = place ?? findings[at]?.places[0]
    if (!first) return
    // After the marks are drawn; a heading that sticks to the top must not cover the place.
    requestAnimationFrame(() => document.getElementById(anchorOf(first))?.scrollIntoView({ block: 'center' }))
  }

  async function mark(at: number, verdict: Verdict | null, reason: string) {
    const finding = findings[at]!
    const { kind, message: words, values } = finding
    try {
      await api.post('/report-audits/marks', {
        kind,
        message: words,
        values,
        verdict,
        reason,
        document: name,
      } as WireMarkRequest)
    } catch (error) {
      void message.error(errorText(error))
      return
    }
    const said =
      verdict === null
        ? null
        : { verdict, reason, document: name, by: '', at: new Date().toISOString(), sameFigures: true }
    onChange({ ...audited, findings: findings.map((other, i) => (i === at ? { ...other, mark: said } : other)) })
  }

  const counts = { serious: 0, notable: 0, minor: 0, marked: 0 }
  for (const { severity, mark: said } of findings) counts[said ? 'marked' : severity] += 1
  const options = (['serious', 'notable', 'minor', 'marked'] as const).filter((key) => counts[key] > 0)
  const wordOf = (key: (typeof options)[number]) => (key === 'marked' ? t('found.marked') : t(`severity.${key}`))
  const visible = findings
    .map((finding, at) => ({ finding, at }))
    .filter(
      ({ finding: { severity, mark: said } }) =>
        shown === 'all' || (shown === 'marked' ? said : !said && severity === shown),
    )

  return (
    <>
      {unreadable.length > 0 && (
        <Alert type="warning" showIcon title={t('found.unreadable', { pages: unreadable.slice(0, 20).join('、') })} />
      )}
      <div className="audit-columns">
        <section className="audit-paper" ref={paper} aria-label={t('found.document')} tabIndex={-1}>
          <DocumentView
            blocks={blocks}
            numbers={numbers}
            chosen={anchors}
            values={current?.values ?? []}
            onChoose={(at) => choose(at)}
          />
        </section>
        <section className="audit-findings" aria-label={t('found.list')}>
          {findings.length === 0 ? (
            <EmptyState title={t('found.none')} hint={t('found.none-hint')} />
          ) : (
            <>
              <h2>{t('found.count', { count: findings.length })}</h2>
              <Segmented<Shown>
                value={shown}
                onChange={setShown}
                options={[
                  { value: 'all', label: `${t('found.all')} ${findings.length}` },
                  ...options.map((key) => ({ value: key, label: `${wordOf(key)} ${counts[key]}` })),
                ]}
              />
              <ol>
                {visible.map(({ finding, at }) => (
                  <FindingCard
                    key={at}
                    finding={finding}
                    number={at}
                    isChosen={at === chosen}
                    onChoose={(place) => choose(at, place)}
                    onMark={(verdict, reason) => mark(at, verdict, reason)}
                  />
                ))}
              </ol>
            </>
          )}
        </section>
      </div>
    </>
  )
}
