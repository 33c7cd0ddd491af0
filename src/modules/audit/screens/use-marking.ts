import { App } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import type { Verdict, WireAudited, WireMark, WireMarkRequest } from '../wire.ts'

interface Done {
  readonly at: number
  readonly before: WireMark | null
}

/** Says of findings what somebody thinks of them, and takes the last word back. */
export function useMarking(audited: WireAudited, onChange: (audited: WireAudited) => void) {
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [done, setDone] = useState<readonly Done[]>([])
  const { findings, name } = audited

  async function say(at: number, verdict: Verdict | null, reason: string, after: WireMark | null): Promise<boolean> {
    const { kind, message: words, values } = findings[at]!
    const request: WireMarkRequest = { kind, message: words, values, verdict, reason, document: name }
    try {
      await api.post('/report-audits/marks', request)
    } catch (error) {
      void message.error(errorText(error))
      return false
    }
    onChange({ ...audited, findings: findings.map((other, i) => (i === at ? { ...other, mark: after } : other)) })
    return true
  }

  async function mark(at: number, verdict: Verdict | null, reason: string): Promise<void> {
    const before = findings[at]!.mark
    const said = { reason, document: name, by: '', at: new Date().toISOString(), sameFigures: true }
    if (await say(at, verdict, reason, verdict === null ? null : { ...said, verdict }))
      setDone((list) => [...list, { at, before }])
  }

  /** What was said of another document's figures is no word of one's own: it comes back by itself. */
  async function undo(): Promise<number | null> {
    const last = done.at(-1)
    if (!last) return null
    const own = last.before?.sameFigures ? last.before : null
    if (!(await say(last.at, own?.verdict ?? null, own?.reason ?? '', last.before))) return null
    setDone((list) => list.slice(0, -1))
    return last.at
  }

  return { mark, undo, canUndo: done.length > 0 }
}
