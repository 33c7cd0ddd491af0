import { Button } from 'antd'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { useActs } from './use-acts.ts'
import { useClassroomTexts } from './use-classroom-texts.ts'

/** A clock further off than this is told, in ms. */
const OFF_MS = 60_000

/** How the line is: lost, what waits, what did not count, a clock that is wrong. When all is well, nothing. */
export function Line({ isLost, acts }: { readonly isLost: boolean; readonly acts: ReturnType<typeof useActs> }) {
  const t = useClassroomTexts()
  const { lang } = useLang()
  const { waiting, refused, forget, clockOff } = acts
  const last = refused.at(-1)
  return (
    <div className="class-line-state" role="status" aria-live="polite">
      {isLost && <p className="class-lost">{t('line.lost')}</p>}
      {isLost && waiting > 0 && <p className="class-waiting">{t('line.waiting', { n: waiting })}</p>}
      {Math.abs(clockOff) > OFF_MS && (
        <p className="class-waiting">{t('line.clock', { n: Math.round(Math.abs(clockOff) / 60_000) })}</p>
      )}
      {last && (
        <p className="class-lost">
          {t('line.refused', { why: last[lang] })}{' '}
          <Button size="small" onClick={forget}>
            {t('line.dismiss')}
          </Button>
        </p>
      )}
    </div>
  )
}
