import { Button } from 'antd'
import { CODE_SECONDS, GRACE_SECONDS, guessedShare, MOST_WRONG, refusedShare } from '../code-window.ts'
import type { WireCode, WireSession } from '../wire.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'

const DELAYS = [4, 5, 6, 7, 8] as const
const percent = (share: number, places = 0) => `${(share * 100).toFixed(places)}%`

/** The code as the projector shows it, and what it is worth. */
export function CodeCard({
  session,
  code,
  onStage,
}: {
  readonly session: WireSession
  readonly code: WireCode | undefined
  readonly onStage: (stage: 'code' | 'blank') => void
}) {
  const t = useClassroomTexts()
  const numbers = { n: CODE_SECONDS, g: GRACE_SECONDS }
  return (
    <div className="card remote-code">
      <div className="remote-code-line">
        <span>
          {t('code.title')} <b>{code?.code ?? '····'}</b>
        </span>
        <span className="class-actions">
          {(['code', 'blank'] as const).map((stage) => (
            <Button
              key={stage}
              type={session.stage === stage ? 'primary' : 'default'}
              aria-pressed={session.stage === stage}
              onClick={() => onStage(stage)}
            >
              {stage === 'blank' ? t('code.blank') : t(session.stage === stage ? 'code.staged' : 'code.stage')}
            </Button>
          ))}
        </span>
      </div>
      <details>
        <summary>{t('code.why')}</summary>
        <ul className="remote-why">
          <li>{t('code.why-window', numbers)}</li>
          <li>
            {t('code.why-relay', {
              list: DELAYS.map((s) => t('code.why-relay-one', { s, p: percent(refusedShare(s)) })).join('、'),
              all: CODE_SECONDS + GRACE_SECONDS,
            })}
          </li>
          <li>{t('code.why-arithmetic', numbers)}</li>
          <li>{t('code.why-guess', { tries: MOST_WRONG, p: percent(guessedShare(), 2) })}</li>
          <li>{t('code.why-phone')}</li>
          <li>{t('code.why-limits', numbers)}</li>
        </ul>
      </details>
    </div>
  )
}
