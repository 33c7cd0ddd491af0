import { Input } from 'antd'
import { useState } from 'react'
import type { FeedVanished, WireFeedRegister } from '../../../language/wire-feeds.ts'
import { FormRow } from '../../kit/form-row.tsx'
import { cronOf, type FeedDraft, type When, whenOf } from './feed-draft.ts'
import { Choice, TextRow } from './source-form.tsx'
import { useFeedTexts } from './use-feed-texts.ts'

interface HowFormProps {
  readonly id: string
  readonly draft: FeedDraft
  readonly open: WireFeedRegister
  readonly columns: readonly string[]
  readonly onChange: (more: Partial<FeedDraft>) => void
}

const KINDS: readonly When['kind'][] = ['never', 'day', 'week', 'hour', 'other']

/** What is read each time, what becomes of records that are gone there, and when. */
export function HowForm({ id, draft, open, columns, onChange }: HowFormProps) {
  const t = useFeedTexts()
  const [isOther, setOther] = useState(whenOf(draft.cron).kind === 'other')
  const when: When = isOther ? { kind: 'other' } : whenOf(draft.cron)
  const at = 'at' in when ? when.at : '01:30'
  const isFolder = draft.source.kind === 'folder'
  const canVanish = draft.mode === 'all' && !isFolder
  const vanished: readonly FeedVanished[] = open.isEvents ? ['nothing', 'list'] : ['nothing', 'list', 'retire']
  return (
    <>
      {!isFolder && (
        <Choice
          id={`${id}-mode`}
          label={t('how.mode')}
          value={draft.mode}
          values={['all', 'changed']}
          textOf={(mode) => t(`how.mode-${mode}`)}
          onChange={(mode) => onChange(mode === 'all' ? { mode, changedColumn: null } : { mode, vanished: 'nothing' })}
        />
      )}
      {draft.mode === 'changed' && (
        <Choice
          id={`${id}-changed`}
          label={t('how.changed-column')}
          help={t('how.changed-help')}
          isRequired
          value={draft.changedColumn ?? ''}
          values={
            draft.changedColumn === null || columns.includes(draft.changedColumn)
              ? columns
              : [draft.changedColumn, ...columns]
          }
          textOf={(column) => column}
          onChange={(changedColumn) => onChange({ changedColumn })}
        />
      )}
      {canVanish && (
        <Choice
          id={`${id}-vanished`}
          label={t('how.vanished')}
          value={draft.vanished}
          values={vanished}
          textOf={(one) => t(`how.vanished-${one}`)}
          onChange={(one) => onChange({ vanished: one })}
        />
      )}
      <Choice
        id={`${id}-when`}
        label={t('how.when')}
        value={when.kind}
        values={KINDS}
        textOf={(kind) => t(`how.when-${kind}`)}
        onChange={(kind) => {
          setOther(kind === 'other')
          onChange({ cron: cronOf(kind, at, draft.cron) })
        }}
      />
      {(when.kind === 'day' || when.kind === 'week') && (
        <FormRow id={`${id}-at`} label={t('how.at')}>
          <Input
            id={`${id}-at`}
            type="time"
            value={at}
            onChange={(event) =>
              event.target.value !== '' && onChange({ cron: cronOf(when.kind, event.target.value, null) })
            }
          />
        </FormRow>
      )}
      {when.kind === 'other' && (
        <TextRow
          id={`${id}-cron`}
          label={t('how.cron')}
          value={draft.cron ?? ''}
          onChange={(cron) => onChange({ cron })}
        />
      )}
    </>
  )
}
