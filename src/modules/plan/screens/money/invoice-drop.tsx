import { App, Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { FileRef } from '../../../../language/fields.ts'
import type { Label } from '../../../../language/label.ts'
import { api, upload } from '../../../../web/kit/api.ts'
import { useErrorText } from '../../../../web/kit/error-state.tsx'
import { DateBox } from '../../../../web/kit/date-box.tsx'
import { FormRow } from '../../../../web/kit/form-row.tsx'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WireInvoiceReading } from '../../wire-money.ts'
import { checkInvoice, type InvoiceCheck } from './invoice-checks.ts'
import { thisDay } from './this-day.ts'
import { useMoneyTexts } from './use-money-texts.ts'

/** An invoice as it stands in the form: read from its file or typed, and corrected by the person. */
export interface InvoiceDraft {
  readonly id: number
  readonly number: string
  readonly code: string
  readonly issuedOn: string
  readonly amount: string
  readonly seller: string
  readonly buyer: string | null
  readonly kind: string
  readonly file: FileRef | null
  /** What could not be read. */
  readonly notes: readonly Label[]
  /** Why it cannot be claimed. */
  readonly used: Label | null
}

interface InvoiceDropProps {
  readonly invoices: readonly InvoiceDraft[]
  /** Of the claim. */
  readonly year: string
  /** By `invoices.<n>.<field>`. */
  readonly problems: Readonly<Record<string, string>>
  /** Several files are read one after the other: each adds to what is there by then. */
  readonly onChange: (next: (known: readonly InvoiceDraft[]) => readonly InvoiceDraft[]) => void
  /** A file was read, and its seller is known. */
  readonly onSeller: (seller: string) => void
}

const ACCEPTED = '.ofd,.pdf,.xml,image/*'

/** Takes invoices in: dropped, chosen or photographed; each is sent, read, and shown to be corrected. */
export function InvoiceDrop({ invoices, year, problems, onChange, onSeller }: InvoiceDropProps) {
  const t = useMoneyTexts()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const serial = useRef(0)
  const [reading, setReading] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const empty = (): InvoiceDraft => ({
    id: ++serial.current,
    number: '',
    code: '',
    issuedOn: '',
    amount: '',
    seller: '',
    buyer: null,
    kind: 'other',
    file: null,
    notes: [],
    used: null,
  })

  async function take(files: readonly File[]) {
    for (const file of files) {
      setReading(file.name)
      try {
        const kept = await upload<FileRef>('/files', file)
        const blank = empty()
        const read = await api.post<WireInvoiceReading>('/plan-money/invoices/read', { sha256: kept.sha256 })
        onChange((known) => [
          ...known,
          {
            ...blank,
            number: read.number ?? '',
            code: read.code ?? '',
            issuedOn: read.issuedOn ?? '',
            amount: read.amount ?? '',
            seller: read.seller ?? '',
            buyer: read.buyer,
            kind: read.kind,
            file: kept,
            notes: read.notes,
            used: read.used,
          },
        ])
        if (read.seller) onSeller(read.seller)
      } catch (error) {
        void message.error(errorText(error))
      }
    }
    setReading(null)
  }

  return (
    <fieldset>
      <legend>{t('form.invoices')}</legend>
      <label
        className={`money-drop${isOver ? ' is-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take([...event.dataTransfer.files])
        }}
      >
        <input
          type="file"
          multiple
          accept={ACCEPTED}
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            // The same file may be chosen again after it was removed.
            event.target.value = ''
            void take(chosen)
          }}
        />
        <span aria-live="polite">{reading === null ? t('form.drop') : t('form.reading', { name: reading })}</span>
      </label>
      {invoices.map((invoice, at) => (
        <InvoiceFields
          key={invoice.id}
          at={at}
          invoice={invoice}
          check={checkInvoice(
            invoice,
            invoices.filter((one) => one !== invoice),
            thisDay(),
            year,
          )}
          problems={problems}
          onChange={(more) =>
            onChange((known) => known.map((one) => (one.id === invoice.id ? { ...one, ...more } : one)))
          }
          onRemove={() => onChange((known) => known.filter((one) => one.id !== invoice.id))}
        />
      ))}
      <Button
        type="link"
        onClick={() => {
          const blank = empty()
          onChange((known) => [...known, blank])
        }}
      >
        {t('form.add')}
      </Button>
    </fieldset>
  )
}

interface InvoiceFieldsProps {
  readonly at: number
  readonly invoice: InvoiceDraft
  readonly check: InvoiceCheck
  readonly problems: Readonly<Record<string, string>>
  readonly onChange: (more: Partial<InvoiceDraft>) => void
  readonly onRemove: () => void
}

const FIELDS = [
  ['number', 'form.number', 'text', true],
  ['issuedOn', 'form.issued', 'date', true],
  ['amount', 'form.invoice-amount', 'text', true],
  ['seller', 'form.seller', 'text', true],
  ['code', 'form.code', 'text', false],
] as const

function InvoiceFields({ at, invoice, check, problems, onChange, onRemove }: InvoiceFieldsProps) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  // Typed from the photograph, which stays in sight.
  const photo =
    invoice.file?.type.startsWith('image/') === true
      ? `/api/files/${invoice.file.sha256}/${encodeURIComponent(invoice.file.name)}`
      : undefined
  const whole = problems[`invoices.${at}.claim`] ?? problems[`invoices.${at}.file`]
  return (
    <div className="money-invoice">
      <div className="money-claim-head">
        <strong>
          {t('form.invoice', { n: at + 1 })} <small>{invoice.file?.name}</small>
        </strong>
        <Button size="small" onClick={onRemove}>
          {t('form.remove')}
        </Button>
      </div>
      {invoice.used && (
        <p className="form-problem" role="alert">
          {invoice.used[lang]}
        </p>
      )}
      {whole && (
        <p className="form-problem" role="alert">
          {whole}
        </p>
      )}
      {invoice.notes.map((note) => (
        <p key={note.en} className="money-note">
          {note[lang]}
        </p>
      ))}
      <div className={photo ? 'money-invoice-beside' : undefined}>
        {photo && (
          <a href={photo} target="_blank" rel="noreferrer">
            <img src={photo} alt={t('form.picture', { n: at + 1 })} />
          </a>
        )}
        <div className="money-invoice-fields">
          {FIELDS.map(([name, label, type, isRequired]) => {
            const id = `claim-invoices.${at}.${name}`
            return (
              <FormRow
                key={name}
                id={id}
                label={t(label)}
                problem={
                  problems[`invoices.${at}.${name}`] ??
                  (name !== 'seller' && check.wrong[name] ? t(check.wrong[name]) : undefined)
                }
                help={name !== 'seller' && check.odd[name] ? t(check.odd[name]) : undefined}
                isRequired={isRequired}
              >
                {type === 'date' ? (
                  <DateBox id={id} picker="date" value={invoice[name]} onChange={(day) => onChange({ [name]: day })} />
                ) : (
                  <Input
                    id={id}
                    value={invoice[name]}
                    maxLength={120}
                    {...(name === 'amount' ? { inputMode: 'decimal' as const } : {})}
                    onChange={(event) => onChange({ [name]: event.target.value })}
                  />
                )}
              </FormRow>
            )
          })}
        </div>
      </div>
    </div>
  )
}
