import { Alert, Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { Block, Place } from '../document.ts'
import type { Verdict, WireAudited } from '../wire.ts'
import { anchorOf, DocumentView } from './document-view.tsx'
import { FindingCard } from './finding-card.tsx'
import { type Filters, FindingFilters, NO_FILTERS, passes } from './finding-filters.tsx'
import { hiddenWords } from '../words.ts'
import { useAuditTexts } from './use-audit-texts.ts'
import { useKeys } from './use-keys.ts'
import { useMarking } from './use-marking.ts'
import './audit.css'

type Side = 'findings' | 'document'

const MOST_TITLE = 20

/** Titles of tables, short enough to stand in a list. */
const titlesOf = (blocks: readonly Block[]): ReadonlyMap<number, string> =>
  new Map(
    blocks.flatMap((block): [number, string][] => {
      if (block.kind !== 'table' || block.caption === undefined) return []
      const { caption } = block
      return [[block.table, caption.length > MOST_TITLE ? `${caption.slice(0, MOST_TITLE)}…` : caption]]
    }),
  )

/** The document on one side, what was found in it on the other; on a phone one after the other. */
export function AuditView({
  audited,
  onChange,
}: {
  readonly audited: WireAudited
  readonly onChange: (audited: WireAudited) => void
}) {
  const t = useAuditTexts()
  const [chosen, setChosen] = useState(0)
  const [here, setHere] = useState<string>()
  const [filters, setFilters] = useState<Filters>(NO_FILTERS)
  const [asked, setAsked] = useState<Verdict>()
  const [side, setSide] = useState<Side>('findings')
  const { mark, undo, canUndo } = useMarking(audited, onChange)
  const { blocks, findings, unreadable, hidden } = audited
  const { lang } = useLang()

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
  const titles = useMemo(() => titlesOf(blocks), [blocks])
  const current = findings[chosen]
  const anchors = useMemo(() => new Set(current?.places.map(anchorOf)), [current])
  const visible = findings.map((finding, at) => ({ finding, at })).filter(({ finding }) => passes(filters, finding))

  /** Shows a finding's first place, or the place asked for; a phone goes to the document only when a place was. */
  function choose(at: number, place?: Place) {
    if (at !== chosen) setAsked(undefined)
    setChosen(at)
    const to = place ?? findings[at]?.places.find((p) => p.paragraph !== undefined || p.table !== undefined)
    setHere(to && anchorOf(to))
    if (place) setSide('document')
    // After the marks are drawn.
    requestAnimationFrame(() => {
      if (to) document.getElementById(anchorOf(to))?.scrollIntoView({ block: 'center', inline: 'nearest' })
      if (!place) document.getElementById(`finding-${at}`)?.scrollIntoView({ block: 'nearest' })
    })
  }

  function go(step: 1 | -1) {
    // What was just marked may no longer be among them.
    const next = step > 0 ? visible.find(({ at }) => at > chosen) : visible.findLast(({ at }) => at < chosen)
    if (next) choose(next.at)
  }

  async function say(at: number, verdict: Verdict | null, reason: string) {
    setAsked(undefined)
    await mark(at, verdict, reason)
  }

  async function takeBack() {
    const at = await undo()
    if (at !== null) choose(at)
  }

  useKeys({
    j: () => go(1),
    k: () => go(-1),
    '1': () => current && void say(chosen, 'true', ''),
    '2': () => current && setAsked('explained'),
    '3': () => current && setAsked('wrong'),
    u: () => canUndo && void takeBack(),
  })

  return (
    <>
      {unreadable.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t(unreadable.length > 20 ? 'found.unreadable-many' : 'found.unreadable', {
            pages: unreadable.slice(0, 20).join('、'),
            count: unreadable.length,
          })}
        />
      )}
      {hidden.length > 0 && (
        <Alert type="info" showIcon title={t('found.hidden', { parts: hiddenWords(hidden, lang) })} />
      )}
      <div className="audit-sides">
        <Segmented<Side>
          block
          value={side}
          onChange={setSide}
          options={[
            { value: 'findings', label: `${t('found.list')} ${findings.length}` },
            { value: 'document', label: t('found.document') },
          ]}
        />
      </div>
      <div className={`audit-columns audit-show-${side}`}>
        <section className="audit-paper" aria-label={t('found.document')} tabIndex={0}>
          <DocumentView
            blocks={blocks}
            numbers={numbers}
            chosen={anchors}
            here={here}
            values={current?.values ?? []}
            onChoose={(at) => {
              setSide('findings')
              choose(at)
            }}
          />
        </section>
        <section className="audit-findings" aria-label={t('found.list')}>
          {findings.length === 0 ? (
            <EmptyState title={t('found.none')} hint={t('found.none-hint')} />
          ) : (
            <>
              <div className="audit-findings-head">
                <h2>{t('found.count', { count: findings.length })}</h2>
                <span className="audit-keys">{t('found.keys')}</span>
                <Button size="small" disabled={!canUndo} onClick={() => void takeBack()}>
                  {t('mark.undo')}
                </Button>
              </div>
              <FindingFilters findings={findings} filters={filters} onChange={setFilters} />
              {visible.length === 0 && (
                <EmptyState title={t('filter.none')}>
                  <Button onClick={() => setFilters(NO_FILTERS)}>{t('filter.clear')}</Button>
                </EmptyState>
              )}
              <ol>
                {visible.map(({ finding, at }) => (
                  <FindingCard
                    key={at}
                    finding={finding}
                    number={at}
                    isChosen={at === chosen}
                    titles={titles}
                    asked={at === chosen ? asked : undefined}
                    onAsk={(verdict) => {
                      if (verdict && at !== chosen) choose(at)
                      setAsked(verdict)
                    }}
                    onChoose={(place) => choose(at, place)}
                    onMark={(verdict, reason) => void say(at, verdict, reason)}
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
