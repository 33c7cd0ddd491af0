import { Button } from 'antd'
import { formatTime } from '../../kit/format-date.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import type { Autosave } from './use-autosave.ts'
import { useReportTexts } from './use-report-texts.ts'

/** Whether what was written has reached the server. */
export function SaveStatus({ autosave, onCompare }: { readonly autosave: Autosave; readonly onCompare: () => void }) {
  const t = useReportTexts()
  const errorText = useErrorText()
  const { state, savedAt, problem } = autosave
  return (
    <span className={`save-status save-${state}`} role="status">
      {state === 'saved' ? t('save.saved', { time: formatTime(savedAt) }) : t(`save.${state}`)}
      {state === 'refused' && <small> {errorText(problem)}</small>}
      {state === 'stale' && (
        <Button size="small" type="primary" danger onClick={onCompare}>
          {t('save.compare')}
        </Button>
      )}
      {(state === 'offline' || state === 'refused') && (
        <Button size="small" onClick={() => void autosave.saver.flush()}>
          {t('save.now')}
        </Button>
      )}
    </span>
  )
}
