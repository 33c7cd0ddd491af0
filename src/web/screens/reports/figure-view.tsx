import { NodeSelection } from '@tiptap/pm/state'
import type { NodeViewProps } from '@tiptap/react'
import { NodeViewWrapper } from '@tiptap/react'
import { Popover } from 'antd'
import { useEffect, useState } from 'react'
import { referenceOf } from './editor-document.ts'
import { FigureCard } from './figure-card.tsx'
import { useShownFigures } from './figures-context.tsx'
import { useReportTexts } from './use-report-texts.ts'

/** A figure inside a sentence: its printed value, coloured by how far it may be relied on. */
export function FigureView({ node, editor, selected, updateAttributes, deleteNode }: NodeViewProps) {
  const t = useReportTexts()
  const reference = referenceOf(node.attrs)
  const shown = useShownFigures().find(reference)
  const [isOpen, setOpen] = useState(false)
  // Arrow keys come to rest on a figure: its card opens as on a click. A marked passage opens none.
  const isAlone = selected && editor.state.selection instanceof NodeSelection
  useEffect(() => setOpen(isAlone), [isAlone])
  return (
    <NodeViewWrapper as="span" className={`figure-node standing-${shown.standing}${selected ? ' figure-chosen' : ''}`}>
      <Popover
        trigger="click"
        open={isOpen}
        onOpenChange={setOpen}
        destroyOnHidden
        placement="bottom"
        content={
          <FigureCard
            reference={reference}
            {...(editor.isEditable ? { onChange: updateAttributes, onRemove: deleteNode } : {})}
          />
        }
      >
        <span
          className="figure-node-value"
          title={`${shown.label} · ${t(`standing.${shown.standing}`)}`}
          data-standing={shown.standing}
        >
          {shown.text}
        </span>
      </Popover>
    </NodeViewWrapper>
  )
}
