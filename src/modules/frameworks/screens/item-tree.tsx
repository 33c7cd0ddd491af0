import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { queryOf } from '../../../web/kit/api.ts'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireTree } from '../wire.ts'
import { useFrameworkTexts } from './use-framework-texts.ts'
import { visibleItems } from './visible-items.ts'

/** Lines in the page: more are found by typing, and a tree is opened branch by branch. */
const SHOWN = 600
/** A tree as small as this is open from the start. */
const SMALL = 150

interface ItemTreeProps {
  readonly tree: WireTree
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** The items of a framework as a tree; the words that are typed leave what has them, and what stands above. */
export function ItemTree({ tree, chosen, onChoose }: ItemTreeProps) {
  const t = useFrameworkTexts()
  const { lang } = useLang()
  const { items, kinds } = tree
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(items.length <= SMALL ? items.map(({ id }) => id) : []),
  )
  const { lines, found } = useMemo(() => visibleItems(items, open, search), [items, open, search])
  const above = items.find(({ id }) => id === chosen)
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  return (
    <section className="framework-tree" aria-label={t('tree.label')}>
      <div className="framework-bar">
        <Input.Search
          allowClear
          aria-label={t('tree.search')}
          placeholder={t('tree.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        {tree.canWrite && tree.framework.state === 'draft' && (
          <Link
            to={`/registers/framework-items/new${queryOf({
              values: JSON.stringify({ framework: tree.framework.id, ...(chosen ? { parent: chosen } : {}) }),
              titles: JSON.stringify({ framework: tree.framework.name, ...(above ? { parent: above.statement } : {}) }),
            })}`}
          >
            {t('tree.add')}
          </Link>
        )}
      </div>
      {found !== null && <p role="status">{t('tree.found', { n: found })}</p>}
      {items.length === 0 && <p>{t('tree.empty')}</p>}
      <ul>
        {lines.slice(0, SHOWN).map(({ item, depth, below, isOpen }) => (
          <li key={item.id} className="framework-line" style={{ paddingInlineStart: `${Math.min(depth, 12) * 18}px` }}>
            {below > 0 && found === null ? (
              <Button
                type="text"
                size="small"
                className="framework-twist"
                aria-expanded={isOpen}
                aria-label={item.code ?? item.statement.slice(0, 30)}
                onClick={() => toggle(item.id)}
              >
                {isOpen ? '▾' : '▸'}
              </Button>
            ) : (
              <span className="framework-twist" />
            )}
            <button
              type="button"
              className="framework-item"
              aria-pressed={chosen === item.id}
              onClick={() => onChoose(item.id)}
            >
              {item.code && <code>{item.code}</code>} {item.statement}
              {item.kind !== 'other' && <small> {kinds[item.kind]?.[lang]}</small>}
            </button>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && <p>{t('tree.more', { n: SHOWN })}</p>}
    </section>
  )
}
