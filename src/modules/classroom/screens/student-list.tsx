import { App as AntApp, Button, Input } from 'antd'
import { useState } from 'react'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { SignInState, WireRow } from '../wire.ts'
import { Hand } from './hand.tsx'
import { useClassroomTexts } from './use-classroom-texts.ts'
import type { Steps } from './use-steps.ts'

const STATES = ['present', 'late', 'leave', 'absent'] as const satisfies readonly SignInState[]
const FILTERS = ['all', 'missing', 'doubt'] as const

const isMissing = ({ state }: WireRow) => state === null || state === 'absent'
/** A code that came too late once is nobody's doubt. */
const isDoubtful = ({ doubts, refused, refusedWhy }: WireRow) =>
  doubts.length > 0 || refused > 2 || (refused > 0 && refusedWhy !== 'wrong-code')

/** Everybody on the list: who is here, whose hand is up first. */
export function StudentList({
  students,
  isOpen,
  steps,
}: {
  readonly students: readonly WireRow[]
  readonly isOpen: boolean
  readonly steps: Steps
}) {
  const t = useClassroomTexts()
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all')
  const correct = useCorrection(steps)
  const rows = students
    .filter((row) => filter === 'all' || (filter === 'missing' ? isMissing(row) : isDoubtful(row)))
    .toSorted((a, b) => (a.handUpAt ?? '~').localeCompare(b.handUpAt ?? '~') || a.number.localeCompare(b.number))
  const counts = {
    all: students.length,
    missing: students.filter(isMissing).length,
    doubt: students.filter(isDoubtful).length,
  }
  return (
    <div className="card">
      <div className="remote-sides" role="group" aria-label={t('students.filter')}>
        {FILTERS.map((one) => (
          <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>
            {t(`students.${one}`)} {counts[one]}
          </button>
        ))}
      </div>
      {rows.length === 0 && <p className="class-hint">{t('students.none')}</p>}
      <ul className="remote-students">
        {rows.map((row) => (
          <li key={row.id} className={row.handUpAt ? 'remote-hand' : undefined}>
            <div>
              <span className="remote-name">
                {row.handUpAt && <Hand />} <strong>{row.name}</strong> <small>{row.number}</small>
              </span>
              <Facts row={row} />
            </div>
            {isOpen && row.handUpAt && (
              <Button type="primary" size="small" onClick={() => void steps.pick(null, row.id)}>
                {t('students.call')}
              </Button>
            )}
            <select
              className={`class-state class-${row.state ?? 'none'}`}
              aria-label={t('students.set', { name: row.name })}
              value={row.state ?? ''}
              onChange={(event) => correct(row, event.target.value as SignInState)}
            >
              <option value="" disabled>
                {t('state.none')}
              </option>
              {STATES.map((state) => (
                <option key={state} value={state}>
                  {t(`state.${state}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Facts({ row }: { readonly row: WireRow }) {
  const t = useClassroomTexts()
  const { lang } = useLang()
  const time = row.at && new Date(row.at).toLocaleTimeString(lang === 'zh' ? 'zh-CN' : 'en-GB', { timeStyle: 'short' })
  const facts = [
    row.how === 'code' ? time : row.how === 'manual' ? t('students.by-hand') : row.how && t('students.closing'),
    row.onLeave && t('students.on-leave'),
    row.reason,
    row.picked > 0 && t('students.picked', { n: row.picked }),
  ].filter(Boolean)
  const doubts = [
    ...row.doubts.map((doubt) => t(`doubt.${doubt}`)),
    ...(row.refused > 0
      ? [t('students.refused', { n: row.refused, why: t(`why.${row.refusedWhy as 'wrong-code'}`) })]
      : []),
  ]
  return (
    <small className="remote-facts">
      {facts.join(' · ')}
      {doubts.length > 0 && <em> {doubts.join('；')}</em>}
    </small>
  )
}

/** Sets a sign-in; what is there already is corrected with a reason. */
function useCorrection(steps: Steps) {
  const t = useClassroomTexts()
  const { modal } = AntApp.useApp()
  return (row: WireRow, state: SignInState) => {
    if (row.state === null || row.how === 'closing') {
      void steps.signIn(row.id, state, null)
      return
    }
    let reason = ''
    modal.confirm({
      title: t('correct.title', { name: row.name }),
      icon: null,
      content: (
        <label className="class-field">
          {t('correct.reason')}
          <Input
            autoFocus
            maxLength={200}
            placeholder={t('correct.example')}
            onChange={(event) => (reason = event.target.value)}
          />
        </label>
      ),
      okText: t('correct.to', { state: t(`state.${state}`) }),
      onOk: async () => {
        // Without a reason the server says what is missing, and the question stays.
        if (!(await steps.signIn(row.id, state, reason.trim() || null))) throw new Error('not corrected')
      },
    })
  }
}
