import type { ReactNode } from 'react'
import { useLang } from '../../../../web/kit/use-lang.tsx'
import type { WireRate } from '../../wire.ts'
import type { WireSpendingLine } from '../../wire-money.ts'
import { tenThousand } from '../ten-thousand.ts'
import { useMoneyTexts } from './use-money-texts.ts'

interface MoneyTableProps {
  readonly title: string
  readonly rates: readonly WireRate[]
  readonly lines: readonly { readonly key: string; readonly name: ReactNode; readonly line: WireSpendingLine }[]
  readonly total: WireSpendingLine
}

const AMOUNTS = ['budget', 'held', 'committed', 'arrived', 'spent', 'room'] as const

/** What has no budget of its own spends from the task above it: it has no room of its own either. */
const hasNone = (line: WireSpendingLine, amount: string) => amount === 'room' && line.budget === '0.00'
const isMinus = (line: WireSpendingLine, amount: (typeof AMOUNTS)[number]) =>
  line[amount].startsWith('-') && !hasNone(line, amount)

/** Amounts on their way, one line for each source, year, unit or task, with every rate. In 10,000 yuan. */
export function MoneyTable({ title, rates, lines, total }: MoneyTableProps) {
  const t = useMoneyTexts()
  const { lang } = useLang()
  const cells = (line: WireSpendingLine) => (
    <>
      {AMOUNTS.map((amount) => (
        <td key={amount} className={isMinus(line, amount) ? 'money-minus' : undefined}>
          {hasNone(line, amount) ? '—' : tenThousand(line[amount])}
        </td>
      ))}
      {line.rates.map((rate) => (
        <td key={rate.name} title={`${tenThousand(rate.numerator)} ÷ ${tenThousand(rate.denominator)}`}>
          {rate.value === null ? '—' : `${rate.value}%`}
        </td>
      ))}
    </>
  )
  return (
    <section>
      <h2>{title}</h2>
      <div className="money-box" role="region" tabIndex={0} aria-label={title}>
        <table className="money-table">
          <thead>
            <tr>
              <th scope="col">{t('money.what')}</th>
              {AMOUNTS.map((amount) => (
                <th key={amount} scope="col">
                  {t(`money.${amount}`)}
                </th>
              ))}
              {rates.map((rate) => (
                <th key={rate.name} scope="col" className="money-rate">
                  {rate.label[lang]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, name, line }) => (
              <tr key={key}>
                <th scope="row" className="money-words">
                  {name}
                </th>
                {cells(line)}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('money.all')}</th>
              {cells(total)}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}
