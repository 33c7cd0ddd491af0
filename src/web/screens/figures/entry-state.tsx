import { Button } from 'antd'
import type { WireFigure } from '../../../language/index.ts'
import { useSendEntries } from '../../app/waiting-notice.tsx'
import type { EntryStore, Theirs, WaitingEntry } from '../../app/waiting-entries.ts'
import { formatTime } from '../../kit/format-date.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { FigureNumber } from './figure-number.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

interface EntryStateProps {
  readonly figure: WireFigure
  readonly entry: WaitingEntry
  readonly store: EntryStore
}

/** Where a typed value is: on this device, refused, or beside another person's value until somebody decides. */
export function EntryState({ figure, entry, store }: EntryStateProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  if (entry.state === 'waiting') return <p className="entry-waiting">{t('entry.waiting')}</p>
  if (entry.state === 'refused')
    return (
      <p className="form-problem" role="alert">
        {t('entry.refused', { reason: entry.problem?.[lang] ?? '' })}
      </p>
    )
  if (entry.state === 'conflict' && entry.theirs)
    return <Conflict figure={figure} entry={entry} theirs={entry.theirs} store={store} />
  return null
}

function Conflict({ figure, entry, theirs, store }: EntryStateProps & { readonly theirs: Theirs }) {
  const t = useFigureTexts()
  const send = useSendEntries()
  const keepMine = () => {
    const { theirs: _, ...mine } = entry
    store.put({ ...mine, state: 'waiting', version: theirs.version, before: theirs.value })
    void send()
  }
  return (
    <div className="entry-conflict" role="alert">
      <p>{t('entry.conflict', { name: theirs.by, time: theirs.at === '' ? '' : formatTime(theirs.at) })}</p>
      <dl>
        <dt>{t('entry.theirs')}</dt>
        <dd>
          <FigureNumber text={theirs.value ?? ''} unit={figure.unit} />
        </dd>
        <dt>{t('entry.mine')}</dt>
        <dd>
          <FigureNumber text={entry.value} unit={figure.unit} />
        </dd>
      </dl>
      <Button size="small" onClick={keepMine}>
        {t('entry.keep-mine')}
      </Button>
      <Button size="small" onClick={() => store.remove(entry)}>
        {t('entry.keep-theirs')}
      </Button>
    </div>
  )
}
