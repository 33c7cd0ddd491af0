import { stateText } from './text-of.ts'
import { useLang } from './use-lang.tsx'

type Tone = 'quiet' | 'waiting' | 'good' | 'strong' | 'bad'

const tones: Readonly<Record<string, Tone>> = {
  submitted: 'waiting',
  registered: 'waiting',
  adopted: 'good',
  accredited: 'good',
  refused: 'bad',
  expired: 'bad',
  revoked: 'bad',
  changed: 'bad',
  pending: 'waiting',
  entered: 'waiting',
  assigned: 'waiting',
  running: 'waiting',
  queued: 'waiting',
  retrying: 'waiting',
  open: 'waiting',
  approved: 'good',
  reviewed: 'good',
  active: 'good',
  completed: 'good',
  done: 'good',
  verified: 'good',
  confirmed: 'good',
  rectified: 'good',
  published: 'strong',
  locked: 'strong',
  returned: 'bad',
  rejected: 'bad',
  deleted: 'bad',
  terminated: 'bad',
  failed: 'bad',
}

/** A state, always as words; the colour only helps. */
export function StatusTag({ state, text }: { readonly state: string; readonly text?: string }) {
  const { lang } = useLang()
  return <span className={`status-tag status-${tones[state] ?? 'quiet'}`}>{text ?? stateText(state, lang)}</span>
}
