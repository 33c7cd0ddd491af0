import { Checkbox } from 'antd'
import type { KeyboardEvent, MouseEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import type { WireFigure } from '../../../language/index.ts'
import { figuresCatalogue } from '../../app/figures-catalogue.ts'
import { useLang } from '../../kit/use-lang.tsx'
import { usePhone } from '../../kit/use-media.ts'
import type { FigureGroup } from './figure-address.ts'
import { FigureCard } from './figure-card.tsx'
import { officeText } from './figure-filters.tsx'
import { ChangedFlag, FigureChange, FigureNumber, ShownFigure } from './figure-number.tsx'
import { figureAddress } from './figure-places.ts'
import { FigureStatusTag } from './figure-status.tsx'
import { useFigureTexts } from './use-figure-texts.ts'

export interface FigureListProps {
  readonly groups: readonly FigureGroup[]
  readonly period: string
  readonly selected: ReadonlySet<string>
  readonly onSelect: (codes: ReadonlySet<string>) => void
  /** Nobody is offered boxes with which nothing can be done. */
  readonly canSelect: boolean
}

/** All figures, dense, below the printed table they stand in. Arrows move, Enter opens, Space selects. */
export function FigureList(props: FigureListProps) {
  return usePhone() ? <Cards {...props} /> : <Grid {...props} />
}

function Grid(props: FigureListProps) {
  const t = useFigureTexts()
  const { groups, canSelect } = props
  const columns = canSelect ? 9 : 8
  return (
    <div className="figure-list">
      <table>
        <colgroup>
          {canSelect && <col className="col-check" />}
          <col className="col-name" />
          <col className="col-value" />
          <col className="col-unit" />
          <col className="col-old" />
          <col className="col-change" />
          <col className="col-status" />
          <col className="col-owner" />
          <col className="col-rows" />
        </colgroup>
        <thead>
          <tr>
            {canSelect && (
              <th scope="col" className="figure-check">
                <SelectMany {...props} figures={groups.flatMap((group) => group.figures)} label={t('figures.all')} />
              </th>
            )}
            <th scope="col">{t('figure.name')}</th>
            <th scope="col" className="figure-right">
              {t('figure.value')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('tables.unit')}</span>
            </th>
            <th scope="col" className="figure-right">
              {t('figure.previous')}
            </th>
            <th scope="col" className="figure-right">
              {t('figure.change')}
            </th>
            <th scope="col">{t('figure.status')}</th>
            <th scope="col">{t('figure.owner')}</th>
            <th scope="col" className="figure-right">
              {t('figure.rows')}
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.name}>
            <tr className="figure-group">
              {canSelect && (
                <td className="figure-check">
                  <SelectMany {...props} figures={group.figures} label={t('figures.select-group')} />
                </td>
              )}
              <th scope="rowgroup" colSpan={columns - (canSelect ? 1 : 0)}>
                <GroupTitle group={group} period={props.period} />
              </th>
            </tr>
            {group.figures.map((figure) => (
              <Row key={figure.code} {...props} figure={figure} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function GroupTitle({ group, period }: { readonly group: FigureGroup; readonly period: string }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const name = figuresCatalogue.tables.get(group.name)?.label[lang] ?? t('figures.group-none')
  return (
    <>
      {name} <span className="count">{group.figures.length}</span>
      {group.name !== '' && (
        <Link to={`/tables/${group.name}?period=${period}`} className="figure-group-link">
          {t('figures.open-table')}
        </Link>
      )}
    </>
  )
}

function Row({ figure, selected, onSelect, canSelect, period }: FigureListProps & { readonly figure: WireFigure }) {
  const t = useFigureTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const address = figureAddress(figure.code, period)
  const isSelected = selected.has(figure.code)
  const select = () => onSelect(toggled(selected, [figure.code], !isSelected))
  function press(event: KeyboardEvent<HTMLTableRowElement>) {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') void navigate(address)
    else if (event.key === 'ArrowDown') nearRow(event.currentTarget, 1)?.focus()
    else if (event.key === 'ArrowUp') nearRow(event.currentTarget, -1)?.focus()
    else if (event.key === ' ' && canSelect) select()
    else return
    event.preventDefault()
  }
  function click(event: MouseEvent) {
    const isPlain = event.target instanceof Element && !event.target.closest('a, button, input, label')
    if (isPlain && (getSelection()?.toString() ?? '') === '') void navigate(address)
  }
  return (
    <tr
      className={`figure-row${isSelected ? ' figure-row-selected' : ''}`}
      tabIndex={0}
      onKeyDown={press}
      onClick={click}
    >
      {canSelect && (
        <td className="figure-check">
          <Checkbox
            aria-label={t('figures.select', { name: figure.label[lang] })}
            checked={isSelected}
            onChange={select}
          />
        </td>
      )}
      <td title={figure.label[lang]}>
        <Link to={address}>{figure.label[lang]}</Link> <span className="figure-code">{figure.code}</span>
        {figure.marked && <span className="figure-tag figure-tag-marked">{t('figure.marked')}</span>}
      </td>
      <td className="figure-right figure-strong">
        <ShownFigure figure={figure} />
      </td>
      <td className="figure-quiet">{figure.unit[lang]}</td>
      <td className="figure-right figure-quiet">{figure.previous && <FigureNumber text={figure.previous.text} />}</td>
      <td className="figure-right figure-quiet">
        <FigureChange figure={figure} />
      </td>
      <td>
        <FigureStatusTag figure={figure} /> <ChangedFlag figure={figure} isShort />
      </td>
      <td className="figure-quiet">{officeText(figure.owner, lang)}</td>
      <td className="figure-right figure-quiet">{figure.entered ? '—' : figure.rows.toLocaleString('en-US')}</td>
    </tr>
  )
}

function Cards({ groups, period, selected, onSelect, canSelect }: FigureListProps) {
  const t = useFigureTexts()
  const { lang } = useLang()
  return groups.map((group) => (
    <section key={group.name} className="figure-cards">
      <h2>
        <GroupTitle group={group} period={period} />
      </h2>
      <ul>
        {group.figures.map((figure) => (
          <li key={figure.code}>
            {canSelect && (
              <Checkbox
                aria-label={t('figures.select', { name: figure.label[lang] })}
                checked={selected.has(figure.code)}
                onChange={(event) => onSelect(toggled(selected, [figure.code], event.target.checked))}
              />
            )}
            <FigureCard figure={figure} period={period} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function SelectMany({
  figures,
  selected,
  onSelect,
  label,
}: FigureListProps & { readonly figures: readonly WireFigure[]; readonly label: string }) {
  const codes = figures.map((figure) => figure.code)
  const count = codes.filter((code) => selected.has(code)).length
  return (
    <Checkbox
      aria-label={label}
      checked={count > 0 && count === codes.length}
      indeterminate={count > 0 && count < codes.length}
      onChange={(event) => onSelect(toggled(selected, codes, event.target.checked))}
    />
  )
}

function toggled(selected: ReadonlySet<string>, codes: readonly string[], isOn: boolean): ReadonlySet<string> {
  const next = new Set(selected)
  for (const code of codes)
    if (isOn) next.add(code)
    else next.delete(code)
  return next
}

/** The next row up or down, also across the heads of groups. */
function nearRow(row: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const rows = [...(row.closest('table')?.querySelectorAll<HTMLElement>('tr[tabindex]') ?? [])]
  return rows[rows.indexOf(row) + step]
}
