import { useState } from 'react'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { WireBlocker, WireReport } from '../../../language/wire-reports.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { figureAddress, ruleAddress, sectionAddress } from './report-places.ts'
import { useReportTexts } from './use-report-texts.ts'

/** In the order in which a report is usually finished. */
const KINDS = ['section', 'stale', 'rule', 'not-approved', 'unknown'] as const
const SHOWN = 8

/** What stands between a report and its publication, each with the way to where it is mended. */
export function Blockers({ report }: { readonly report: WireReport }) {
  const t = useReportTexts()
  const total = report.blockers.length
  return (
    <section className="card blockers" aria-labelledby="blockers-title">
      <h2 id="blockers-title">
        {t('blockers.title')} <span className="count">{total}</span>
      </h2>
      {total === 0 && <p className="blockers-none">{t('blockers.none')}</p>}
      {KINDS.map((kind) => {
        const own = report.blockers.filter((one) => one.kind === kind)
        return own.length > 0 && <BlockerGroup key={kind} report={report} kind={kind} blockers={own} />
      })}
    </section>
  )
}

interface BlockerGroupProps {
  readonly report: WireReport
  readonly kind: WireBlocker['kind']
  readonly blockers: readonly WireBlocker[]
}

function BlockerGroup({ report, kind, blockers }: BlockerGroupProps) {
  const t = useReportTexts()
  const [isFull, setFull] = useState(false)
  const shown = isFull ? blockers : blockers.slice(0, SHOWN)
  return (
    <details className="blocker-group" open={kind !== 'section'}>
      <summary>
        {t(`blockers.${kind}`)} <span className="count">{blockers.length}</span>
      </summary>
      <ul>
        {shown.map((blocker, index) => (
          <BlockerLine key={`${blocker.code ?? blocker.sectionId ?? ''}-${index}`} report={report} blocker={blocker} />
        ))}
      </ul>
      {shown.length < blockers.length && (
        <Button type="link" size="small" onClick={() => setFull(true)}>
          {t('blockers.more', { count: blockers.length - shown.length })}
        </Button>
      )}
    </details>
  )
}

function BlockerLine({ report, blocker }: { readonly report: WireReport; readonly blocker: WireBlocker }) {
  const { lang } = useLang()
  const to = placeOf(report, blocker)
  const name = nameOf(blocker, lang)
  const message = blocker.message[lang]
  // Of these two the heading of the group says what is wrong.
  const isPlain = blocker.kind === 'section' || blocker.kind === 'not-approved'
  const edition = blocker.kind === 'section' ? undefined : editionOf(blocker)
  const isOther = edition !== undefined && edition !== report.period
  // The section itself is the place: naming it once more says nothing.
  const places = blocker.kind === 'section' ? [] : blocker.places.filter((place) => place.sectionId !== null)
  return (
    <li title={message}>
      {to ? <Link to={to}>{name ?? message}</Link> : <span>{name ?? message}</span>}
      {isOther && <small className="blocker-edition">{edition}</small>}
      {name !== undefined && !isPlain && <span className="blocker-message">{message}</span>}
      {places.length > 0 && (
        <span className="blocker-places">
          {places.slice(0, 3).map((place) => (
            <Link key={place.sectionId} to={sectionAddress(report.id, place.sectionId ?? '')} title={place.title}>
              {place.number || place.title}
            </Link>
          ))}
          {places.length > 3 && <span>+{places.length - 3}</span>}
        </span>
      )}
    </li>
  )
}

/** Where a blocker is mended. */
function placeOf(report: WireReport, blocker: WireBlocker): string | undefined {
  if (blocker.kind === 'rule' && blocker.code) return ruleAddress(blocker.code, report.period)
  if ((blocker.kind === 'not-approved' || blocker.kind === 'stale') && blocker.code)
    return figureAddress(blocker.code, editionOf(blocker) ?? report.period)
  return blocker.sectionId ? sectionAddress(report.id, blocker.sectionId) : undefined
}

// A figure of another edition blocks too. The answer names the edition only in its words: "(code, 2022)".
const editionOf = (blocker: WireBlocker) => /\([^()]+, ([^(), ]+)\)/.exec(blocker.message.en)?.[1]

function nameOf(blocker: WireBlocker, lang: 'zh' | 'en'): string | undefined {
  if (blocker.kind === 'section') {
    const [place] = blocker.places
    return place && `${place.number} ${place.title}`.trim()
  }
  if (!blocker.code) return undefined
  if (blocker.kind === 'rule') return figuresCatalogue.rules.find((rule) => rule.name === blocker.code)?.label[lang]
  return figuresCatalogue.indicators.get(blocker.code)?.label[lang]
}
