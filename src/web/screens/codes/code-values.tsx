import { Button } from 'antd'
import { useState } from 'react'
import type { Label } from '../../../language/index.ts'
import { pinyinInitials } from '../../../language/pinyin-initials.ts'
import type { WireCodes, WireCodeValue } from '../../../language/wire-codes.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { CodeForm } from './code-form.tsx'
import { RetireCode } from './retire-code.tsx'
import { useCodeTexts } from './use-code-texts.ts'
import { useChangeCodes } from './use-change-codes.ts'

type Doing = 'change' | 'retire' | 'reopen' | 'undo'

/** The values of a list, and what can be done with each. */
export function CodeValues({ list, q }: { readonly list: WireCodes; readonly q: string }) {
  const t = useCodeTexts()
  const { lang } = useLang()
  const [open, setOpen] = useState<{ readonly doing: Doing; readonly value: WireCodeValue }>()
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const rows = list.values.filter((one) => words.every((word) => isFoundBy(one, word)))
  const buttons = (value: WireCodeValue) => <Actions value={value} onChoose={(doing) => setOpen({ doing, value })} />
  const card = (one: WireCodeValue) => (
    <>
      <span className="data-card-title">
        {one.label[lang]}
        <State value={one} />
      </span>
      <span>{[one.label[lang === 'zh' ? 'en' : 'zh'], one.official].filter(Boolean).join(' · ')}</span>
      <small>{one.value}</small>
      {list.canChange && buttons(one)}
    </>
  )
  if (rows.length === 0) return <EmptyState title={t('list.no-values')} />
  return (
    <>
      <DataTable
        label={list.label[lang]}
        rows={rows}
        rowKey={(one) => one.value}
        isWrapped
        card={card}
        columns={[
          {
            key: 'official',
            title: t('value.code'),
            width: 70,
            render: (one) => <span className="field-number">{one.official ?? '—'}</span>,
          },
          { key: 'zh', title: t('value.zh'), width: 160, render: (one) => one.label.zh },
          { key: 'en', title: t('value.en'), width: 190, render: (one) => one.label.en },
          { key: 'value', title: t('value.value'), width: 170, render: (one) => <code>{one.value}</code> },
          { key: 'state', title: t('value.state'), width: 190, render: (one) => <State value={one} /> },
          ...(list.canChange ? [{ key: 'doing', title: t('value.doing'), width: 200, render: buttons }] : []),
        ]}
      />
      {open && <Dialog list={list} {...open} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function isFoundBy({ value, official, label }: WireCodeValue, word: string): boolean {
  return (
    `${label.zh} ${label.en}`.toLowerCase().includes(word) ||
    [value, official ?? '', pinyinInitials(label.zh)].some((code) => code.toLowerCase().startsWith(word))
  )
}

function Dialog({
  list,
  doing,
  value,
  onClose,
}: {
  readonly list: WireCodes
  readonly doing: Doing
  readonly value: WireCodeValue
  readonly onClose: () => void
}) {
  const t = useCodeTexts()
  const { lang } = useLang()
  const { change, undo } = useChangeCodes(list.name)
  if (doing === 'change') return <CodeForm list={list} value={value} onClose={onClose} />
  if (doing === 'retire') return <RetireCode list={list} value={value} onClose={onClose} />
  return (
    <ConfirmComment
      title={t('do.of', { what: t(`do.${doing}`), name: value.label[lang] })}
      comment="required"
      okText={t(`do.${doing}`)}
      onConfirm={(reason) => (doing === 'undo' ? undo(value, reason) : change(value, { retiredFrom: null }, reason))}
      onClose={onClose}
    >
      <p>{t(`${doing}.hint`)}</p>
    </ConfirmComment>
  )
}

function Actions({ value, onChoose }: { readonly value: WireCodeValue; readonly onChoose: (doing: Doing) => void }) {
  const t = useCodeTexts()
  const { lang } = useLang()
  const doings: readonly Doing[] = [
    'change',
    value.retiredFrom === null ? 'retire' : 'reopen',
    ...(value.version > 0 ? (['undo'] as const) : []),
  ]
  return (
    <span className="code-actions">
      {doings.map((doing) => {
        const what = t(doing === 'change' && value.declared ? 'do.rename' : `do.${doing}`)
        return (
          <Button
            key={doing}
            type="link"
            size="small"
            aria-label={t('do.of', { what, name: value.label[lang] })}
            onClick={() => onChoose(doing)}
          >
            {what}
          </Button>
        )
      })}
    </span>
  )
}

/** Whether it may be chosen, and what of it is the college's own. */
function State({ value }: { readonly value: WireCodeValue }) {
  const t = useCodeTexts()
  const { lang } = useLang()
  const { isOpen, from, retiredFrom, declared, label } = value
  const same = (a: Label, b: Label) => a.zh === b.zh && a.en === b.en
  const [state, text] = !isOpen
    ? retiredFrom
      ? (['terminated', t('state.retired', { date: retiredFrom })] as const)
      : (['pending', t('state.later', { date: from ?? '' })] as const)
    : retiredFrom
      ? (['pending', t('state.retiring', { date: retiredFrom })] as const)
      : (['active', t('state.open')] as const)
  return (
    <span className="code-state">
      <StatusTag state={state} text={text} />
      {declared === null && <StatusTag state="published" text={t('state.own')} />}
      {declared !== null && !same(declared, label) && <small>{t('state.renamed', { name: declared[lang] })}</small>}
    </span>
  )
}
