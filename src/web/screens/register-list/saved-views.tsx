import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Input, Popover } from 'antd'
import { useId, useState } from 'react'
import type { AnyRegister, WireCondition } from '../../../language/index.ts'
import { api } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import type { ListAddress } from './list-address.ts'

interface SavedView {
  readonly id: string
  readonly name: string
  readonly where?: readonly WireCondition[]
  readonly sort?: string
  readonly q?: string
  readonly columns?: readonly string[]
  readonly shared: boolean
  readonly mine: boolean
}

interface SavedViewsProps {
  readonly register: AnyRegister
  readonly list: ListAddress
  readonly columns: readonly string[]
  readonly onApply: (list: ListAddress, columns: readonly string[]) => void
}

/** Filters, order and columns kept under a name, for oneself or for everybody. */
export function SavedViews({ register, list, columns, onApply }: SavedViewsProps) {
  const t = useTexts()
  const id = useId()
  const client = useQueryClient()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const path = `/registers/${register.name}/views`
  const { data, error } = useQuery({
    queryKey: ['views', register.name],
    queryFn: () => api.get<readonly SavedView[]>(path),
    enabled: isOpen,
  })

  async function change(what: () => Promise<unknown>) {
    try {
      await what()
      await client.invalidateQueries({ queryKey: ['views', register.name] })
    } catch (failure) {
      void message.error(errorText(failure))
    }
  }

  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={t('views.title')}
      content={
        <div className="saved-views">
          {error && <p role="alert">{errorText(error)}</p>}
          {data?.length === 0 && <p>{t('views.none')}</p>}
          <ul>
            {data?.map((view) => (
              <li key={view.id}>
                <button
                  type="button"
                  onClick={() => {
                    setOpen(false)
                    onApply(
                      { q: view.q ?? '', where: view.where ?? [], sort: view.sort, isDeleted: false },
                      view.columns ?? [],
                    )
                  }}
                >
                  {view.name} {view.shared && <small>{t('views.shared')}</small>}
                </button>
                {view.mine && (
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={t('views.delete', { name: view.name })}
                    onClick={() => void change(() => api.delete(`${path}/${view.id}`))}
                  />
                )}
              </li>
            ))}
          </ul>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              if (name.trim() === '') return
              const view = {
                name: name.trim(),
                where: list.where,
                ...(list.sort ? { sort: list.sort } : {}),
                ...(list.q ? { q: list.q } : {}),
                columns,
                shared: isShared,
              }
              void change(() => api.post(path, view)).then(() => setName(''))
            }}
          >
            <label htmlFor={id}>{t('views.save')}</label>
            <Input
              id={id}
              value={name}
              onChange={(event) => setName(event.target.value)}
              maxLength={60}
              placeholder={t('views.name')}
            />
            <Checkbox checked={isShared} onChange={(event) => setShared(event.target.checked)}>
              {t('views.share')}
            </Checkbox>
            <Button htmlType="submit" disabled={name.trim() === ''}>
              {t('common.save')}
            </Button>
          </form>
        </div>
      }
    >
      <Button icon={<StarOutlined />} aria-label={t('views.title')} title={t('views.title')} />
    </Popover>
  )
}
