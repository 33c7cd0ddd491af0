import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { WireRecord } from '../../../../language/wire.ts'
import { api } from '../../../../web/kit/api.ts'
import { ConfirmComment } from '../../../../web/kit/confirm-comment.tsx'
import { ErrorState } from '../../../../web/kit/error-state.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import { Light } from '../light.tsx'
import type { WirePlanTask } from '../../wire.ts'
import type { WirePlanParts } from '../../wire-views.ts'
import { useRunTexts } from '../use-run-texts.ts'
import { cellText } from './cell-text.ts'
import { nameOf, RecordDialog } from './record-dialog.tsx'
import { useRecordsOf } from './use-task-records.ts'
import { useViewTexts } from './use-view-texts.ts'
import type { Wishes } from './wishes.ts'

interface TaskDrawerProps {
  readonly task: WirePlanTask
  readonly parts: WirePlanParts
  readonly wishes: Wishes
  readonly onClose: () => void
}

/** What hangs on a task, and the fields that tell one from another. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'plan-milestones': ['year', 'what', 'dueOn', 'reachedOn'],
  'plan-targets': ['year', 'name', 'target', 'measuredIn', 'actual'],
  'plan-budgets': ['year', 'source', 'kind', 'amount'],
  'plan-co-owners': ['person', 'unit', 'duty'],
  'plan-task-links': ['predecessor', 'note'],
}
const BELOW: Readonly<Record<string, string>> = { board: 'task', task: 'leaf', 'sub-task': 'leaf' }

interface Editing {
  readonly register: string
  readonly record?: WireRecord
  readonly given: Readonly<Record<string, unknown>>
}

/** One task with everything that hangs on it; what may be changed is changed here, or wished for. */
export function TaskDrawer({ task, parts, wishes, onClose }: TaskDrawerProps) {
  const t = useViewTexts()
  const say = useRunTexts()
  const { id = '' } = useParams()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [editing, setEditing] = useState<Editing>()
  const [removing, setRemoving] = useState<{ readonly register: string; readonly record: WireRecord }>()
  const canChange = parts.canEdit || parts.canPropose
  const changed = (words: string) => {
    void message.success(words)
    if (!parts.canPropose) void client.invalidateQueries({ queryKey: ['plans'] })
  }
  const gather = parts.canPropose ? wishes : null
  const below = BELOW[task.kind]

  async function remove(comment: string) {
    const { register, record } = removing!
    if (gather)
      gather.put({
        register,
        action: 'delete',
        record: record.id,
        name: nameOf(record.values, register),
        values: {},
        was: {},
        titles: {},
      })
    else await api.post(`/registers/${register}/${record.id}/actions/delete`, { version: record.version, comment })
    changed(t(gather ? 'task.wished' : 'task.removed'))
  }

  return (
    <Drawer open onClose={onClose} title={`${task.number} ${task.name}`} size={560} className="task-drawer">
      <p>
        <Light light={task.light} />
      </p>
      <p>
        {[
          task.unit.name,
          task.owner?.name,
          `${task.from} – ${task.to}`,
          task.progress === null ? null : `${task.progress}%`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="plan-view-bar">
        <Link to={`/plans/${encodeURIComponent(id)}/tasks/${task.id}/ledger`}>{say('ledger.title')}</Link>{' '}
        <Link to={`/registers/plan-tasks/${task.id}`}>{t('task.record')}</Link>
        {canChange && below && (
          <Button
            size="small"
            onClick={() =>
              setEditing({
                register: 'plan-tasks',
                given: { plan: parts.plan.id, level: task.level, parent: task.id, kind: below },
              })
            }
          >
            {t('task.add-below')}
          </Button>
        )}
      </p>
      {Object.keys(SHOWN)
        .filter((register) => register in parts.registers)
        .map((register) => (
          <Hanging
            key={register}
            register={register}
            task={task}
            parts={parts}
            canChange={canChange}
            onAdd={() => setEditing({ register, given: { task: task.id, unit: unitOf(register, task) } })}
            onEdit={(record) => setEditing({ register, record, given: { task: task.id, unit: record.values['unit'] } })}
            onRemove={(record) => setRemoving({ register, record })}
          />
        ))}
      {editing && (
        <RecordDialog
          register={editing.register}
          declared={parts.registers[editing.register]!}
          record={editing.record}
          given={definedOf(editing.given)}
          wishes={gather}
          onDone={() => {
            setEditing(undefined)
            changed(t(gather ? 'task.wished' : 'task.saved'))
          }}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && (
        <ConfirmComment
          title={t('task.remove-what', { name: nameOf(removing.record.values, '') })}
          comment={gather ? 'none' : 'required'}
          okText={t('task.remove')}
          isDangerous
          onConfirm={remove}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Drawer>
  )
}

/** A co-owner is of a unit of their own: it is asked for. */
const unitOf = (register: string, task: WirePlanTask) => (register === 'plan-co-owners' ? undefined : task.unit.id)
const definedOf = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

interface HangingProps {
  readonly register: string
  readonly task: WirePlanTask
  readonly parts: WirePlanParts
  readonly canChange: boolean
  readonly onAdd: () => void
  readonly onEdit: (record: WireRecord) => void
  readonly onRemove: (record: WireRecord) => void
}

function Hanging({ register, task, parts, canChange, onAdd, onEdit, onRemove }: HangingProps) {
  const t = useViewTexts()
  const { lang } = useLang()
  const { data, error, refetch } = useRecordsOf(register, 'task', task.id)
  const { label, fields } = parts.registers[register]!
  // Money of a plan in force is added to, never changed.
  const canTouch = canChange && (register !== 'plan-budgets' || parts.canEdit)
  return (
    <section className="task-hanging">
      <h2>
        {label[lang]} <small>{data?.length ?? ''}</small>
        {canChange && (
          <Button size="small" aria-label={`${t('task.add')} ${label[lang]}`} onClick={onAdd}>
            {t('task.add')}
          </Button>
        )}
      </h2>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <small>{t('task.loading')}</small>}
      {data?.length === 0 && <small>{t('task.none')}</small>}
      <ul>
        {data?.map((record) => (
          <li key={record.id}>
            <Link to={`/registers/${register}/${record.id}`}>
              {SHOWN[register]!.map((name) => cellText(fields[name]!, record.values[name], record.titles[name], lang))
                .filter((text) => text !== '')
                .join(' · ')}
            </Link>
            {canTouch && (
              <span className="task-hanging-actions">
                <Button type="link" size="small" onClick={() => onEdit(record)}>
                  {t('task.edit')}
                </Button>
                <Button type="link" size="small" danger onClick={() => onRemove(record)}>
                  {t('task.remove')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
