import { Button } from 'antd'
import { useState } from 'react'
import type { BlockDifference, WireSectionVersion } from '../../../language/wire-reports.ts'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { Loading } from '../../kit/loading.tsx'
import { useVersion, useVersions } from './queries.ts'
import { useReportTexts } from './use-report-texts.ts'
import { WordChanges } from './word-changes.tsx'
import { wordsOf } from './word-difference.ts'

interface VersionsPanelProps {
  readonly reportId: string
  readonly sectionId: string
}

const KNOWN = ['create', 'save', 'submit', 'approve', 'return'] as const
type Known = (typeof KNOWN)[number]
const isKnown = (action: string): action is Known => (KNOWN as readonly string[]).includes(action)

/** What was saved and handed on, newest first; each opens to the words that changed. */
export function VersionsPanel({ reportId, sectionId }: VersionsPanelProps) {
  const t = useReportTexts()
  const { data, error, isPending, refetch } = useVersions(reportId, sectionId)
  const [open, setOpen] = useState<number>()
  if (isPending) return <Loading rows={4} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.length === 0) return <EmptyState title={t('versions.none')} />
  const ends = endsOfSessions(data)
  return (
    <ol className="versions">
      {ends.map((one, index) => {
        const before = ends[index + 1]
        return (
          <li key={one.version}>
            <div className="version-head">
              <strong>{isKnown(one.action) ? t(`versions.${one.action}`) : one.action}</strong>
              <span>{one.byName}</span>
              <time dateTime={one.at}>{formatTime(one.at)}</time>
            </div>
            {one.reason && <p className="version-reason">{one.reason}</p>}
            {before && (
              <Button
                type="link"
                size="small"
                aria-expanded={open === one.version}
                onClick={() => setOpen(open === one.version ? undefined : one.version)}
              >
                {t(open === one.version ? 'versions.hide' : 'versions.show', { version: one.version })}
              </Button>
            )}
            {open === one.version && before && (
              <Difference reportId={reportId} sectionId={sectionId} version={one.version} against={before.version} />
            )}
          </li>
        )
      })}
    </ol>
  )
}

const SESSION_MS = 30 * 60_000

/** Of saves that one person made one after the other, only the last: the others are steps on the way. */
export function endsOfSessions(versions: readonly WireSectionVersion[]): readonly WireSectionVersion[] {
  let last: WireSectionVersion | undefined
  let lastAt = 0
  return versions.filter((one) => {
    const isStep =
      last?.action === 'save' &&
      one.action === 'save' &&
      one.byName === last.byName &&
      lastAt - Date.parse(one.at) < SESSION_MS
    last = one
    lastAt = Date.parse(one.at)
    return !isStep
  })
}

interface DifferenceProps extends VersionsPanelProps {
  readonly version: number
  readonly against: number
}

function Difference({ reportId, sectionId, version, against }: DifferenceProps) {
  const t = useReportTexts()
  const { data, error, isPending, refetch } = useVersion(reportId, sectionId, version, against)
  if (isPending) return <Loading rows={2} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const changes = (data.difference ?? []).filter((block) => block.kind !== 'same')
  if (changes.length === 0) return <p className="side-hint">{t('versions.same')}</p>
  return (
    <div className="version-difference">
      {changes.map((block, index) => (
        <p key={index}>
          <WordChanges words={wordsOfBlock(block)} />
        </p>
      ))}
    </div>
  )
}

function wordsOfBlock(block: BlockDifference) {
  if (block.kind === 'changed') return block.words
  if (block.kind === 'removed')
    return [{ kind: 'removed' as const, text: wordsOf({ type: 'doc', content: [block.before] }).join('') }]
  const kind = block.kind === 'added' ? ('added' as const) : ('same' as const)
  return [{ kind, text: wordsOf({ type: 'doc', content: [block.after] }).join('') }]
}
