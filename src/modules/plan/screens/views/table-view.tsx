import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useEffect, useMemo } from 'react'
import { ErrorState, useErrorText } from '../../../../web/kit/error-state.tsx'
import { Loading } from '../../../../web/kit/loading.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WirePlanParts } from '../../wire-views.ts'
import type { ShownTask } from '../visible-tasks.ts'
import { cellText } from './cell-text.ts'
import { TaskGrid } from './task-grid.tsx'
import { type Conflict, type Edits, useEdits } from './use-edits.ts'
import { useRecordsOf } from './use-task-records.ts'
import { useViewTexts } from './use-view-texts.ts'
import type { Wishes } from './wishes.ts'

interface TableViewProps {
  readonly parts: WirePlanParts
  readonly rows: readonly ShownTask[]
  readonly wishes: Wishes
  readonly onOpen: (id: string) => void
}

/** The tasks as a table that is edited in place: at once in a draft, as wishes in a plan in force. */
export function TableView({ parts, rows, wishes, onOpen }: TableViewProps) {
  const t = useViewTexts()
  const client = useQueryClient()
  const { data, error, refetch } = useRecordsOf('plan-tasks', 'plan', parts.plan.id)
  const records = useMemo(() => new Map(data?.map((record) => [record.id, record])), [data])
  const edits = useEdits(parts.plan.id, records, parts.canPropose ? wishes : null)
  const isEditable = parts.canEdit || parts.canPropose
  // Progress and lights follow from dates and weights: they are asked for again when the table is left.
  useEffect(
    () => () => {
      if (parts.canEdit) void client.invalidateQueries({ queryKey: ['plans'] })
    },
    [client, parts.canEdit],
  )
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <>
      <TableBar parts={parts} edits={edits} />
      {edits.conflict && <ConflictBar parts={parts} conflict={edits.conflict} onSettle={edits.settle} />}
      <TaskGrid
        label={t('view.table')}
        declared={parts.registers['plan-tasks']!}
        rows={rows.flatMap(({ task, depth }) => {
          const record = records.get(task.id)
          return record ? [{ record, depth, kind: task.kind }] : []
        })}
        wishes={wishes.wishes}
        isEditable={isEditable}
        edits={edits}
        onOpen={onOpen}
      />
    </>
  )
}

function TableBar({ parts, edits }: { readonly parts: WirePlanParts; readonly edits: Edits }) {
  const t = useViewTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const errorText = useErrorText()
  async function undo() {
    try {
      const field = await edits.undo()
      const label = field === null ? undefined : parts.registers['plan-tasks']!.fields[field]?.label[lang]
      if (label) void message.info(t('table.undone', { name: label }))
    } catch (error) {
      void message.error(errorText(error))
    }
  }
  return (
    <p className="plan-view-bar">
      <small>
        {t(parts.canEdit ? 'table.hint-draft' : parts.canPropose ? 'table.hint-propose' : 'table.hint-read')}
      </small>
      {edits.canUndo && (
        <Button size="small" onClick={() => void undo()}>
          {t('table.undo')}
        </Button>
      )}
      <small role="status">
        {edits.status === 'saving' ? t('table.saving') : edits.status === 'saved' ? t('table.saved') : ''}
      </small>
    </p>
  )
}

interface ConflictBarProps {
  readonly parts: WirePlanParts
  readonly conflict: Conflict
  readonly onSettle: (keepMine: boolean) => Promise<void>
}

/** Nothing is lost when two change one value: both are shown, and the person chooses. */
function ConflictBar({ parts, conflict, onSettle }: ConflictBarProps) {
  const t = useViewTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const { record, field, mine, who } = conflict
  const declared = parts.registers['plan-tasks']!.fields[field]!
  const settle = (keepMine: boolean) =>
    void onSettle(keepMine).catch((error: unknown) => message.error(errorText(error)))
  const text = (value: unknown, title?: string) => cellText(declared, value, title, lang) || t('table.empty')
  return (
    <Alert
      type="warning"
      showIcon
      className="plan-conflict"
      title={t('table.stale', {
        who: who ?? t('table.someone'),
        name: String(record.values['name'] ?? ''),
        now: text(record.values[field], record.titles[field]),
        mine: text(mine),
      })}
      action={
        <>
          <Button size="small" type="primary" onClick={() => settle(true)}>
            {t('table.keep-mine')}
          </Button>{' '}
          <Button size="small" onClick={() => settle(false)}>
            {t('table.keep-theirs')}
          </Button>
        </>
      }
    />
  )
}
