import type { NodeViewProps } from '@tiptap/react'
import { NodeViewContent, NodeViewWrapper } from '@tiptap/react'
import { Button } from 'antd'
import { useState } from 'react'
import { PictureForm } from './picture-form.tsx'
import { BlockBox } from './table-views.tsx'
import { useReportTexts } from './use-report-texts.ts'

/** A picture with its caption; its words can be changed. */
export function ImageView(props: NodeViewProps) {
  const t = useReportTexts()
  const [isOpen, setOpen] = useState(false)
  const [isBroken, setBroken] = useState(false)
  const { file, alt, caption } = props.node.attrs as { file: string; alt: string | null; caption: string | null }
  const words = caption ?? alt ?? ''
  return (
    <BlockBox props={props} kind={t('block.picture')} title={words}>
      {isBroken ? (
        <p className="doc-more">{t('picture.broken')}</p>
      ) : (
        <img
          className="doc-picture"
          src={`/api/files/${file}/${encodeURIComponent(words || 'picture')}`}
          alt={alt ?? ''}
          onError={() => setBroken(true)}
        />
      )}
      {props.editor.isEditable && (
        <Button size="small" type="link" onClick={() => setOpen(true)}>
          {t('picture.edit')}
        </Button>
      )}
      {isOpen && (
        <PictureForm
          start={{ file, alt: alt ?? '', caption: caption ?? '' }}
          onSave={(picture) => props.updateAttributes(picture)}
          onClose={() => setOpen(false)}
        />
      )}
    </BlockBox>
  )
}

/** A case study: its title above, its text in the box. */
export function CaseView({ node, editor, updateAttributes }: NodeViewProps) {
  const t = useReportTexts()
  const title = String(node.attrs['title'] ?? '')
  return (
    <NodeViewWrapper className="doc-case">
      <div className="doc-case-head" contentEditable={false}>
        <small>{t('block.case')}</small>
        {editor.isEditable ? (
          <input
            value={title}
            maxLength={200}
            aria-label={t('case.title')}
            placeholder={t('case.title')}
            aria-invalid={title.trim() === ''}
            onChange={(event) => updateAttributes({ title: event.target.value })}
          />
        ) : (
          <strong>{title}</strong>
        )}
      </div>
      <NodeViewContent className="doc-case-text" />
    </NodeViewWrapper>
  )
}

/** Where a new page begins in print. */
export function PageBreakView({ selected }: NodeViewProps) {
  const t = useReportTexts()
  return (
    <NodeViewWrapper className={`doc-page-break${selected ? ' doc-block-chosen' : ''}`} contentEditable={false}>
      <span>{t('block.page-break')}</span>
    </NodeViewWrapper>
  )
}
