import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { download } from '../../../web/kit/download.ts'
import { EmptyState } from '../../../web/kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import type { WireClassPage } from '../wire.ts'
import type { WireFiling } from '../wire-filing.ts'
import type { WireColumn, WireGradebook } from '../wire-gradebook.ts'
import { BookSetup } from './book-setup.tsx'
import { ColumnChanges } from './column-changes.tsx'
import { ColumnDialog } from './column-dialog.tsx'
import { FileResults } from './file-results.tsx'
import { entryTitle, momentText, useCourseworkTexts } from './use-coursework-texts.ts'
import './coursework.css'

/** Written in the place of a score. */
const EXCUSED = /^\s*(免|excused?$)/i

/** The grades of a class: every entry, every category, the total, and what each follows from. */
export function GradebookPage() {
  const t = useCourseworkTexts()
  const { class: teachingClass = '' } = useParams()
  const path = `/coursework/classes/${encodeURIComponent(teachingClass)}`
  const client = useQueryClient()
  const errorText = useErrorText()
  const [isSetting, setSetting] = useState(false)
  const [isFiling, setFiling] = useState(false)
  /** A column that is changed, or a new one. */
  const [editing, setEditing] = useState<WireColumn | 'new'>()
  const [isReading, setReading] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [excusing, setExcusing] = useState<{
    readonly column: string
    readonly student: string
    readonly name: string
  }>()
  const { data, error, refetch } = useQuery({
    queryKey: ['coursework', 'book', teachingClass],
    queryFn: ({ signal }) => api.get<WireGradebook>(`${path}/gradebook`, signal),
  })
  const page = useQuery({
    queryKey: ['coursework', 'class', teachingClass],
    queryFn: ({ signal }) => api.get<WireClassPage>(path, signal),
  })
  const filing = useQuery({
    queryKey: ['coursework', 'filing', `${path}/gradebook`, undefined],
    queryFn: ({ signal }) => api.get<WireFiling>(`${path}/gradebook/filing`, signal),
    enabled: data !== undefined && data.categories.length > 0,
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const keep = (book: WireGradebook): void => {
    client.setQueryData(['coursework', 'book', teachingClass], book)
    void client.invalidateQueries({ queryKey: ['coursework', 'filing', `${path}/gradebook`] })
  }
  const isUnset = data.categories.length === 0
  const placed = new Set(data.entries.map(({ id }) => id))
  const unplaced = (page.data?.tasks ?? []).filter(
    ({ id, maxScore, state }) => !placed.has(id) && maxScore !== '0' && state !== 'draft',
  )
  const mark = (column: string, studentId: string, score: string | null, reason = '') =>
    api.put<WireGradebook>(`${path}/gradebook/columns/${column}`, {
      marks: [{ studentId, score, excused: reason !== '', reason }],
    })
  async function send(work: Promise<WireGradebook>) {
    try {
      keep(await work)
      setProblem(undefined)
    } catch (refused) {
      setProblem(errorText(refused))
    }
  }
  return (
    <>
      <PageHeader
        title={t('gradebook')}
        back={{ to: path, text: data.courseName }}
        subtitle={t('book-rule')}
        actions={
          <>
            <Button onClick={() => setSetting(true)}>{t('book-setup')}</Button>
            {!isUnset && (
              <>
                <Button onClick={() => setEditing('new')}>{t('book-add-column')}</Button>
                <Button onClick={() => setReading(true)}>{t('book-changes')}</Button>
                <Button onClick={() => download(`${path}/gradebook.xlsx`)}>{t('book-export')}</Button>
                <Button type="primary" onClick={() => setFiling(true)}>
                  {t(filing.data?.filedAt ? 'file-again' : 'file-results')}
                </Button>
              </>
            )}
          </>
        }
      />
      {problem && <Alert type="error" showIcon title={problem} />}
      {filing.data?.filedAt && (
        <Alert
          type={filing.data.isChanged ? 'warning' : 'success'}
          showIcon
          title={t(filing.data.isChanged ? 'filed-changed' : 'filed-at', { at: momentText(filing.data.filedAt) })}
        />
      )}
      {isUnset && (
        <EmptyState title={t('book-unset')} hint={t('book-unset-hint')}>
          <Button type="primary" onClick={() => setSetting(true)}>
            {t('book-setup')}
          </Button>
        </EmptyState>
      )}
      {!isUnset && unplaced.length > 0 && (
        <ul className="work-list card">
          {unplaced.map((task) => (
            <li key={task.id}>
              <span>
                {task.title} <small>{t('category-none')}</small>
              </span>
              <Select
                className="work-place"
                aria-label={`${t('category')} ${task.title}`}
                placeholder={t('category')}
                options={data.categories.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(categoryId: string) =>
                  void send(api.post<WireGradebook>(`${path}/gradebook/place`, { taskId: task.id, categoryId }))
                }
              />
            </li>
          ))}
        </ul>
      )}
      {!isUnset && (
        <>
          {data.columns.length > 0 && <p className="work-hint">{t('excuse-hint')}</p>}
          <div className="work-book">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('students', { n: data.rows.length })}</th>
                  {data.entries.map(({ id, title, maxScore, categoryId }) => (
                    <th key={id} scope="col">
                      <EntryHead
                        title={entryTitle(t, { id, title })}
                        column={data.columns.find((column) => column.id === id)}
                        onEdit={setEditing}
                      />
                      <small>
                        {data.categories.find((category) => category.id === categoryId)?.name} / {maxScore}
                      </small>
                    </th>
                  ))}
                  {data.categories.map(({ id, name, weight }) => (
                    <th key={id} scope="col">
                      {name}
                      <small>{weight}%</small>
                    </th>
                  ))}
                  <th scope="col">{t('total')}</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map((row) => {
                  const parts = new Map(
                    row.final.categories.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry] as const)),
                  )
                  return (
                    <tr key={row.studentId}>
                      <th scope="row">
                        {row.name} <small>{row.number}</small>
                      </th>
                      {data.entries.map(({ id, title, maxScore }) => {
                        const part = parts.get(id)
                        const isColumn = data.columns.some((column) => column.id === id)
                        const text =
                          part?.mark.kind === 'score'
                            ? part.mark.score
                            : part && part.mark.kind !== 'pending'
                              ? t(`mark.${part.mark.kind}`)
                              : ''
                        return (
                          <td key={id} className={part ? `work-use-${part.use}` : undefined}>
                            {isColumn ? (
                              <ScoreCell
                                key={text}
                                label={`${row.name} ${title}`}
                                value={part?.mark.kind === 'score' ? part.mark.score : ''}
                                placeholder={text || `/ ${maxScore}`}
                                onSave={(score) =>
                                  EXCUSED.test(score ?? '')
                                    ? setExcusing({
                                        column: id,
                                        student: row.studentId,
                                        name: `${row.name} · ${title}`,
                                      })
                                    : void send(mark(id, row.studentId, score))
                                }
                              />
                            ) : (
                              text || t('mark.pending')
                            )}
                            {part?.use === 'dropped' && <small>{t('use.dropped')}</small>}
                          </td>
                        )
                      })}
                      {row.final.categories.map(({ id, percent }) => (
                        <td key={id}>{percent ?? t('mark.pending')}</td>
                      ))}
                      <td>
                        <b>{row.final.score ?? t('mark.pending')}</b>
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
      {excusing && (
        <ConfirmComment
          title={`${t('mark.excused')} · ${excusing.name}`}
          comment="required"
          okText={t('mark.excused')}
          onConfirm={async (reason) => keep(await mark(excusing.column, excusing.student, null, reason))}
          onClose={() => setExcusing(undefined)}
        />
      )}
      {isSetting && <BookSetup book={data} path={path} onKept={keep} onClose={() => setSetting(false)} />}
      {isFiling && <FileResults path={`${path}/gradebook`} onClose={() => setFiling(false)} />}
      {editing && (
        <ColumnDialog
          book={data}
          column={editing === 'new' ? null : editing}
          path={path}
          onKept={keep}
          onClose={() => setEditing(undefined)}
        />
      )}
      {isReading && <ColumnChanges book={data} path={path} onKept={keep} onClose={() => setReading(false)} />}
    </>
  )
}

/** The name of an entry; of a column that is filled by hand, a button to change it. */
function EntryHead({
  title,
  column,
  onEdit,
}: {
  readonly title: string
  readonly column: WireColumn | undefined
  readonly onEdit: (column: WireColumn) => void
}) {
  const t = useCourseworkTexts()
  if (!column) return title
  return (
    <button type="button" className="work-head" title={t('book-change-column')} onClick={() => onEdit(column)}>
      {title} <span aria-hidden>✎</span>
    </button>
  )
}

/** A score that is kept when the box is left or Enter is pressed. */
function ScoreCell({
  label,
  value,
  placeholder,
  onSave,
}: {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly onSave: (score: string | null) => void
}) {
  const [text, setText] = useState(value)
  const save = () => {
    if (text.trim() === value) return
    onSave(text.trim() || null)
    if (EXCUSED.test(text)) setText(value)
  }
  return (
    <Input
      size="small"
      className="work-cell"
      inputMode="decimal"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={save}
      onPressEnter={(event) => {
        // The same key would press the first button of the dialog that may open now.
        event.preventDefault()
        save()
      }}
    />
  )
}
