import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import type { WireDelegation } from '../../../language/wire-access.ts'
import { catalogue } from '../../app/catalogue.ts'
import { useSession } from '../../app/session.tsx'
import { api } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { formatDate } from '../../kit/format-date.ts'
import { FormRow } from '../../kit/form-row.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { AccountPicker } from '../accounts/account-picker.tsx'

/** Lets a colleague act in one of one's roles until a day. */
export function Delegations() {
  const t = useTexts()
  const { lang } = useLang()
  const { roles } = useSession()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [chosen, setChosen] = useState<string | null>(null)
  const [account, setAccount] = useState<string | null>(null)
  const [until, setUntil] = useState<Dayjs | null>(null)
  const { data } = useQuery({
    queryKey: ['delegations'],
    queryFn: () =>
      api.get<{ readonly given: readonly WireDelegation[]; readonly received: readonly WireDelegation[] }>(
        '/delegations',
      ),
  })
  const nameOf = (role: string) => catalogue.roles.get(role)?.label[lang] ?? role

  async function change(what: () => Promise<unknown>, said?: string) {
    try {
      await what()
      if (said) void message.success(said)
      await client.invalidateQueries({ queryKey: ['delegations'] })
    } catch (failure) {
      void message.error(errorText(failure))
    }
  }
  function give() {
    const held = roles.find((one) => `${one.role} ${one.unitId}` === chosen)
    if (!held || !account || !until) return
    const body = {
      role: held.role,
      unitId: held.unitId,
      toAccount: account,
      from: dayjs().format('YYYY-MM-DD'),
      to: until.format('YYYY-MM-DD'),
    }
    void change(() => api.post('/delegations', body), t('delegation.given')).then(() => setAccount(null))
  }

  return (
    <section className="card" aria-labelledby="delegations">
      <h2 id="delegations">{t('delegation.title')}</h2>
      <p className="state-small">{t('delegation.hint')}</p>
      <ul className="account-list">
        {[...(data?.given ?? []), ...(data?.received ?? [])].map((one) => (
          <li key={one.id}>
            <span>
              {nameOf(one.role)} · {one.unitName} · {one.byName} → {one.toName}
              <small>{one.to && t('account.until', { date: formatDate(one.to) })}</small>
            </span>
            <Button onClick={() => void change(() => api.delete(`/delegations/${one.id}`))}>
              {t('delegation.end')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="account-form"
        onSubmit={(event) => {
          event.preventDefault()
          give()
        }}
      >
        <FormRow id="delegation-role" label={t('delegation.role')}>
          <Select
            id="delegation-role"
            value={chosen}
            onChange={setChosen}
            options={roles.map((one) => ({
              value: `${one.role} ${one.unitId}`,
              label: `${nameOf(one.role)} · ${one.unitName}`,
            }))}
            style={{ width: '100%' }}
          />
        </FormRow>
        <FormRow id="delegation-to" label={t('delegation.to')}>
          <AccountPicker id="delegation-to" value={account} onChange={setAccount} />
        </FormRow>
        <FormRow id="delegation-until" label={t('delegation.until')}>
          <DatePicker
            id="delegation-until"
            value={until}
            onChange={setUntil}
            minDate={dayjs()}
            style={{ width: '100%' }}
          />
        </FormRow>
        <Button htmlType="submit" disabled={!chosen || !account || !until}>
          {t('delegation.give')}
        </Button>
      </form>
    </section>
  )
}
