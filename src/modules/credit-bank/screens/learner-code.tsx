import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { formatTime } from '../../../web/kit/format-date.ts'
import { useBankTexts } from './use-bank-texts.ts'

/** Hands out the code by which a learner takes the account over, or chooses a new password. */
export function LearnerCode({ id }: { readonly id: string }) {
  const t = useBankTexts()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [made, setMade] = useState<{ readonly code: string; readonly until: string }>()
  async function make() {
    try {
      setMade(await api.post(`/credit-bank/learners/${id}/code`))
    } catch (error) {
      message.error(errorText(error))
    }
  }
  return (
    <div className="bank-bar">
      <Button onClick={() => void make()}>{t('code.make')}</Button>
      {made && (
        <span role="status">
          <code className="bank-code">{made.code}</code> {t('code.until', { at: formatTime(made.until) })}
        </span>
      )}
    </div>
  )
}
