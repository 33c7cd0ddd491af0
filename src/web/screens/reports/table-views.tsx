import type { NodeViewProps } from '@tiptap/react'
import { NodeViewWrapper } from '@tiptap/react'
import type { ReactNode } from 'react'
import { Button } from 'antd'
import { useLang } from '../../kit/use-lang.tsx'
import { ChartPreview, FigureTablePreview, RecordTablePreview } from './block-previews.tsx'
import { useOpenReport } from './section-context.tsx'
import { useReportTexts } from './use-report-texts.ts'

interface BlockBoxProps {
  readonly props: NodeViewProps
  readonly kind: string
  readonly title: string
  readonly children: ReactNode
}

/** The frame of whatever is no text: what it is, and how to take it out. */
export function BlockBox({ props: { editor, selected, deleteNode }, kind, title, children }: BlockBoxProps) {
  const t = useReportTexts()
  return (
    <NodeViewWrapper className={`doc-block${selected ? ' doc-block-chosen' : ''}`} contentEditable={false}>
      <div className="doc-block-head" data-drag-handle>
        <small>{kind}</small>
        <strong>{title}</strong>
        {editor.isEditable && (
          <Button type="text" size="small" onClick={deleteNode} aria-label={t('block.remove', { title })}>
            {t('block.remove-short')}
          </Button>
        )}
      </div>
      {children}
    </NodeViewWrapper>
  )
}

type Named = readonly { readonly name: string; readonly label: { readonly zh: string; readonly en: string } }[]
const labelOf = (list: Named, name: string, lang: 'zh' | 'en') =>
  list.find((one) => one.name === name)?.label[lang] ?? name

/** One of the indicator tables. */
export function FigureTableView(props: NodeViewProps) {
  const t = useReportTexts()
  const { lang } = useLang()
  const report = useOpenReport()
  const name = String(props.node.attrs['table'])
  return (
    <BlockBox props={props} kind={t('block.figure-table')} title={labelOf(report.names.tables, name, lang)}>
      <FigureTablePreview report={report} name={name} />
    </BlockBox>
  )
}

/** A table of records. */
export function RecordTableView(props: NodeViewProps) {
  const t = useReportTexts()
  const { lang } = useLang()
  const report = useOpenReport()
  const name = String(props.node.attrs['name'])
  const asked: unknown = props.node.attrs['group']
  const group = typeof asked === 'string' ? asked : undefined
  return (
    <BlockBox props={props} kind={t('block.record-table')} title={labelOf(report.names.recordTables, name, lang)}>
      <RecordTablePreview report={report} name={name} group={group} />
    </BlockBox>
  )
}

/** A chart. */
export function ChartView(props: NodeViewProps) {
  const t = useReportTexts()
  const { lang } = useLang()
  const report = useOpenReport()
  const name = String(props.node.attrs['name'])
  return (
    <BlockBox props={props} kind={t('block.chart')} title={labelOf(report.names.charts, name, lang)}>
      <ChartPreview report={report} name={name} />
    </BlockBox>
  )
}
