import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { WireAccountRow } from '../../../language/wire-access.ts'
import { catalogue } from '../../app/catalogue.ts'
import { ApiError, api } from '../../kit/api.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { ErrorState, useErrorText } from '../../kit/error-state.tsx'
import { formatTime } from '../../kit/format-date.ts'
import { FormRow } from '../../kit/form-row.tsx'
import { Loading } from '../../kit/loading.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { PersonPicker } from '../../kit/pickers.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { OneTimePassword } from './one-time-password.tsx'
import './accounts.css'

/** Who may sign in, and as what. */
export function Accounts() {
  const t = useTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  const [isNew, setNew] = useState(false)
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['accounts'],
    queryFn: async ({ signal }) => {
      const answer = await api.get<readonly WireAccountRow[] | { readonly rows: readonly WireAccountRow[] }>(
        '/accounts',
        signal,
      )
      return 'rows' in answer ? answer.rows : answer
    },
  })
  const words = q.trim().toLowerCase()
  const rows = (data ?? []).filter((row) => `${row.name} ${row.personName}`.toLowerCase().includes(words))
  return (
    <div className="accounts">
      <PageHeader
        title={t('accounts.title')}
        tags={data && <span className="count">{t('list.count', { n: data.length })}</span>}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setNew(true)}>
            {t('accounts.new')}
          </Button>
        }
      />
      <div className="list-tools">
        <Input
          className="search-field"
          value={q}
          onChange={(event) => setQ(event.target.value)}
          placeholder={t('accounts.search')}
          aria-label={t('accounts.search')}
          allowClear
        />
      </div>
      {isPending && <Loading />}
      {error && <ErrorState error={error} what={t('accounts.title')} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && <EmptyState title={t('accounts.none')} hint={t('accounts.none-hint')} />}
      {rows.length > 0 && (
        <DataTable
          label={t('accounts.title')}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate(`/settings/accounts/${row.id}`)}
          columns={[
            {
              key: 'person',
              title: t('account.person'),
              width: 160,
              render: (row) => <Link to={`/settings/accounts/${row.id}`}>{row.personName || row.name}</Link>,
            },
            { key: 'name', title: t('account.name'), width: 140, render: (row) => row.name },
            {
              key: 'state',
              title: t('field.state'),
              width: 96,
              render: (row) => (
                <StatusTag
                  state={row.locked ? 'returned' : 'active'}
                  text={t(row.locked ? 'accounts.state-locked' : 'accounts.state-active')}
                />
              ),
            },
            {
              key: 'roles',
              title: t('account.roles'),
              width: 320,
              render: (row) =>
                row.assignments
                  .filter((one) => one.isValid)
                  .map((one) => `${catalogue.roles.get(one.role)?.label[lang] ?? one.role}·${one.unitName}`)
                  .join(lang === 'zh' ? '、' : ', '),
            },
            {
              key: 'last',
              title: t('accounts.last'),
              width: 140,
              render: (row) => <span className="field-number">{formatTime(row.lastSignInAt)}</span>,
            },
          ]}
          isTall
        />
      )}
      {isNew && <NewAccount onClose={() => setNew(false)} />}
    </div>
  )
}

function NewAccount({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const { lang } = useLang()
  const client = useQueryClient()
  const errorText = useErrorText()
  const [name, setName] = useState('')
  const [person, setPerson] = useState<string | null>(null)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [made, setMade] = useState<{ readonly id: string; readonly password?: string }>()
  const [isBusy, setBusy] = useState(false)

  async function make() {
    if (name.trim() === '') return setProblems({ name: t('accounts.needs-name') })
    setBusy(true)
    try {
      setMade(await api.post<{ id: string; password?: string }>('/accounts', { name: name.trim(), personId: person }))
      await client.invalidateQueries({ queryKey: ['accounts'] })
    } catch (error) {
      const atField =
        error instanceof ApiError
          ? error.problems.flatMap((one) => (one.field ? [[one.field, one.message[lang]] as const] : []))
          : []
      setProblems(atField.length > 0 ? Object.fromEntries(atField) : { name: errorText(error) })
    } finally {
      setBusy(false)
    }
  }
  if (made?.password) return <OneTimePassword name={name.trim()} password={made.password} onClose={onClose} />
  return (
    <Modal
      open
      title={t('accounts.new')}
      okText={t('accounts.create')}
      cancelText={t('common.cancel')}
      onOk={() => (made ? onClose() : void make())}
      okButtonProps={{ loading: isBusy }}
      onCancel={onClose}
      width={440}
    >
      <FormRow
        id="new-account-name"
        label={t('account.name')}
        isRequired
        help={t('accounts.name-hint')}
        problem={problems['name']}
      >
        <Input
          id="new-account-name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={60}
          autoComplete="off"
        />
      </FormRow>
      <FormRow id="new-account-person" label={t('account.person')} problem={problems['personId']}>
        <PersonPicker id="new-account-person" value={person} onChange={setPerson} />
      </FormRow>
    </Modal>
  )
}
