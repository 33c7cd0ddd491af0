import { Segmented } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { usePhone } from '../../../../web/kit/use-media.ts'
import type { WirePlan } from '../../wire.ts'
import type { WirePlanParts } from '../../wire-views.ts'
import type { ShownTask } from '../visible-tasks.ts'
import { arrowOf, type Axis, axisOf, barOf, type Zoom } from './gantt-layout.ts'
import { useViewTexts } from './use-view-texts.ts'
import './grids.css'

interface GanttViewProps {
  readonly plan: WirePlan
  readonly rows: readonly ShownTask[]
  readonly links: WirePlanParts['links']
  readonly onToggle: (id: string) => void
  readonly onOpen: (id: string) => void
}

const ROW = 28
const HEAD = 40
const AHEAD = 10

/** Bars over time with their progress, what waits for what, and today. Only the rows in sight are drawn. */
export function GanttView({ plan, rows, links, onToggle, onOpen }: GanttViewProps) {
  const t = useViewTexts()
  const isPhone = usePhone()
  const [zoom, setZoom] = useState<Zoom>('quarter')
  const box = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState({ from: 0, to: 60 })
  const measure = useCallback(() => {
    const element = box.current
    if (!element) return
    const from = Math.max(0, Math.floor(element.scrollTop / ROW) - AHEAD)
    const to = Math.ceil((element.scrollTop + element.clientHeight) / ROW) + AHEAD
    setRange((old) => (old.from === from && old.to === to ? old : { from, to }))
  }, [])
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [measure])
  const axis = useMemo(() => {
    const days = rows.flatMap(({ task }) => [task.from, task.to])
    return axisOf([plan.from, ...days].sort()[0]!, [plan.to, ...days].sort().at(-1)!, zoom)
  }, [rows, plan, zoom])
  const left = isPhone ? 132 : 300
  const shown = rows.slice(range.from, range.to)
  return (
    <>
      <p className="plan-view-bar">
        <Segmented<Zoom>
          aria-label={t('gantt.zoom')}
          value={zoom}
          onChange={setZoom}
          options={[
            { value: 'quarter', label: t('gantt.quarter') },
            { value: 'month', label: t('gantt.month') },
          ]}
        />
        <small>{t('gantt.legend')}</small>
      </p>
      <div ref={box} className="gantt" onScroll={measure} tabIndex={0} role="region" aria-label={t('view.gantt')}>
        <div className="gantt-sheet" style={{ width: left + axis.width, height: HEAD + rows.length * ROW }}>
          <Head axis={axis} left={left} />
          <div className="gantt-names" style={{ width: left, height: rows.length * ROW }}>
            {shown.map((row, i) => (
              <Name key={row.task.id} row={row} top={(range.from + i) * ROW} onToggle={onToggle} onOpen={onOpen} />
            ))}
          </div>
          <svg
            className="gantt-chart"
            style={{ left, top: HEAD }}
            width={axis.width}
            height={rows.length * ROW}
            role="img"
            aria-label={t('gantt.chart')}
          >
            <Lines axis={axis} height={rows.length * ROW} asOf={plan.asOf} label={t('gantt.today')} />
            <Arrows axis={axis} rows={rows} links={links} range={range} />
            {shown.map((row, i) => (
              <Bar key={row.task.id} axis={axis} row={row} y={(range.from + i) * ROW} />
            ))}
          </svg>
        </div>
      </div>
    </>
  )
}

function Head({ axis, left }: { readonly axis: Axis; readonly left: number }) {
  const t = useViewTexts()
  return (
    <div className="gantt-head" style={{ height: HEAD }}>
      <div className="gantt-corner" style={{ width: left }}>
        {t('gantt.task')}
      </div>
      <svg width={axis.width} height={HEAD} aria-hidden>
        {axis.years.map((tick) => (
          <text key={tick.text} x={tick.x + 4} y={15}>
            {tick.text}
          </text>
        ))}
        {axis.parts.map((tick) => (
          <text key={tick.x} x={tick.x + tick.width / 2} y={33} textAnchor="middle" className="gantt-part">
            {tick.text}
          </text>
        ))}
      </svg>
    </div>
  )
}

interface NameProps {
  readonly row: ShownTask
  readonly top: number
  readonly onToggle: (id: string) => void
  readonly onOpen: (id: string) => void
}

function Name({ row, top, onToggle, onOpen }: NameProps) {
  const t = useViewTexts()
  const { task, depth, hasChildren, isOpen } = row
  return (
    <div className={`gantt-name plan-kind-${task.kind}`} style={{ top, paddingLeft: 4 + depth * 12 }}>
      {hasChildren ? (
        <button
          type="button"
          className="gantt-toggle"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'row.close' : 'row.open', { name: task.name })}
          onClick={() => onToggle(task.id)}
        >
          {isOpen ? '▾' : '▸'}
        </button>
      ) : (
        <span className="gantt-toggle" />
      )}
      <button
        type="button"
        className="plan-plain"
        title={`${task.number} ${task.name}`}
        onClick={() => onOpen(task.id)}
      >
        {task.name}
      </button>
    </div>
  )
}

function Lines({
  axis,
  height,
  asOf,
  label,
}: {
  readonly axis: Axis
  readonly height: number
  readonly asOf: string
  readonly label: string
}) {
  const today = axis.x(asOf)
  return (
    <>
      {axis.parts.map((tick) => (
        <line key={tick.x} x1={tick.x} x2={tick.x} y1={0} y2={height} className="gantt-line" />
      ))}
      {today >= 0 && today <= axis.width && (
        <line x1={today} x2={today} y1={0} y2={height} className="gantt-today">
          <title>{`${label} ${asOf}`}</title>
        </line>
      )}
    </>
  )
}

function Bar({
  axis,
  row: { task, hasChildren },
  y,
}: {
  readonly axis: Axis
  readonly row: ShownTask
  readonly y: number
}) {
  const { x, width, done } = barOf(axis, task)
  const height = hasChildren ? 8 : 14
  const top = y + (ROW - height) / 2
  return (
    <g className={`gantt-bar gantt-${task.light.colour}${hasChildren ? ' gantt-parent' : ''}`}>
      <title>{`${task.name}  ${task.from} – ${task.to}${task.progress === null ? '' : `  ${task.progress}%`}`}</title>
      <rect x={x} y={top} width={width} height={height} rx={2} />
      <rect x={x} y={top} width={done} height={height} rx={2} className="gantt-done" />
    </g>
  )
}

interface ArrowsProps {
  readonly axis: Axis
  readonly rows: readonly ShownTask[]
  readonly links: WirePlanParts['links']
  readonly range: { readonly from: number; readonly to: number }
}

/** Arrows of which at least one end is in sight. */
function Arrows({ axis, rows, links, range }: ArrowsProps) {
  const places = useMemo(() => new Map(rows.map(({ task }, index) => [task.id, { task, index }])), [rows])
  const isSeen = (index: number) => index >= range.from && index < range.to
  return links.map(({ task, predecessor }) => {
    const to = places.get(task)
    const from = places.get(predecessor)
    if (!to || !from || (!isSeen(to.index) && !isSeen(from.index))) return null
    const before = barOf(axis, from.task)
    const start = { x: before.x + before.width, y: from.index * ROW + ROW / 2 }
    const end = { x: barOf(axis, to.task).x, y: to.index * ROW + ROW / 2 }
    return (
      <g key={`${predecessor} ${task}`} className="gantt-arrow">
        <path d={arrowOf(start, end)} />
        <path d={`M${end.x},${end.y} l-5,-3 v6 z`} className="gantt-tip" />
      </g>
    )
  })
}
