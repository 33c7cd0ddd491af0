import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useCallback, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { WireAccountRow } from '../../../language/wire-access.ts'
import { catalogue } from '../../app/catalogue.ts'
import { ApiError, api, queryOf } from '../../kit/api.ts'
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
import { SearchField } from '../register-list/search-field.tsx'
import { OneTimePassword } from './one-time-password.tsx'
import './accounts.css'

interface AccountPage {
  readonly rows: readonly WireAccountRow[]
  readonly next: string | null
}

/** Who may sign in, and as what. */
export function Accounts() {
  const t = useTexts()
  const { lang } = useLang()
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  const [isNew, setNew] = useState(false)
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['accounts', 'list', q],
    queryFn: ({ pageParam, signal }) => api.get<AccountPage>(`/accounts${queryOf({ q, after: pageParam })}`, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const rolesText = (row: WireAccountRow) =>
    row.assignments
      .filter((one) => one.isValid)
      .map((one) => `${catalogue.roles.get(one.role)?.label[lang] ?? one.role}·${one.unitName}`)
      .join(lang === 'zh' ? '、' : ', ')
  const renderCard = (row: WireAccountRow) => (
    <>
      <span className="data-card-title">
        {row.personName || row.name}
        <StatusTag
          state={row.locked ? 'returned' : 'active'}
          text={t(row.locked ? 'accounts.state-locked' : 'accounts.state-active')}
        />
      </span>
      <span>{row.name}</span>
      <small>{rolesText(row)}</small>
    </>
  )
  const onEnd = useCallback(() => void fetchNextPage(), [fetchNextPage])
  return (
    <div className="accounts fill">
      <PageHeader
        title={t('accounts.title')}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setNew(true)}>
            {t('accounts.new')}
          </Button>
        }
      />
      <div className="list-tools">
        <SearchField value={q} onChange={setQ} label={t('accounts.search')} />
      </div>
      {isPending && <Loading />}
      {error && <ErrorState error={error} what={t('accounts.title')} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && <EmptyState title={t('accounts.none')} hint={t('accounts.none-hint')} />}
      {rows.length > 0 && (
        <DataTable
          label={t('accounts.title')}
          rows={rows}
          rowKey={(row) => row.id}
          card={renderCard}
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
              render: rolesText,
            },
            {
              key: 'last',
              title: t('accounts.last'),
              width: 140,
              render: (row) => <span className="field-number">{formatTime(row.lastSignInAt)}</span>,
            },
          ]}
          onEnd={hasNextPage ? onEnd : undefined}
          isLoadingMore={isFetchingNextPage}
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
  const [made, setMade] = useState<{ readonly password: string | null }>()
  const [isBusy, setBusy] = useState(false)

  async function make() {
    if (name.trim() === '') return setProblems({ name: t('accounts.needs-name') })
    setBusy(true)
    try {
      setMade(await api.post<{ password: string | null }>('/accounts', { name: name.trim(), personId: person }))
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
