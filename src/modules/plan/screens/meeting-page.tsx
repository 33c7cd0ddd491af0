import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { api } from '../../../web/kit/api.ts'
import { ConfirmComment } from '../../../web/kit/confirm-comment.tsx'
import { download } from '../../../web/kit/download.ts'
import { ErrorState, useErrorText } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { PageHeader } from '../../../web/kit/page-header.tsx'
import { StatusTag } from '../../../web/kit/status-tag.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireItem, WireMeeting } from '../wire-run.ts'
import { MeetingItem } from './meeting-item.tsx'
import { NewItem } from './new-item.tsx'
import { useRunTexts } from './use-run-texts.ts'
import './plan.css'
import './run.css'

const nextOrder = (agenda: readonly WireItem[]) =>
  1 + Math.max(0, ...agenda.map(({ record }) => Number(record.values['order'])))

/** A meeting: what is still open, the agenda, what was decided; printed, it is the minutes. */
export function PlanMeeting() {
  const t = useRunTexts()
  const { lang } = useLang()
  const errorText = useErrorText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { id = '', meeting = '' } = useParams()
  const [isPublishing, setPublishing] = useState(false)
  const [isMaking, setMaking] = useState(false)
  const key = ['plan-meeting', meeting]
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<WireMeeting>(`/plan-meetings/${meeting}`, signal),
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { meeting: record, open, agenda, plan } = data
  const { name, heldOn, place, attendees, minutes } = record.values
  const reload = () => client.invalidateQueries({ queryKey: key })
  const makeAgenda = async () => {
    setMaking(true)
    try {
      const { added } = await api.post<{ added: number }>(`/plan-meetings/${meeting}/agenda`)
      message.success(added > 0 ? t('meet.made', { n: added }) : t('meet.made-none'))
    } catch (failure) {
      message.error(errorText(failure))
    } finally {
      setMaking(false)
    }
    await reload()
  }
  const publish = async () => {
    await api.post(`/registers/plan-meetings/${record.id}/actions/publish`, { version: record.version })
    message.success(t('meet.published'))
    await reload()
  }
  const facts = [
    record.titles['chair'] && t('meet.chair', { name: record.titles['chair'] }),
    place && t('meet.place', { name: String(place) }),
    attendees && t('meet.present', { name: String(attendees) }),
  ].filter(Boolean)
  const canPublish = record.can.actions.some((action) => action.name === 'publish')
  return (
    <div className="run-minutes">
      <PageHeader
        title={String(name)}
        tags={<StatusTag state={record.state} />}
        subtitle={[heldOn, plan.name].join(' · ')}
        back={{ to: `/plans/${encodeURIComponent(id)}/meetings`, text: t('meet.title') }}
        actions={
          <>
            {record.can.update && record.state === 'planned' && (
              <Button
                type={agenda.length === 0 ? 'primary' : 'default'}
                loading={isMaking}
                onClick={() => void makeAgenda()}
              >
                {t('meet.make')}
              </Button>
            )}
            {record.can.update && (
              <Button onClick={() => void navigate(`/registers/plan-meetings/${record.id}`)}>{t('meet.edit')}</Button>
            )}
            <Button onClick={() => print()}>{t('meet.print')}</Button>
            <Button onClick={() => download(`/plan-meetings/${record.id}/minutes.docx?lang=${lang}`)}>
              {t('meet.word')}
            </Button>
            {canPublish && (
              <Button type={agenda.length > 0 ? 'primary' : 'default'} onClick={() => setPublishing(true)}>
                {t('meet.publish')}
              </Button>
            )}
          </>
        }
      />
      {facts.length > 0 && <p className="run-facts">{facts.join(' · ')}</p>}
      {typeof minutes === 'string' && minutes !== '' && <p className="run-said">{minutes}</p>}
      <section>
        <h2>{t('meet.open', { n: open.length })}</h2>
        {open.length === 0 && <p>{t('meet.open-none')}</p>}
        <ol className="run-cards">
          {open.map((item) => (
            <MeetingItem
              key={item.record.id}
              item={item}
              planCode={plan.code}
              day={String(heldOn)}
              onChanged={reload}
            />
          ))}
        </ol>
      </section>
      <section>
        <h2>{t('meet.agenda', { n: agenda.length })}</h2>
        {agenda.length === 0 && <p>{t('meet.agenda-none')}</p>}
        <ol className="run-cards">
          {agenda.map((item) => (
            <MeetingItem
              key={item.record.id}
              item={item}
              planCode={plan.code}
              day={String(heldOn)}
              onChanged={reload}
            />
          ))}
        </ol>
      </section>
      {record.can.update && record.state === 'planned' && (
        <NewItem meeting={record.id} order={nextOrder(agenda)} onAdded={reload} />
      )}
      {isPublishing && (
        <ConfirmComment
          title={t('meet.publish')}
          comment="none"
          okText={t('meet.publish')}
          onConfirm={publish}
          onClose={() => setPublishing(false)}
        >
          <p>{t('meet.publish-text')}</p>
        </ConfirmComment>
      )}
    </div>
  )
}
