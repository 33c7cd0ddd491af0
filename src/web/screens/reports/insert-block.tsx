import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { JSONContent } from '@tiptap/react'
import type { Label } from '../../../language/index.ts'
import type { WireReport } from '../../../language/wire-reports.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { ChartPreview, FigureTablePreview, RecordTablePreview } from './block-previews.tsx'
import { useReportTexts } from './use-report-texts.ts'

interface InsertBlockProps {
  readonly report: WireReport
  readonly what: 'table' | 'chart'
  readonly onInsert: (node: JSONContent) => void
  readonly onClose: () => void
}

interface Choice {
  readonly type: 'figureTable' | 'recordTable' | 'chart'
  readonly name: string
  readonly label: Label
  /** Fields that may head groups of rows. */
  readonly groups: readonly { readonly name: string; readonly label: Label }[]
}

/** Chooses a table or a chart by name, seeing what it now shows. */
export function InsertBlock({ report, what, onInsert, onClose }: InsertBlockProps) {
  const t = useReportTexts()
  const common = useTexts()
  const { lang } = useLang()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const choices = choicesOf(report, what).filter((one) =>
    [one.name, one.label.zh, one.label.en].some((name) => name.toLowerCase().includes(query.trim().toLowerCase())),
  )
  const chosen = choices[Math.min(at, choices.length - 1)]
  const [asked, setGroup] = useState<string>()
  // What heads the groups of one table may be no field of the next.
  const group = chosen?.groups.some((field) => field.name === asked) ? asked : undefined
  const insert = () => chosen && onInsert(nodeOf(chosen, group))
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(choices.length - 1, at + step)))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) insert()
  }
  return (
    <Modal
      open
      title={t(what === 'table' ? 'insert.table' : 'insert.chart')}
      okText={t('insert.insert')}
      cancelText={common('common.cancel')}
      okButtonProps={{ disabled: !chosen }}
      onOk={insert}
      onCancel={onClose}
      width={920}
    >
      <div className="insert-block">
        <div>
          <Input
            // The dialog is for searching.
            autoFocus
            value={query}
            placeholder={t('insert.search-name')}
            aria-label={t('insert.search-name')}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              setQuery(event.target.value)
              setAt(0)
            }}
          />
          {choices.length === 0 && <p className="insert-none">{t('insert.none')}</p>}
          <ul
            role="listbox"
            tabIndex={0}
            onKeyDown={onKeyDown}
            aria-label={t(what === 'table' ? 'insert.table' : 'insert.chart')}
          >
            {choices.map((one, index) => (
              <li
                key={`${one.type}-${one.name}`}
                role="option"
                aria-selected={one === chosen}
                onClick={() => setAt(index)}
                onDoubleClick={insert}
              >
                {one.label[lang]}
                <small>{t(kindTexts[one.type])}</small>
              </li>
            ))}
          </ul>
        </div>
        <div className="insert-preview" tabIndex={0} role="region" aria-label={t('preview.title')} aria-live="polite">
          {chosen && (
            <>
              <h3>{chosen.label[lang]}</h3>
              {chosen.type === 'figureTable' ? (
                <FigureTablePreview report={report} name={chosen.name} />
              ) : chosen.type === 'recordTable' ? (
                <>
                  {chosen.groups.length > 0 && (
                    <label className="insert-group">
                      {t('insert.group')}
                      <Select
                        value={group ?? ''}
                        onChange={(value) => setGroup(value === '' ? undefined : value)}
                        aria-label={t('insert.group')}
                        options={[
                          { value: '', label: t('insert.group-none') },
                          ...chosen.groups.map((field) => ({ value: field.name, label: field.label[lang] })),
                        ]}
                      />
                    </label>
                  )}
                  <RecordTablePreview report={report} name={chosen.name} group={group} />
                </>
              ) : (
                <ChartPreview key={chosen.name} report={report} name={chosen.name} />
              )}
            </>
          )}
        </div>
      </div>
    </Modal>
  )
}

const kindTexts = {
  figureTable: 'block.figure-table',
  recordTable: 'block.record-table',
  chart: 'block.chart',
} as const

function choicesOf({ names }: WireReport, what: InsertBlockProps['what']): readonly Choice[] {
  if (what === 'chart') return names.charts.map((one) => ({ type: 'chart', groups: [], ...one }))
  return [
    ...names.tables.map((one) => ({ type: 'figureTable' as const, groups: [], ...one })),
    ...names.recordTables.map((one) => ({ type: 'recordTable' as const, ...one })),
  ]
}

const nodeOf = ({ type, name }: Choice, group: string | undefined): JSONContent => ({
  type,
  attrs: type === 'figureTable' ? { table: name } : group === undefined ? { name } : { name, group },
})
