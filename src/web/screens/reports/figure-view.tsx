import { NodeSelection } from '@tiptap/pm/state'
import type { NodeViewProps } from '@tiptap/react'
import { NodeViewWrapper } from '@tiptap/react'
import { Popover } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { referenceOf } from './editor-document.ts'
import { FigureCard } from './figure-card.tsx'
import { useShownFigures } from './figures-context.tsx'
import { useReportTexts } from './use-report-texts.ts'

/** A figure inside a sentence: its printed value, coloured by how far it may be relied on. */
export function FigureView({ node, editor, selected, updateAttributes, deleteNode }: NodeViewProps) {
  const t = useReportTexts()
  const reference = referenceOf(node.attrs)
  const shown = useShownFigures().find(reference)
  const place = useRef<HTMLSpanElement>(null)
  const [isOpen, setOpen] = useState(false)
  // Arrow keys come to rest on a figure: its card opens as on a click. A marked passage opens none.
  const isAlone = selected && editor.state.selection instanceof NodeSelection
  const [wasAlone, setWasAlone] = useState(isAlone)
  if (isAlone !== wasAlone) {
    setWasAlone(isAlone)
    setOpen(isAlone)
  }
  // A click both selects the figure and opens its card, so the card cannot close by the popover's own rules.
  useEffect(() => {
    if (!isOpen) return
    const leave = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (!place.current?.contains(target) && !target?.closest('.ant-popover, .ant-select-dropdown')) setOpen(false)
    }
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false)
    document.addEventListener('mousedown', leave)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('mousedown', leave)
      document.removeEventListener('keydown', escape)
    }
  }, [isOpen])
  return (
    <NodeViewWrapper as="span" className={`figure-node standing-${shown.standing}${selected ? ' figure-chosen' : ''}`}>
      <Popover
        trigger={[]}
        open={isOpen}
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
          ref={place}
          className="figure-node-value"
          title={`${shown.label} · ${t(`standing.${shown.standing}`)}`}
          data-standing={shown.standing}
          onClick={() => setOpen(true)}
        >
          {shown.text}
        </span>
      </Popover>
    </NodeViewWrapper>
  )
}
