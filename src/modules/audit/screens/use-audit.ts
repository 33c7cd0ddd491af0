import { useRef, useState } from 'react'
import type { FileRef } from '../../../language/fields.ts'
import { api, upload } from '../../../web/kit/api.ts'
import { download } from '../../../web/kit/download.ts'
import type { AuditStage, WireAudited, WireSentFile } from '../wire.ts'

/** How far it is: the share sent, then what the server does. */
export interface Step {
  readonly name: string
  readonly stage: 'sending' | AuditStage
  /** Of what is sent: 0 to 1. */
  readonly share: number
}

interface Asked {
  readonly file: File
  readonly against: File | undefined
}

interface Sent {
  readonly file: WireSentFile
  readonly against?: WireSentFile
}

/** Sends a file. A web page is sent as text: the store of files takes nothing that a browser would run. */
async function send(file: File, onProgress: (share: number) => unknown): Promise<WireSentFile> {
  const isPage = /\.x?html?$/i.test(file.name)
  const sent = isPage ? new File([file], `${file.name}.txt`, { type: 'text/plain' }) : file
  const { sha256 } = await upload<FileRef>('/files', sent, onProgress)
  return { sha256, fileName: file.name }
}

const EACH_MS = 700

/** Asks how far an audit is until it has answered. */
async function whileAsking<Answer>(
  wait: string,
  tell: (stage: AuditStage) => unknown,
  signal: AbortSignal,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const timer = setInterval(() => {
    // What a person looks at meanwhile; should it fail once, the next one tells.
    api.get<{ stage: AuditStage | null }>(`/report-audits/stages/${wait}`, signal).then(
      ({ stage }) => stage && tell(stage),
      () => undefined,
    )
  }, EACH_MS)
  return work().finally(() => clearInterval(timer))
}

/** The way of a report through the audit: sent, read and checked; then exported or checked again without being chosen again. */
export function useAudit() {
  const [step, setStep] = useState<Step>()
  const [error, setError] = useState<unknown>()
  const [audited, setAudited] = useState<WireAudited>()
  const [asked, setAsked] = useState<Asked>()
  const [sent, setSent] = useState<Sent>()
  // Of several audits only the latest one shows.
  const turn = useRef(0)
  const stop = useRef<AbortController>(undefined)

  /** An upload that was given up may still tell how far it is: nobody asks any more. */
  async function sendAll({ file, against }: Asked, own: number): Promise<Sent> {
    const one = (of: File) =>
      send(of, (share) => own === turn.current && setStep({ name: of.name, stage: 'sending', share }))
    return { file: await one(file), ...(against ? { against: await one(against) } : {}) }
  }

  async function audit(file: File, against: File | undefined): Promise<void> {
    const own = (turn.current += 1)
    const request = { file, against }
    stop.current?.abort()
    const { signal } = (stop.current = new AbortController())
    setAsked(request)
    setError(undefined)
    setAudited(undefined)
    setStep({ name: file.name, stage: 'sending', share: 0 })
    try {
      const arrived = await sendAll(request, own)
      if (own !== turn.current) return
      setSent(arrived)
      const wait = crypto.randomUUID()
      const tell = (stage: AuditStage): unknown => own === turn.current && setStep({ name: file.name, stage, share: 1 })
      tell('waiting')
      const found = await whileAsking(wait, tell, signal, () =>
        api.post<WireAudited>('/report-audits', { ...arrived, wait }, signal),
      )
      if (own === turn.current) setAudited(found)
    } catch (problem) {
      if (own === turn.current) setError(problem)
    } finally {
      if (own === turn.current) setStep(undefined)
    }
  }

  /** The server forgets a file after a while; the page still has it and sends it again. */
  async function exportAs(as: string, lang: string): Promise<void> {
    if (!asked || !sent) return
    setError(undefined)
    try {
      const { here } = await api.post<{ here: boolean }>('/report-audits/here', sent)
      const { file, against } = here ? sent : await sendAll(asked, turn.current)
      setStep(undefined)
      const query = new URLSearchParams({ as, lang, sha256: file.sha256, fileName: file.fileName })
      if (against) {
        query.set('againstSha256', against.sha256)
        query.set('againstName', against.fileName)
      }
      download(`/report-audits/export?${query}`)
    } catch (problem) {
      setError(problem)
    }
  }

  /** Back to the empty page; what is under way is given up. */
  function close(): void {
    turn.current += 1
    stop.current?.abort()
    setAudited(undefined)
    setError(undefined)
    setStep(undefined)
    setAsked(undefined)
  }

  return { step, error, audited, setAudited, asked, audit, exportAs, close }
}
